import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

export interface Chosen<T extends string> {
  id: T;
  label: string;
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly Chosen<T>[];
  onChange: (id: T) => void;
  isLabelHidden?: boolean;
  isQuiet?: boolean;
  children?: ReactNode;
}

/** A choice of one that the browser draws itself: a page may have hundreds of them, and a phone shows its own wheel. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  isLabelHidden = false,
  isQuiet = false,
  children,
}: ChoiceProps<T>) {
  return (
    <label className="field">
      <span className={isLabelHidden ? "only-read" : "field-label"}>{label}</span>
      <span className={`choice ${isQuiet ? "is-quiet" : ""}`}>
        <select value={value} onChange={(event) => onChange(event.target.value as T)}>
          {children ??
            options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
        </select>
        <ChevronDown size={14} aria-hidden />
      </span>
    </label>
  );
}

interface TypedProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isLabelHidden?: boolean;
  isNumber?: boolean;
  list?: string;
  placeholder?: string;
}

/** A text that is taken as it is typed. */
export function Typed({ label, value, onChange, isLabelHidden, isNumber, list, placeholder }: TypedProps) {
  return (
    <label className="field">
      <span className={isLabelHidden ? "only-read" : "field-label"}>{label}</span>
      <input
        className="input"
        dir="auto"
        inputMode={isNumber ? "decimal" : "text"}
        list={list}
        maxLength={500}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface TickProps {
  children: ReactNode;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  name?: string;
}

/** A box to tick. */
export function Tick({ children, isOn, onChange, name }: TickProps) {
  return (
    <label className="tick-line">
      <input
        type="checkbox"
        checked={isOn}
        aria-label={name}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
