import { useEffect, useRef, useState } from "react";

const PAUSE = 900; // milliseconds without a key until what was typed is sent

/** What somebody types, kept here until a pause, Enter or leaving; others' edits show while nobody types. */
export function useDraft(value: string, onChange: (value: string, base: string) => void) {
  const [draft, setDraft] = useState(value);
  const state = useRef({ draft: value, base: value, onChange });
  state.current.onChange = onChange;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useRef(() => {
    clearTimeout(timer.current);
    const { draft: typed, base } = state.current;
    if (typed === base) return;
    state.current.base = typed;
    state.current.onChange(typed, base);
  });
  useEffect(() => {
    if (state.current.draft !== state.current.base) return;
    state.current.draft = value;
    state.current.base = value;
    setDraft(value);
  }, [value]);
  useEffect(() => {
    const { current } = flush;
    addEventListener("pagehide", current);
    return () => {
      removeEventListener("pagehide", current);
      current();
    };
  }, []);

  const type = (typed: string) => {
    state.current.draft = typed;
    setDraft(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(flush.current, PAUSE);
  };
  return { draft, type, flush: flush.current };
}
