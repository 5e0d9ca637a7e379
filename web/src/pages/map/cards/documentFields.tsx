import { t } from "@lingui/core/macro";
import { TextField } from "../../../ui/Field";
import { AddressField } from "./addressFields";
import type { FieldsProps } from "./face";

export function WhereFields({ card, set }: FieldsProps) {
  return (
    <div className="field-pair">
      <TextField
        label={t`Where it is`}
        value={card.source ?? ""}
        placeholder={t`A folder, a person, a shelf`}
        onChange={(value, base) => set("source", value, base)}
      />
      <AddressField card={card} set={set} />
    </div>
  );
}
