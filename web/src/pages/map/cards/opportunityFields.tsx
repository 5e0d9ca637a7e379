import { t } from "@lingui/core/macro";
import { Select } from "../../../ui/Select";
import { Scale } from "../Scale";
import { choicesOf, KANO_WORDS, PROGRESS_WORDS } from "../words";
import type { FieldsProps } from "./face";
import { TeamFields } from "./teamFields";

export function OpportunityFields(props: FieldsProps) {
  const { card, set } = props;
  return (
    <>
      <div className="field-pair">
        <StatusField card={card} set={set} />
        <Select
          label={t`Kano`}
          value={card.kano ?? ""}
          options={choicesOf(KANO_WORDS, t`Not said`)}
          onChange={(id) => set("kano", id)}
        />
      </div>
      <Weights {...props} fields={["customer_value", "business_value", "effort"]} />
      <TeamFields {...props} label={t`Teams that take it up`} />
      <label className="field">
        <span className="field-label">{t`Due`}</span>
        <input
          className="input"
          type="date"
          value={card.due ?? ""}
          onChange={(event) => set("due", event.target.value || null)}
        />
      </label>
    </>
  );
}

function StatusField({ card, set }: Pick<FieldsProps, "card" | "set">) {
  return (
    <Select
      label={t`Status`}
      value={card.status ?? ""}
      options={choicesOf(PROGRESS_WORDS, t`Not said`)}
      onChange={(id) => set("status", id)}
    />
  );
}

type Weight = "customer_value" | "business_value" | "effort";

function Weights({ card, set, fields }: FieldsProps & { fields: Weight[] }) {
  const labels = { customer_value: t`Worth to customers`, business_value: t`Worth to us`, effort: t`Effort` };
  return fields.map((field) => (
    <Scale
      key={field}
      label={labels[field]}
      value={card[field]}
      low={1}
      high={5}
      step={1}
      onChange={(value) => set(field, value)}
    />
  ));
}

export function IdeaFields(props: FieldsProps) {
  return (
    <>
      <StatusField {...props} />
      <Weights {...props} fields={["customer_value", "effort"]} />
    </>
  );
}
