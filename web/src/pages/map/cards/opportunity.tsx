import { t } from "@lingui/core/macro";
import { TextField } from "../../../ui/Field";
import { plain, shortDay } from "../../../ui/format";
import { Select } from "../../../ui/Select";
import { Scale } from "../Scale";
import { choicesOf, KANO_WORDS, PROGRESS_WORDS } from "../words";
import type { BodyProps, Face, FieldsProps } from "./face";

function Worth({ card }: BodyProps) {
  const due = card.due ? t`due ${shortDay(card.due)}` : "";
  const worth = card.customer_value == null ? "" : t`value ${plain(card.customer_value)}`;
  const effort = card.effort == null ? "" : t`effort ${plain(card.effort)}`;
  const words = [worth, effort, due].filter(Boolean).join(" · ");
  if (!words && !card.status) return null;
  return (
    <span className="card-worth caption">
      {card.status ? <b>{PROGRESS_WORDS[card.status]}</b> : null} {words}
    </span>
  );
}

function OpportunityFields(props: FieldsProps) {
  const { card, set } = props;
  return (
    <>
      <div className="field-pair">
        <Select
          label={t`Status`}
          value={card.status ?? ""}
          options={choicesOf(PROGRESS_WORDS, t`Not said`)}
          onChange={(id) => set("status", id)}
        />
        <Select
          label={t`Kano`}
          value={card.kano ?? ""}
          options={choicesOf(KANO_WORDS, t`Not said`)}
          onChange={(id) => set("kano", id)}
        />
      </div>
      <Weights {...props} />
      <div className="field-pair">
        <TextField
          label={t`Team`}
          value={card.team ?? ""}
          onChange={(value, base) => set("team", value, base)}
        />
        <label className="field">
          <span className="field-label">{t`Due`}</span>
          <input
            className="input"
            type="date"
            value={card.due ?? ""}
            onChange={(event) => set("due", event.target.value || null)}
          />
        </label>
      </div>
    </>
  );
}

function Weights({ card, set }: FieldsProps) {
  const weights = [
    { field: "customer_value", label: t`Worth to customers` },
    { field: "business_value", label: t`Worth to us` },
    { field: "effort", label: t`Effort` },
  ] as const;
  return weights.map(({ field, label }) => (
    <Scale
      key={field}
      label={label}
      value={card[field]}
      low={1}
      high={5}
      step={1}
      onChange={(value) => set(field, value)}
    />
  ));
}

/** What could be better, and what that is worth. */
export const OPPORTUNITY: Face = { Body: Worth, Fields: OpportunityFields, proof: "name" };
