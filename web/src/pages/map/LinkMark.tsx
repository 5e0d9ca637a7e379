import { ArrowLeftRight, ArrowRight, Handshake, RotateCcw, Shuffle, Split } from "lucide-react";
import type { LinkKind } from "../../editor/links";

const MARKS = {
  next: ArrowRight,
  branch: Split,
  loop: RotateCcw,
  "two-way": ArrowLeftRight,
  "hand-over": Handshake,
  parallel: Shuffle,
};

/** The sign of a kind of link; a word always stands beside it. */
export function LinkMark({ kind, size = 14 }: { kind: LinkKind; size?: number }) {
  const Mark = MARKS[kind];
  return <Mark size={size} aria-hidden className="mirrors" />;
}
