import { t } from "@lingui/core/macro";
import { SeverityMark } from "../../../ui/Marks";
import { Select } from "../../../ui/Select";
import { SEVERITY_WORDS } from "../../../ui/words";
import { choicesOf } from "../words";
import type { BodyProps, Face, FieldsProps } from "./face";
import { Proof } from "./Proof";

function PainBody({ card, isWordy }: BodyProps) {
  return (
    <span className="card-foot">
      {card.severity ? <SeverityMark severity={card.severity} /> : <span />}
      <Proof card={card} isWordy={isWordy} />
    </span>
  );
}

function PainFields({ card, set }: FieldsProps) {
  return (
    <Select
      label={t`Severity`}
      field="severity"
      value={card.severity ?? ""}
      options={choicesOf(SEVERITY_WORDS, t`Not said`)}
      onChange={(id) => set("severity", id)}
    />
  );
}

/** Pain points and barriers: what hurts, and how much. */
export const PAIN: Face = {
  Body: PainBody,
  Fields: PainFields,
  facts: ({ severity }) => (severity ? [SEVERITY_WORDS[severity]] : []),
  proof: "body",
};
