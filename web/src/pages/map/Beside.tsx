import { plural } from "@lingui/core/macro";
import { MessageSquare } from "lucide-react";
import { placeOfRecord } from "../../editor/finding";
import type { Difference } from "../../generated";
import { differenceWord } from "../../ui/words";
import { useOpenComments } from "./commenting";
import { useTools } from "./context";
import { useDifference } from "./looking";
import "./comments.css";
import "./history.css";

export const SIGNS: Record<Difference["what"], string> = {
  added: "+",
  removed: "−",
  moved: "→",
  changed: "~",
};

/** What stands beside a record and is not of it: how it differs from the past, and what is said about it. */
export function Beside({ id }: { id: string }) {
  return (
    <>
      <Differs id={id} />
      <CommentCount id={id} />
    </>
  );
}

/** How many open threads there are about a record; a press shows them. */
function CommentCount({ id }: { id: string }) {
  const count = useOpenComments(id);
  const tools = useTools();
  if (count === 0) return null;
  const show = () => {
    const [target = "", step] = id.split("|");
    const at = placeOfRecord(tools.store.getSnapshot().sheet, target, step);
    tools.store.set({ at, isPanelOpen: true, panel: "comments", saying: 0 });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className="comment-count numbers"
      aria-label={openWords(count)}
      onClick={show}
    >
      <MessageSquare size={11} aria-hidden />
      {count}
    </button>
  );
}

export function openWords(count: number): string {
  return plural(count, { one: "# open comment", other: "# open comments" });
}

function Differs({ id }: { id: string }) {
  const what = useDifference(id);
  if (!what) return null;
  return (
    <span className={`differs differs-${what}`}>
      <span className="differs-word">
        <b aria-hidden>{SIGNS[what]}</b> {differenceWord(what)}
      </span>
    </span>
  );
}
