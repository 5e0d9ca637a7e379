import { t } from "@lingui/core/macro";
import type { Card } from "../../../generated";
import { plain, shortDay } from "../../../ui/format";
import { Select } from "../../../ui/Select";
import { Scale } from "../Scale";
import { choicesOf, KANO_WORDS, PROGRESS_WORDS } from "../words";
import type { BodyProps, Face, FieldsProps } from "./face";
import { TeamFields, Teams, teamNames } from "./team";

function Worth({ card, library }: BodyProps) {
  const words = weightsOf(card).join(" · ");
  return (
    <>
      {words || card.status ? (
        <span className="card-worth caption">
          {card.status ? <b>{PROGRESS_WORDS[card.status]}</b> : null} {words}
        </span>
      ) : null}
      <Teams card={card} library={library} />
    </>
  );
}

function weightsOf(card: Card): string[] {
  const { customer_value, business_value, effort, kano, due } = card;
  return [
    customer_value == null ? "" : t`value ${plain(customer_value)}`,
    business_value == null ? "" : t`business ${plain(business_value)}`,
    effort == null ? "" : t`effort ${plain(effort)}`,
    kano ? (KANO_WORDS[kano] ?? "") : "",
    due ? t`due ${shortDay(due)}` : "",
  ].filter(Boolean);
}

function OpportunityFields(props: FieldsProps) {
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

function IdeaFields(props: FieldsProps) {
  return (
    <>
      <StatusField {...props} />
      <Weights {...props} fields={["customer_value", "effort"]} />
    </>
  );
}

function factsOf(card: Card, library: BodyProps["library"]): string[] {
  const status = card.status ? [PROGRESS_WORDS[card.status]] : [];
  return [...status, ...weightsOf(card), ...teamNames(card, library)];
}

/** What could be better, what that is worth, and who takes it up. */
export const OPPORTUNITY: Face = { Body: Worth, Fields: OpportunityFields, facts: factsOf, proof: "name" };

/** A thought about what could be, to be weighed later. */
export const IDEA: Face = {
  Body: Worth,
  Fields: IdeaFields,
  facts: factsOf,
  icon: "sparkles",
  proof: "line",
};
