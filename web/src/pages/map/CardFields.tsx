import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { KINDS, type Shape } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import type { CellCard, LaneView } from "../../editor/sheet";
import type { Card } from "../../generated";
import type { DocumentSession } from "../../transport";
import { NumberField, Switch, TextField } from "../../ui/Field";
import { interval, inUnit, plain, unitInWords } from "../../ui/format";
import { Select } from "../../ui/Select";
import { SEVERITY_WORDS } from "../../ui/words";
import { BindingFields } from "./BindingFields";
import { useLibrary, useReadings, useTools } from "./context";
import { EvidenceFields } from "./EvidenceFields";
import { Customers } from "./MeasureBody";
import { QuestionFields } from "./QuestionFields";
import { Scale } from "./Scale";
import { choicesOf, KANO_WORDS, PROGRESS_WORDS } from "./words";

interface CardFieldsProps {
  found: CellCard;
  lane: LaneView;
  library: DocumentSession | null;
}

export interface FieldsProps {
  card: Card;
  set: (field: string, value: unknown, base?: unknown) => void;
}

/** The fields of a card, by the kind of its lane. */
export function CardFields({ found, lane, library }: CardFieldsProps) {
  const tools = useTools();
  const { id, card } = found;
  const { shape } = KINDS[lane.lane.kind ?? "free"];
  const set: FieldsProps["set"] = (field, value, base) => tools.edit([setField(id, field, value, base)]);
  return (
    <>
      <section className="panel-part">
        <TextField
          label={t`Text`}
          isLong
          value={card.text ?? ""}
          onChange={(value, base) => set("text", value, base)}
        />
        <ByShape shape={shape} card={card} set={set} id={id} />
      </section>
      {shape === "touchpoint" && card.touchpoint ? (
        <BindingFields id={card.touchpoint} library={library} />
      ) : null}
      <EvidenceFields card={card} set={set} />
      <section className="panel-part">
        <div className="field-pair">
          <TextField
            label={t`Owner`}
            value={card.owner ?? ""}
            onChange={(value, base) => set("owner", value, base)}
          />
          <TextField
            label={t`Tags`}
            value={(card.tags ?? []).join(", ")}
            onChange={(value) => set("tags", words(value))}
            placeholder={t`with commas`}
          />
        </div>
      </section>
    </>
  );
}

export function words(text: string): string[] {
  return [...new Set(text.split(",").map((word) => word.trim()))].filter(Boolean);
}

function ByShape({ shape, id, ...props }: FieldsProps & { shape: Shape; id: string }) {
  if (shape === "emotion") return <EmotionFields {...props} />;
  if (shape === "touchpoint") return <TouchpointFields {...props} />;
  if (shape === "pain") return <PainFields {...props} />;
  if (shape === "opportunity") return <OpportunityFields {...props} />;
  if (shape === "measure") return <MeasureFields {...props} id={id} />;
  return null;
}

function EmotionFields({ card, set }: FieldsProps) {
  const reading = useReadings().steps[card.step ?? ""]?.emotion;
  return (
    <>
      <Scale
        label={t`Emotion as drawn`}
        value={card.score}
        low={-2}
        high={2}
        step={0.5}
        onChange={(score) => set("score", score)}
      />
      {reading && reading.value !== null && !reading.too_few ? (
        <p className="field-line numbers">
          <Trans>
            measured <b className="is-measured">{plain(reading.value, 1)}</b>
          </Trans>
          {reading.low != null && reading.high != null
            ? `, ${interval(reading.low, reading.high, "score")}`
            : ""}{" "}
          · <Customers reading={reading} name={t`Answers at this step`} />
        </p>
      ) : null}
      <TextField
        label={t`In a word`}
        value={card.feeling ?? ""}
        onChange={(value, base) => set("feeling", value, base)}
      />
    </>
  );
}

function TouchpointFields({ card, set }: FieldsProps) {
  const { touchpoints, channels } = useLibrary();
  const chosen = new Set(card.channels ?? []);
  const toggle = (id: string) =>
    set("channels", chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      <Select
        label={t`Touchpoint of the library`}
        value={card.touchpoint ?? ""}
        options={[
          { id: "", label: t`None` },
          ...Object.entries(touchpoints).map(([id, { name }]) => ({ id, label: name })),
        ]}
        onChange={(id) => set("touchpoint", id)}
      />
      {Object.keys(channels).length > 0 ? (
        <fieldset className="chips">
          <legend className="field-label">{t`Channels`}</legend>
          {Object.entries(channels).map(([id, channel]) => (
            <button
              key={id}
              type="button"
              className="chip"
              aria-pressed={chosen.has(id)}
              onClick={() => toggle(id)}
            >
              {channel.name}
            </button>
          ))}
        </fieldset>
      ) : null}
      <Switch isOn={card.moment_of_truth ?? false} onChange={(isOn) => set("moment_of_truth", isOn)}>
        {t`Moment of truth`}
      </Switch>
      <Scale
        label={t`Importance`}
        value={card.importance}
        low={1}
        high={5}
        step={0.5}
        onChange={(value) => set("importance", value)}
      />
      <Scale
        label={t`Quality`}
        value={card.quality}
        low={1}
        high={5}
        step={0.5}
        onChange={(value) => set("quality", value)}
      />
    </>
  );
}

function PainFields({ card, set }: FieldsProps) {
  return (
    <Select
      label={t`Severity`}
      value={card.severity ?? ""}
      options={choicesOf(SEVERITY_WORDS, t`Not said`)}
      onChange={(id) => set("severity", id)}
    />
  );
}

function OpportunityFields({ card, set }: FieldsProps) {
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
      <Scale
        label={t`Worth to customers`}
        value={card.customer_value}
        low={1}
        high={5}
        step={1}
        onChange={(value) => set("customer_value", value)}
      />
      <Scale
        label={t`Worth to us`}
        value={card.business_value}
        low={1}
        high={5}
        step={1}
        onChange={(value) => set("business_value", value)}
      />
      <Scale
        label={t`Effort`}
        value={card.effort}
        low={1}
        high={5}
        step={1}
        onChange={(value) => set("effort", value)}
      />
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

function MeasureFields({ card, set, id }: FieldsProps & { id: string }) {
  const reading = useReadings().cards[id];
  const isShare = reading?.unit === "share";
  const target = card.target == null ? null : isShare ? card.target * 100 : card.target;
  return (
    <>
      <QuestionFields
        question={card.question ?? null}
        step={card.step ?? ""}
        onChange={(question) => set("question", question)}
      />
      {reading?.value != null ? (
        <p className="field-line numbers">
          <b className="is-measured">{inUnit(reading.value, reading.unit)}</b>
          {reading.low != null && reading.high != null
            ? `, ${interval(reading.low, reading.high, reading.unit)}`
            : ""}{" "}
          · <Customers reading={reading} name={card.text ?? ""} />
        </p>
      ) : null}
      {reading ? <p className="panel-hint">{reading.definition}</p> : null}
      <div className="field-pair">
        <NumberField
          label={t`Target`}
          hint={isShare ? "%" : unitInWords(reading?.unit ?? "")}
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
    </>
  );
}
