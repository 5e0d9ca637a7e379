import { type KeyboardEvent, useId } from "react";
import { setField } from "../../editor/ops";
import { useDraft } from "../../ui/useDraft";
import { useShelf } from "./context";

interface InPlaceProps {
  label: string;
  value: string;
  onChange: (value: string, base: string) => void;
  placeholder?: string;
  isLong?: boolean;
  /** Left empty, it becomes again what it was. */
  isNeeded?: boolean | undefined;
  className?: string;
}

/** A text that is edited where it stands; it grows with its words. */
export function InPlace(props: InPlaceProps) {
  const { label, value, onChange, placeholder, isLong, isNeeded, className = "" } = props;
  const { isReadOnly } = useShelf();
  const { draft, type, flush } = useDraft(value, onChange);
  const leave = () => {
    if (isNeeded && !draft.trim()) type(value);
    flush();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !isLong && !event.nativeEvent.isComposing) {
      event.preventDefault();
      flush();
    }
  };
  return (
    <textarea
      className={`in-place ${className}`}
      aria-label={label}
      dir="auto"
      rows={1}
      readOnly={isReadOnly}
      placeholder={placeholder}
      value={draft}
      onBlur={leave}
      onKeyDown={press}
      onChange={(event) => type(isLong ? event.target.value : event.target.value.replace(/\n/g, " "))}
    />
  );
}

interface FieldProps {
  id: string;
  field: string;
  label: string;
  value: string | undefined;
  placeholder?: string;
  isLong?: boolean;
  className?: string;
  /** A name that must not be empty keeps what it was. */
  isNeeded?: boolean;
}

/** One text field of a record of the library, with its label above. */
export function TextOf({ id, field, label, value = "", isNeeded, className = "", ...rest }: FieldProps) {
  const shelf = useShelf();
  const change = (text: string, base: string) => {
    if (isNeeded && !text.trim()) return;
    // A name that was emptied on the way was never sent: what stands there is the base.
    shelf.edit([setField(id, field, text, isNeeded && !base.trim() ? value : base)]);
  };
  return (
    <div className="labelled">
      <span className="field-label" aria-hidden>
        {label}
      </span>
      <InPlace
        label={label}
        value={value}
        onChange={change}
        isNeeded={isNeeded}
        className={className}
        {...rest}
      />
    </div>
  );
}

interface SliderProps {
  label: string;
  value: number | null | undefined;
  low: number;
  high: number;
  step: number;
  /** What the value is in words. */
  words: string;
  onChange: (value: number) => void;
  isLabelHidden?: boolean;
}

/** A slider that arrows move; where nothing is chosen yet it stands hollow in the middle. */
export function Slider({ label, value, low, high, step, words, onChange, isLabelHidden }: SliderProps) {
  const { isReadOnly } = useShelf();
  const id = useId();
  return (
    <div className="labelled">
      {isLabelHidden ? null : (
        <label className="field-label slider-label" htmlFor={id}>
          {label} <span className="numbers">{words}</span>
        </label>
      )}
      <input
        id={id}
        type="range"
        className={`slider ${value == null ? "is-unset" : ""}`}
        aria-label={label}
        aria-valuetext={words}
        min={low}
        max={high}
        step={step}
        disabled={isReadOnly}
        value={value ?? (low + high) / 2}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
