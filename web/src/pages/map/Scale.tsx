import { t } from "@lingui/core/macro";
import { useEffect, useState } from "react";
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import { plain } from "../../ui/format";

interface ScaleProps {
  label: string;
  value: number | null | undefined;
  low: number;
  high: number;
  step: number;
  onChange: (value: number) => void;
}

/** A value on a scale: dragged here, sent when it is let go. */
export function Scale({ label, value, low, high, step, onChange }: ScaleProps) {
  const [shown, setShown] = useState(value ?? (low + high) / 2);
  useEffect(() => setShown(value ?? (low + high) / 2), [value, low, high]);
  return (
    <Slider
      className="scale"
      value={shown}
      minValue={low}
      maxValue={high}
      step={step}
      onChange={(now) => setShown(now)}
      onChangeEnd={(now) => onChange(now)}
    >
      <Label className="field-label">{label}</Label>
      <SliderOutput className="scale-value numbers">
        {value == null ? t`not said` : valueInWords(shown, low)}
      </SliderOutput>
      <SliderTrack className="scale-track">
        <SliderThumb className={`scale-thumb ${value == null ? "is-unset" : ""}`} />
      </SliderTrack>
    </Slider>
  );
}

function valueInWords(value: number, low: number): string {
  const said = plain(value, value % 1 ? 1 : 0);
  return low === 1 ? t`${said} of 5` : said;
}
