import { gradeOf } from "../../../editor/grade";
import type { Card } from "../../../generated";
import { GradeMark } from "../../../ui/Marks";
import { GRADE_WORDS } from "../../../ui/words";
import { useLibrary } from "../context";

/** How well a card is proven: a mark, beside its word where there is no pointer to ask with. */
export function Proof({ card, isWordy }: { card: Card; isWordy: boolean }) {
  const grade = gradeOf(card, useLibrary().ground);
  if (!isWordy) return <GradeMark grade={grade} />;
  return (
    <span className="grade-said caption">
      {GRADE_WORDS[grade]} <GradeMark grade={grade} isNamed={false} />
    </span>
  );
}
