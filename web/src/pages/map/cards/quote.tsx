import { plural } from "@lingui/core/macro";
import { gradeOf } from "../../../editor/grade";
import type { Card } from "../../../generated";
import { plain } from "../../../ui/format";
import { GradeMark } from "../../../ui/Marks";
import { GRADE_WORDS } from "../../../ui/words";
import type { BodyProps, Face } from "./face";

function QuoteBody({ card }: BodyProps) {
  const grade = gradeOf(card);
  return (
    <span className="card-source">
      <GradeMark grade={grade} isNamed={false} />
      <span className="caption">{sourceInWords(card) || GRADE_WORDS[grade]}</span>
    </span>
  );
}

function sourceInWords(card: Card): string {
  const evidence = card.evidence ?? [];
  if (evidence.length > 1) return plural(evidence.length, { one: "# source", other: "# sources" });
  const [only] = evidence;
  return only?.note || (only?.n == null ? "" : `n ${plain(only.n)}`);
}

/** What customers think, ask and say. */
export const QUOTE: Face = { Body: QuoteBody, proof: "body", isSpoken: true };
