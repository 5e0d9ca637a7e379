import { t } from "@lingui/core/macro";
import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { IconButton } from "../../ui/Button";

interface TokensProps {
  label: string;
  hint: string;
  texts: readonly string[];
  /** What there is to choose from; anything else may be typed. */
  known: readonly string[];
  isFirst?: boolean;
  /** Hears what is typed and not yet added. */
  onType?: (text: string) => void;
  onChange: (texts: string[]) => void;
}

const MOST = 500; // offered by the browser's list

/** Names and patterns, added one by one: Enter takes what is typed, Backspace in an empty field the last one away. */
export function Tokens({ label, hint, texts, known, isFirst, onType, onChange }: TokensProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const type = (text: string) => {
    setTyped(text);
    onType?.(text.trim());
  };
  const add = () => {
    const text = typed.trim();
    type("");
    if (text && !texts.includes(text)) onChange([...texts, text]);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && typed.trim() && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && typed === "") onChange(texts.slice(0, -1));
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {texts.length > 0 ? (
        <ul className="bind-tokens" aria-label={t`Chosen: ${label}`}>
          {texts.map((text) => (
            <li key={text}>
              <code dir="auto">{text}</code>
              <IconButton
                label={t`Remove “${text}”`}
                className="bind-token-remove"
                onPress={() => onChange(texts.filter((one) => one !== text))}
              >
                <X size={12} />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <span className="bind-add">
        <input
          id={id}
          className="input"
          dir="auto"
          list={`${id}-known`}
          maxLength={500}
          // biome-ignore lint/a11y/noAutofocus: the form opens to name events
          autoFocus={isFirst}
          value={typed}
          placeholder={t`Add; ${hint}`}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          onBlur={add}
        />
        <IconButton label={t`Add to ${label}`} isDisabled={typed.trim() === ""} onPress={add}>
          <Plus size={14} />
        </IconButton>
      </span>
      <datalist id={`${id}-known`}>
        {known
          .filter((text) => !texts.includes(text))
          .slice(0, MOST)
          .map((text) => (
            <option key={text} value={text} />
          ))}
      </datalist>
    </div>
  );
}
