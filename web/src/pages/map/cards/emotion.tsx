import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextField } from "../../../ui/Field";
import { interval, plain } from "../../../ui/format";
import { useReadings } from "../context";
import { Customers } from "../MeasureBody";
import { Scale } from "../Scale";
import type { Face, FieldsProps } from "./face";

function EmotionFields({ card, set }: FieldsProps) {
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
        onChange={(value, base) => set("feeling", value, base)}
      />
    </>
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

/** A point of a curve; the curve itself is drawn by the lane. */
export const EMOTION: Face = { Fields: EmotionFields, proof: "number" };
