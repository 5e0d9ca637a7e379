import { useEffect, useId, useRef, useState } from "react";
import "./controls.css";

/** What a text means, or why it means nothing. */
export type Read<T> = { means: T } | { why: string };

interface CheckedProps<T> {
  label: string;
  /** What stands there, as it would be typed. */
  value: string;
  placeholder?: string;
  read: (typed: string) => Read<T>;
  onChange: (means: T) => void;
}

/** A field for texts that mean something, such as a time or an address. What means nothing stays in sight, with the reason. */
export function CheckedField<T>({ label, value, placeholder, read, onChange }: CheckedProps<T>) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const [why, setWhy] = useState("");
  const now = useRef({ draft, value, read, onChange });
  now.current = { draft, value, read, onChange };
  useEffect(() => setDraft(value), [value]);
  const send = useRef(() => {
    const { draft: typed, value: before, read: mean, onChange: change } = now.current;
    if (typed === before) return setWhy("");
    const meant = mean(typed);
    setWhy("why" in meant ? meant.why : "");
    if ("means" in meant) change(meant.means);
  });
  useEffect(() => {
    const { current } = send;
    addEventListener("pagehide", current);
    return () => {
      removeEventListener("pagehide", current);
      current();
    };
  }, []);
  return (
    <span className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        dir="auto"
        value={draft}
        placeholder={placeholder}
        aria-invalid={why !== ""}
        aria-describedby={why ? `${id}-why` : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={send.current}
        onKeyDown={(event) => (event.key === "Enter" ? send.current() : undefined)}
      />
      {why ? (
        <span className="caption is-bad" id={`${id}-why`} role="alert">
          {why}
        </span>
      ) : null}
    </span>
  );
}
