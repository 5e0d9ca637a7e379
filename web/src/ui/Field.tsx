import type { ClipboardEvent, ReactNode } from "react";
import { Switch as AriaSwitch } from "react-aria-components";
import { LONGEST, LONGEST_NAME } from "../editor/clipboard";
import { tooLong } from "../editor/pasting";
import { say } from "./Toast";
import { useDraft } from "./useDraft";
import "./controls.css";

interface TextProps {
  label: string;
  /** The name of the record's field, by which others on the page find it. */
  field?: string;
  value: string;
  onChange: (value: string, base: string) => void;
  isLong?: boolean;
  isLabelHidden?: boolean;
  placeholder?: string;
  inputMode?: "text" | "decimal";
}

/** A text field that saves by itself. */
export function TextField({
  label,
  field,
  value,
  onChange,
  isLong,
  isLabelHidden,
  placeholder,
  inputMode,
}: TextProps) {
  const { draft, type: take, flush } = useDraft(value, onChange);
  const longest = isLong ? LONGEST : LONGEST_NAME;
  const type = (text: string) =>
    text.length > longest && text.length > draft.length ? undefined : take(text);
  /** A text that no field can hold is not taken in part: it stays on the clipboard, and what stood here stays too. */
  const refuse = (event: ClipboardEvent) => {
    const size = draft.length + event.clipboardData.getData("text/plain").length;
    if (size <= longest) return;
    event.preventDefault();
    say(tooLong(size, longest));
  };
  const shared = {
    className: "input",
    onPaste: refuse,
    value: draft,
    placeholder,
    dir: "auto" as const,
    onBlur: flush,
    ...(isLabelHidden ? { "aria-label": label } : {}),
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside, in one branch or the other
    <label className="field" data-field={field}>
      {isLabelHidden ? null : <span className="field-label">{label}</span>}
      {isLong ? (
        <textarea {...shared} rows={2} onChange={(event) => type(event.target.value)} />
      ) : (
        <input
          {...shared}
          inputMode={inputMode ?? "text"}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => (event.key === "Enter" ? flush() : undefined)}
        />
      )}
    </label>
  );
}

interface NumberProps {
  label: string;
  value: number | null | undefined;
  onChange: (value: number | null) => void;
  hint?: string;
  isLabelHidden?: boolean;
}

/** A number that may be absent. */
export function NumberField({ label, value, onChange, hint, isLabelHidden = false }: NumberProps) {
  const send = (text: string) => {
    const number = Number(text.replace(",", ".").replace("−", "-"));
    if (text.trim() === "") onChange(null);
    else if (Number.isFinite(number)) onChange(number);
  };
  return (
    <TextField
      label={hint ? `${label} (${hint})` : label}
      value={value == null ? "" : String(value)}
      onChange={send}
      isLabelHidden={isLabelHidden}
      inputMode="decimal"
    />
  );
}

interface SwitchProps {
  children: ReactNode;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

export function Switch({ children, isOn, onChange }: SwitchProps) {
  return (
    <AriaSwitch isSelected={isOn} onChange={onChange} className="switch">
      <span className="switch-label">{children}</span>
      <span className="switch-track" aria-hidden>
        <span className="switch-knob" />
      </span>
    </AriaSwitch>
  );
}
