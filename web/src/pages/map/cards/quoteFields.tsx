import { t } from "@lingui/core/macro";
import { TextField } from "../../../ui/Field";
import { AddressField } from "./addressFields";
import type { FieldsProps } from "./face";

export function SourceFields({ card, set }: FieldsProps) {
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
