import { plural, t } from "@lingui/core/macro";
import { AtSign } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { type Begun, mentionBegun, mentioning, peopleFor } from "../../editor/mentions";
import { saying } from "../../editor/threads";
import type { Actor } from "../../generated";
import { ask, identity, listPeople } from "../../transport";
import { Button } from "../../ui/Button";
import { useAsked } from "../useAsked";
import { useTools } from "./context";
import { useLooking } from "./looking";
import { Suggested } from "./Suggested";

const LONGEST = 20_000; // characters, as the server takes them

interface SayFormProps {
  label: string;
  target: string;
  step?: string;
  thread?: string;
  /** Takes the focus when this grows. */
  asked: number;
  onSaid: () => void;
  onLeave?: () => void;
}

/** A field for something to say; an @ offers the names of those who can be spoken to. */
export function SayForm({ label, target, step, thread, asked, onSaid, onLeave }: SayFormProps) {
  const { tools } = useLooking();
  const { store } = useTools();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const people = usePeople();
  const naming = useNaming(field, people, setText);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);
  const isSaid = text.trim() !== "" && !tools.isReadOnly;
  const send = () => {
    if (!isSaid) return;
    tools.edit([saying({ text, target, step, thread }, identity(), people)]);
    setText("");
    onSaid();
  };
  const backToMap = () => {
    field.current?.blur();
    onLeave?.();
    const { at } = store.getSnapshot();
    store.set({ at: at && { ...at } });
  };
  const press = (event: KeyboardEvent) => {
    if (naming.press(event)) event.stopPropagation();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
    else if (event.key === "Escape") backToMap();
    else return;
    event.preventDefault();
  };
  return (
    <form
      className="say-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="field">
        <span className="field-label" dir="auto">
          {label}
        </span>
        <textarea
          ref={field}
          className="input"
          dir="auto"
          rows={2}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            naming.look();
          }}
          onSelect={naming.look}
          onBlur={naming.close}
          onKeyDown={press}
          {...naming.aria}
        />
      </label>
      <Suggested naming={naming} />
      <div className="thread-tools">
        <Button type="submit" size="small" look="edged" isDisabled={!isSaid}>
          {thread ? t`Answer` : t`Comment`}
        </Button>
        {people.length > 0 ? (
          <Button size="small" onPress={naming.begin}>
            <AtSign size={13} aria-hidden /> {t`Mention`}
          </Button>
        ) : null}
        <span className="caption say-hint">{t`Ctrl+Enter sends`}</span>
      </div>
    </form>
  );
}

export type Naming = ReturnType<typeof useNaming>;

/** The names that an @ in the field offers: arrows choose, Enter or Tab takes, Esc closes. */
function useNaming(
  field: React.RefObject<HTMLTextAreaElement | null>,
  people: readonly Actor[],
  setText: (text: string) => void,
) {
  const id = useId();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [chosen, setChosen] = useState(0);
  const found = begun ? peopleFor(begun.word, people).slice(0, 6) : [];
  const close = () => setBegun(null);
  const look = () => {
    const { current } = field;
    setBegun(current && mentionBegun(current.value, current.selectionStart));
    setChosen(0);
  };
  const write = (text: string, caret: number) => {
    setText(text);
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
      look();
    });
  };
  const take = (person: Actor | undefined) => {
    if (!person || !begun || !field.current) return;
    const { text, caret } = mentioning(field.current.value, begun, person.name ?? "");
    write(text, caret);
  };
  const begin = () => {
    const typed = field.current?.value ?? "";
    const text = `${typed}${typed && !/\s$/.test(typed) ? " " : ""}@`;
    write(text, text.length);
  };
  const press = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (found.length === 0 || ctrlKey || metaKey || shiftKey) return false;
    if (by) setChosen((chosen + by + found.length) % found.length);
    else if (key === "Enter" || key === "Tab") take(found[chosen]);
    else if (key === "Escape") close();
    else return false;
    return true;
  };
  const isOpen = found.length > 0;
  const aria = {
    "aria-autocomplete": "list" as const,
    "aria-controls": isOpen ? id : undefined,
    "aria-activedescendant": isOpen ? `${id}-${chosen}` : undefined,
  };
  const said = isOpen ? plural(found.length, { one: "# name to choose", other: "# names to choose" }) : "";
  return { id, found, chosen, take, look, close, begin, press, aria, said };
}

/** Everybody who has been here and has a name, but oneself. */
function usePeople(): Actor[] {
  const { data } = useAsked(["people"], () => ask(listPeople()));
  return useMemo(() => {
    const others = (data ?? [])
      .map(({ actor }) => actor)
      .filter(({ id, name }) => name && id !== identity().id);
    return [...new Map(others.map((actor) => [actor.name, actor])).values()].slice(0, 50);
  }, [data]);
}
