import { t } from "@lingui/core/macro";
import { Select } from "../../../ui/Select";
import { SEVERITY_WORDS } from "../../../ui/words";
import { choicesOf } from "../words";
import type { FieldsProps } from "./face";

export function PainFields({ card, set }: FieldsProps) {
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
