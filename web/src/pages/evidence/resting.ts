import { plural, t } from "@lingui/core/macro";
import { sourcesOf } from "../../editor/affinity";
import type { Insight, Source } from "../../generated";
import type { InOrder } from "../../model";
import { plain } from "../../ui/format";

/** From how many sources and people it is, and how old the newest of them is. */
export function restInWords(insight: Insight, sources: InOrder<Source>): string {
  const from = sourcesOf(insight)
    .map((id) => sources.get(id))
    .filter((source) => source !== undefined);
  const people = from.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const newest =
    from
      .map(({ held }) => held ?? "")
      .sort()
      .at(-1) ?? "";
  return [
    plural(from.length, { one: "# source", other: "# sources" }),
    people > 0 ? plural(people, { one: "# person", other: "# people" }) : "",
    newest ? ageInWords(newest) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

const DAY = 86_400_000; // milliseconds

function ageInWords(day: string): string {
  const days = Math.floor((Date.now() - Date.parse(day)) / DAY);
  return days > 0 ? t`newest ${plain(days)} days old` : t`newest of today`;
}
