import { t } from "@lingui/core/macro";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { LONGEST, LONGEST_NAME } from "../../editor/clipboard";
import { afterTyping } from "../../editor/commands";
import { commandFor } from "../../editor/keymap";
import { tooLong } from "../../editor/pasting";
import { useTools } from "./context";

const SHORTEST = 80; // milliseconds after a key until it is sent, with those that came meanwhile
const LONGEST_PAUSE = 900;
const REST = 8; // on a large map a sent text takes a while to draw: keys come first seven eighths of the time

interface NameEditorProps {
  label: string;
  value: string;
  onChange: (value: string, base: string) => void;
  /** Called once at the end with what stands there. */
  onEnd?: (value: string) => void;
  isLong?: boolean;
}

/** Typing in place: what is typed stays in here and is sent a few times a second and at the end. */
export function NameEditor({ label, value, onChange, onEnd, isLong }: NameEditorProps) {
  const { store, tell } = useTools();
  const [typed] = useState(() => store.getSnapshot().typed);
  const [draft, setDraft] = useState(typed ?? value);
  const longest = isLong ? LONGEST : LONGEST_NAME;
  const field = useRef<HTMLTextAreaElement>(null);
  const now = useRef({ draft: typed ?? value, base: value, onChange, onEnd });
  now.current.onChange = onChange;
  now.current.onEnd = onEnd;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pause = useRef(SHORTEST);

  const send = useRef(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { draft: text, base } = now.current;
    if (text === base) return;
    now.current.base = text;
    const begin = performance.now();
    now.current.onChange(text, base);
    setTimeout(() => {
      pause.current = Math.min(LONGEST_PAUSE, Math.max(SHORTEST, REST * (performance.now() - begin)));
    });
  });
  useEffect(() => {
    const { current } = send;
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
    addEventListener("pagehide", current);
    return () => {
      removeEventListener("pagehide", current);
      if (isTakenAway.current()) rescue.current();
      else current();
    };
  }, []);

  const hasEnded = useRef(false);
  /** The place went while somebody typed in it: neither Enter, Esc nor a click elsewhere ended it. */
  const isTakenAway = useRef(() => {
    const { at, mode } = store.getSnapshot();
    const isElsewhere = mode !== "typing" && JSON.stringify(at) !== first.current.place;
    return !hasEnded.current && isElsewhere && now.current.draft !== first.current.value;
  });
  const first = useRef({ value, place: JSON.stringify(store.getSnapshot().at) });
  const rescue = useRef(() => {
    clearTimeout(timer.current);
    now.current.onChange(now.current.draft, now.current.base);
    tell(
      t`A colleague took away what you were typing in. Your text is kept: on the map, or in the tray below it.`,
    );
  });

  /** A text that no card can hold is not taken in part: it stays on the clipboard, and what stood here stays too. */
  const refuse = (event: ClipboardEvent) => {
    const size = draft.length + event.clipboardData.getData("text/plain").length;
    if (size <= longest) return;
    event.preventDefault();
    tell(tooLong(size, longest));
  };
  const type = (text: string) => {
    if (text.length > longest && text.length > draft.length) return;
    const clean = isLong ? text : text.replaceAll("\n", " ");
    now.current.draft = clean;
    setDraft(clean);
    timer.current ??= setTimeout(send.current, pause.current);
  };
  const end = () => {
    hasEnded.current = true;
    send.current();
    now.current.onEnd?.(now.current.draft);
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    const command = commandFor({ ...keysOf(event) }, "typing");
    if (!command) return;
    event.preventDefault();
    end();
    afterTyping(store, command);
  };
  const blur = () => {
    end();
    if (store.getSnapshot().mode === "typing") store.set({ mode: "moving", typed: null });
  };

  return (
    <span className="name-editor" data-text={`${draft}\u200b`}>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        dir="auto"
        value={draft}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={blur}
        onPaste={refuse}
      />
    </span>
  );
}

function keysOf({ key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, shiftKey, isComposing: nativeEvent.isComposing };
}
