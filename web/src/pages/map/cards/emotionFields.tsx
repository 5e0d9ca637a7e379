import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextField } from "../../../ui/Field";
import { interval, plain } from "../../../ui/format";
import { Select } from "../../../ui/Select";
import { useEditor, useLibrary, useReadings } from "../context";
import { Customers } from "../MeasureBody";
import { Scale } from "../Scale";
import { BASIS_WORDS, choicesOf } from "../words";
import type { FieldsProps } from "./face";

export function EmotionFields(props: FieldsProps) {
  const { card, set } = props;
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
      <Measured step={card.step ?? ""} />
      <TextField
        label={t`In a word`}
        value={card.feeling ?? ""}
        placeholder={t`relieved, annoyed`}
        onChange={(value, base) => set("feeling", value, base)}
      />
      <CurveFields {...props} />
    </>
  );
}

/** On which curve the point is: whose, and whether somebody measured it. */
export function CurveFields({ card, set }: FieldsProps) {
  const { personas } = useLibrary();
  const lane = useEditor((state) => state.sheet.lanes.find(({ id }) => id === card.lane)?.lane);
  const own = personas[lane?.persona ?? ""]?.name;
  return (
    <div className="field-pair">
      <Select
        label={t`Whose`}
        value={card.persona ?? ""}
        options={[
          { id: "", label: own ?? t`Customers` },
          ...Object.entries(personas).map(([id, { name, role }]) => ({ id, label: name, hint: role ?? "" })),
        ]}
        onChange={(id) => set("persona", id)}
      />
      <Select
        label={t`Curve`}
        value={card.basis ?? "assumed"}
        options={choicesOf(BASIS_WORDS)}
        onChange={(id) => set("basis", id)}
      />
    </div>
  );
}

function Measured({ step }: { step: string }) {
  const reading = useReadings().steps[step]?.emotion;
  if (!reading || reading.value === null || reading.too_few) return null;
  return (
    <p className="field-line numbers">
      <Trans>
        measured <b className="is-measured">{plain(reading.value, 1)}</b>
      </Trans>
      {reading.low != null && reading.high != null ? `, ${interval(reading.low, reading.high, "score")}` : ""}{" "}
      · <Customers reading={reading} name={t`Answers at this step`} />
    </p>
  );
}
