import { t } from "@lingui/core/macro";
import { type ChangeEvent, useId, useState } from "react";
import "./controls.css";

interface NameChoiceProps {
  label: string;
  /** The name that is chosen, "" for none. */
  value: string;
  /** The names that there are. */
  names: readonly string[];
  placeholder?: string;
  /** A name was chosen, or a new one typed; "" when it was taken away. */
  onName: (name: string) => void;
  /** Begin anew after each choice: for lists to which one adds. */
  isAdding?: boolean;
  /** Any name will do, and a new one makes nothing. */
  isFree?: boolean;
}

/** A choice by name among what there is, where typing a new name makes one. Nothing is made before Enter or leaving. */
export function NameChoice({ label, value, names, placeholder, onName, isAdding, isFree }: NameChoiceProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = (typed ?? "").trim();
  const isNew =
    !isFree && wanted !== "" && !names.some((name) => name.toLowerCase() === wanted.toLowerCase());
  const take = (name: string) => {
    setTyped(null);
    if (name !== value && (name || !isAdding)) onName(name);
  };
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const { value: text } = event.target;
    // A choice from the browser's list comes at once; letters come one by one.
    const isChosen = (event.nativeEvent as InputEvent).inputType === "insertReplacementText";
    if (isChosen && names.includes(text)) take(text);
    else setTyped(text);
  };
  return (
    <span className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        dir="auto"
        list={`${id}-names`}
        data-own-esc={typed === null ? undefined : true}
        maxLength={500}
        value={typed ?? value}
        placeholder={placeholder ?? t`Choose, or type a new name`}
        aria-describedby={isNew ? `${id}-new` : undefined}
        onChange={change}
        onBlur={() => (typed === null ? undefined : take(wanted))}
        onKeyDown={(event) => {
          if (event.key === "Enter" && typed !== null) take(wanted);
          else if (event.key === "Escape" && typed !== null) {
            event.stopPropagation();
            setTyped(null);
          }
        }}
      />
      <datalist id={`${id}-names`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {isNew ? (
        <span className="caption" id={`${id}-new`}>
          {t`New: Enter adds it to the library`}
        </span>
      ) : null}
    </span>
  );
}
