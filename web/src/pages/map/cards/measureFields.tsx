import { t } from "@lingui/core/macro";
import type { Card } from "../../../generated";
import { NumberField } from "../../../ui/Field";
import { interval, inUnit, unitInWords } from "../../../ui/format";
import { Select } from "../../../ui/Select";
import { type Measure, useReadings } from "../context";
import { Customers } from "../MeasureBody";
import { QuestionFields } from "../QuestionFields";
import type { FieldsProps } from "./face";

/** What a card asks of the data, and what the number should be. */
export function MeasureFields({ card, set, id }: FieldsProps) {
  const reading = useReadings().cards[id];
  return (
    <>
      <QuestionFields
        question={card.question ?? null}
        step={card.step ?? ""}
        onChange={(question) => set("question", question)}
      />
      <Now card={card} reading={reading} />
      {card.question || card.target != null ? (
        <TargetFields card={card} set={set} unit={reading?.unit ?? ""} />
      ) : null}
    </>
  );
}

function Now({ card, reading }: { card: Card; reading: Measure | undefined }) {
  if (!reading) return null;
  return (
    <>
      {reading.value === null ? null : (
        <p className="field-line numbers">
          <b className="is-measured">{inUnit(reading.value, reading.unit)}</b>
          {reading.low != null && reading.high != null
            ? `, ${interval(reading.low, reading.high, reading.unit, reading.value)}`
            : ""}{" "}
          · <Customers reading={reading} name={card.text ?? ""} />
        </p>
      )}
      <p className="panel-hint">{reading.definition}</p>
    </>
  );
}

export function TargetFields({ card, set, unit }: Pick<FieldsProps, "card" | "set"> & { unit: string }) {
  const isShare = unit === "share";
  const target = card.target == null ? null : isShare ? card.target * 100 : card.target;
  return (
    <div className="field-pair">
      <NumberField
        label={t`Target`}
        hint={isShare ? "%" : unitInWords(unit)}
        value={target}
        onChange={(value) => set("target", value !== null && isShare ? value / 100 : value)}
      />
      <Select
        label={t`Good is`}
        value={card.target_is ?? "at-least"}
        options={[
          { id: "at-least", label: t`at least` },
          { id: "at-most", label: t`at most` },
        ]}
        onChange={(side) => set("target_is", side)}
      />
    </div>
  );
}
