import { plural, t } from "@lingui/core/macro";
import { gradeOf } from "../../../editor/grade";
import type { Card } from "../../../generated";
import { plain } from "../../../ui/format";
import { GradeMark } from "../../../ui/Marks";
import { GRADE_WORDS } from "../../../ui/words";
import type { Library } from "../context";
import { Address } from "./address";
import type { BodyProps, Face } from "./face";

function Source({ card, library }: BodyProps) {
  const grade = gradeOf(card, library.ground);
  return (
    <>
      <span className="card-source">
        <GradeMark grade={grade} isNamed={false} />
        <span className="caption" dir="auto">
          {card.source || sourceInWords(card, library) || GRADE_WORDS[grade]}
        </span>
      </span>
      <Address card={card} />
    </>
  );
}

function sourceInWords(card: Card, { sources }: Library): string {
  const evidence = card.evidence ?? [];
  if (evidence.length > 1) return plural(evidence.length, { one: "# source", other: "# sources" });
  const [only] = evidence;
  const named = only?.note || sources?.get(only?.source ?? "")?.name;
  return named || (only?.n == null ? "" : `n ${plain(only.n)}`);
}

/** What customers think, ask and say, between quotation marks; who said it below. */
export const QUOTE: Face = {
  Body: Source,
  facts: ({ source }) => (source ? [t`said by ${source}`] : []),
  proof: "body",
  isSpoken: true,
};
