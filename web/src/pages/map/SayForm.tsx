import { t } from "@lingui/core/macro";
import { AtSign } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { saying } from "../../editor/threads";
import type { Actor } from "../../generated";
import { ask, identity, listPeople } from "../../transport";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { useAsked } from "../useAsked";
import { useTools } from "./context";
import { useLooking } from "./looking";

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

/** A field for something to say, with the names of those who can be spoken to. */
export function SayForm({ label, target, step, thread, asked, onSaid, onLeave }: SayFormProps) {
  const { tools } = useLooking();
  const { store } = useTools();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const people = usePeople();
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
  const mention = (name: string) => {
    setText((typed) => `${typed}${typed && !/\s$/.test(typed) ? " " : ""}@${name} `);
    setTimeout(() => field.current?.focus());
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
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
            else if (event.key === "Escape") backToMap();
            else return;
            event.preventDefault();
          }}
        />
      </label>
      <div className="thread-tools">
        <Button type="submit" size="small" look="edged" isDisabled={!isSaid}>
          {thread ? t`Answer` : t`Comment`}
        </Button>
        {people.length > 0 ? (
          <Menu
            label={t`People`}
            trigger={
              <Button size="small">
                <AtSign size={13} aria-hidden /> {t`Mention`}
              </Button>
            }
            items={people.map(({ id, name = "" }) => ({ id, label: name, act: () => mention(name) }))}
          />
        ) : null}
        <span className="caption say-hint">{t`Ctrl+Enter sends`}</span>
      </div>
    </form>
  );
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
