import { t } from "@lingui/core/macro";
import { KINDS } from "../../editor/kinds";
import type { LaneView } from "../../editor/sheet";
import { type Library, useLibrary } from "./context";
import { LINE_WORDS } from "./words";

// What a lane says of itself besides its name: who acts in it, whose it is, and the line below it.

/** The name of a lane for who does not see it. */
export function useLaneName({ lane }: LaneView): string {
  const library = useLibrary();
  const name = lane.name || KINDS[lane.kind ?? "free"].name;
  const line = LINE_WORDS[lane.line_below ?? ""] ?? "";
  const below = line ? t`${line} below` : "";
  return [t`Lane ${name}`, ...whoInWords(lane, library), below].filter(Boolean).join(", ");
}

function whoInWords({ actor, persona }: LaneView["lane"], { personas }: Library): string[] {
  return [actor ?? "", personas[persona ?? ""]?.name ?? ""].filter(Boolean);
}

/** Who acts in a lane and whose it is; else what such lanes are for. */
export function LaneWho({ lane }: Pick<LaneView, "lane">) {
  const who = whoInWords(lane, useLibrary());
  return (
    <span className="caption" dir="auto">
      {who.length > 0 ? who.join(" · ") : KINDS[lane.kind ?? "free"].hint}
    </span>
  );
}

/** The word of the line below a lane; it stays in sight where the steps scroll. */
export function LineWord({ lane }: Pick<LaneView, "lane">) {
  if (!lane.line_below) return null;
  return (
    <span className="line-word" aria-hidden>
      {LINE_WORDS[lane.line_below]}
    </span>
  );
}

/** The same between two lanes of the outline. */
export function OutlineLine({ lane }: Pick<LaneView, "lane">) {
  if (!lane.line_below) return null;
  return <p className={`outline-line drawn-${lane.line_below}`}>{LINE_WORDS[lane.line_below]}</p>;
}
