import { type ReactNode, useId, useState } from "react";
import "./picker.css";

export interface Pick {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
}

interface PickerProps {
  label: string;
  list: string;
  placeholder: string;
  nothing: string;
  items: readonly Pick[];
  /** What else is offered for the words, such as making what they name. */
  more?: (words: string) => readonly Pick[];
  /** Called with what is active while one types and walks, before it is picked. */
  onActive?: (id: string) => void;
  onPick: (id: string) => void;
  /** The keys stay on the field; Tab leaves it. */
  isPickedByPress?: boolean;
}

/** A field that filters a list as one types; the arrows walk in it, Enter picks. */
export function Picker({
  label,
  list,
  placeholder,
  nothing,
  items,
  more = none,
  onActive,
  onPick,
  isPickedByPress = true,
}: PickerProps) {
  const id = useId();
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const found = [...matching(items, words), ...more(words)];
  const activate = (place: number, among = found) => {
    setActive(place);
    onActive?.(among[place]?.id ?? "");
  };
  const press = (event: React.KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[active];
    if (by) activate(Math.max(0, Math.min(found.length - 1, active + by)));
    else if (event.key === "Enter" && chosen) onPick(chosen.id);
    else return;
    event.preventDefault();
  };
  return (
    <div className="picker">
      <input
        className="input"
        // biome-ignore lint/a11y/noAutofocus: the field is what the dialog is for
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found[active] ? `${id}-${found[active].id}` : undefined}
        placeholder={placeholder}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          activate(0, [...matching(items, event.target.value), ...more(event.target.value)]);
        }}
        onKeyDown={press}
      />
      {found.length === 0 ? <p className="caption picker-none">{nothing}</p> : null}
      <div id={`${id}-list`} role="listbox" aria-label={list} className="picker-list">
        {found.map((item, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the field, which names the active one
          <div
            key={item.id}
            id={`${id}-${item.id}`}
            ref={place === active ? inSight : null}
            role="option"
            aria-selected={place === active}
            tabIndex={-1}
            className={`menu-item ${place === active ? "is-chosen" : ""}`}
            onClick={() => (isPickedByPress ? onPick(item.id) : activate(place))}
          >
            <span className="menu-icon">{item.icon}</span>
            <span className="menu-label">
              <span dir="auto">{item.label}</span>
              {item.hint ? <span className="caption">{item.hint}</span> : null}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

const none = (): readonly Pick[] => [];

function inSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

/** What has all the words, in any order. */
function matching(items: readonly Pick[], words: string): readonly Pick[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(({ label, hint = "" }) => {
    const text = `${label} ${hint}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
