import { plural, t } from "@lingui/core/macro";
import { gradeOf } from "../../../editor/grade";
import type { Card } from "../../../generated";
import { TextField } from "../../../ui/Field";
import { plain } from "../../../ui/format";
import { GradeMark } from "../../../ui/Marks";
import { GRADE_WORDS } from "../../../ui/words";
import { Address, AddressField } from "./address";
import type { BodyProps, Face, FieldsProps } from "./face";

function Source({ card }: BodyProps) {
  const grade = gradeOf(card);
  return (
    <>
      <span className="card-source">
        <GradeMark grade={grade} isNamed={false} />
        <span className="caption" dir="auto">
          {card.source || sourceInWords(card) || GRADE_WORDS[grade]}
        </span>
      </span>
      <Address card={card} />
    </>
  );
}

function sourceInWords(card: Card): string {
  const evidence = card.evidence ?? [];
  if (evidence.length > 1) return plural(evidence.length, { one: "# source", other: "# sources" });
  const [only] = evidence;
  return only?.note || (only?.n == null ? "" : `n ${plain(only.n)}`);
}

function SourceFields({ card, set }: FieldsProps) {
  return (
    <div className="field-pair">
      <TextField
        label={t`Who said it`}
        value={card.source ?? ""}
        placeholder={t`Interview 7, a review`}
        onChange={(value, base) => set("source", value, base)}
      />
      <AddressField card={card} set={set} />
    </div>
  );
}

/** What customers think, ask and say, between quotation marks; who said it below. */
export const QUOTE: Face = {
  Body: Source,
  Fields: SourceFields,
  facts: ({ source }) => (source ? [t`said by ${source}`] : []),
  proof: "body",
  isSpoken: true,
};
