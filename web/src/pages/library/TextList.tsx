import { t } from "@lingui/core/macro";
import { Plus, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { replaced, shifted, without } from "../../editor/shelf";
import { IconButton } from "../../ui/Button";
import { useDraft } from "../../ui/useDraft";
import { useShelf } from "./context";

export interface TextListProps {
  /** What the list is, and what one of it is. */
  label: string;
  one: string;
  texts: readonly string[];
  onChange: (texts: string[]) => void;
  look?: "lines" | "chips" | "notes";
  /** What stands before each text, such as a grip, and after it, such as a menu. */
  before?: ReactNode;
  beside?: (text: string) => ReactNode;
  /** Keys of a text that the list around knows; true when it took the press. */
  onKey?: (event: KeyboardEvent, text: string) => boolean;
  /** Names each text for a pointer that drags it. */
  dragged?: string;
}

/** Short texts, each edited where it stands; the last line takes a new one. */
export function TextList(props: TextListProps) {
  const { label, one, texts, onChange, look = "lines", before, beside, onKey, dragged } = props;
  const { isReadOnly } = useShelf();
  const list = useRef<HTMLUListElement>(null);
  const { keyOf, renamed } = useKeys();
  const focusAt = (at: number) =>
    setTimeout(() =>
      list.current?.querySelectorAll<HTMLElement>(".text-words, .text-new")[Math.max(0, at)]?.focus(),
    );
  const change = (from: string, to: string) => {
    renamed(from, to);
    onChange(replaced(texts, from, to));
  };
  const remove = (text: string, at: number) => {
    onChange(without(texts, text));
    focusAt(at);
  };
  const press = (event: KeyboardEvent, text: string, at: number) => {
    if (onKey?.(event, text)) return;
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      focusAt(at + 1);
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      onChange(shifted(texts, text, event.key === "ArrowUp" ? -1 : 1));
    }
  };
  return (
    <ul className={`texts texts-${look}`} aria-label={label} ref={list}>
      {texts.map((text, at) => (
        <li key={keyOf(text)} className="text" data-note={dragged ? text : undefined} data-field={dragged}>
          {before}
          <Text
            label={one}
            text={text}
            onChange={(to) => change(text, to)}
            onEmpty={() => remove(text, at)}
            onKey={(event) => press(event, text, at)}
          />
          {beside?.(text) ?? (
            <IconButton
              label={t`Remove “${text}”`}
              className="text-remove"
              isDisabled={isReadOnly}
              onPress={() => remove(text, at)}
            >
              <X size={13} />
            </IconButton>
          )}
        </li>
      ))}
      {isReadOnly ? null : (
        <NewText
          label={t`Add to ${label}`}
          one={one}
          onAdd={(text) => onChange([...new Set([...texts, text])])}
        />
      )}
    </ul>
  );
}

interface TextProps {
  label: string;
  text: string;
  onChange: (to: string) => void;
  onEmpty: () => void;
  onKey: (event: KeyboardEvent) => void;
}

function Text({ label, text, onChange, onEmpty, onKey }: TextProps) {
  const { isReadOnly } = useShelf();
  const { draft, type, flush } = useDraft(text, (to) => (to.trim() ? onChange(to.trim()) : undefined));
  const isEmpty = draft.trim() === "";
  const leave = () => (isEmpty ? onEmpty() : flush());
  const press = (event: KeyboardEvent) => {
    if (event.key === "Backspace" && isEmpty) {
      event.preventDefault();
      onEmpty();
      return;
    }
    if (event.key === "Enter" || event.altKey) flush();
    onKey(event);
  };
  return (
    <textarea
      className="text-words in-place"
      aria-label={label}
      dir="auto"
      rows={1}
      readOnly={isReadOnly}
      value={draft}
      onBlur={leave}
      onKeyDown={press}
      onChange={(event) => type(event.target.value.replace(/\n/g, " "))}
    />
  );
}

/** The line that takes one more; it keeps the focus, so that several are typed in a row. */
function NewText({ label, one, onAdd }: { label: string; one: string; onAdd: (text: string) => void }) {
  const [draft, setDraft] = useState("");
  const add = () => {
    if (draft.trim()) onAdd(draft.trim());
    setDraft("");
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add();
    }
    if (event.key === "Escape") setDraft("");
  };
  return (
    <li className="text text-add">
      <Plus size={13} aria-hidden />
      <input
        className="text-new in-place"
        aria-label={label}
        placeholder={t`Add ${one}`}
        dir="auto"
        value={draft}
        onBlur={add}
        onKeyDown={press}
        onChange={(event) => setDraft(event.target.value)}
      />
    </li>
  );
}

/** A key for each text that stays while it is typed over, so that the caret does. */
function useKeys() {
  const keys = useRef({ next: 0, of: new Map<string, number>() });
  const keyOf = (text: string): number => {
    const { of } = keys.current;
    const found = of.get(text) ?? keys.current.next++;
    of.set(text, found);
    return found;
  };
  const renamed = (from: string, to: string) => {
    const key = keyOf(from);
    keys.current.of.delete(from);
    keys.current.of.set(to, key);
  };
  return { keyOf, renamed };
}
