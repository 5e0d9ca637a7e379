import { t } from "@lingui/core/macro";
import { X } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { Button, IconButton } from "./Button";
import "./controls.css";

// React Aria's toast is still marked unstable in the version we use; this is the part of it that we need.

export interface Note {
  id: number;
  text: string;
  action?: { label: string; act: () => void };
  isBad?: boolean;
}

const STAYS = 8000; // milliseconds: long enough to read and to reach Undo
let notes: readonly Note[] = [];
let next = 1;
const listeners = new Set<() => void>();

function show(changed: readonly Note[]): void {
  notes = changed;
  for (const listener of listeners) listener();
}

/** Say something at the foot of the screen; it goes by itself, unless it is a problem. */
export function say(text: string, more: Omit<Note, "id" | "text"> = {}): void {
  show([...notes.slice(-2), { id: next++, text, ...more }]);
}

export function unsay(id: number): void {
  show(notes.filter((note) => note.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => notes);
  return (
    <section className="toasts" aria-label={t`Messages`} aria-live="polite">
      {shown.map((note) => (
        <Toast key={note.id} note={note} />
      ))}
    </section>
  );
}

function Toast({ note }: { note: Note }) {
  const { id, action, isBad } = note;
  useEffect(() => {
    if (isBad) return undefined;
    const timer = setTimeout(() => unsay(id), STAYS);
    return () => clearTimeout(timer);
  }, [id, isBad]);
  const act = () => {
    action?.act();
    unsay(id);
  };
  return (
    <div className={`toast ${isBad ? "toast-bad" : ""}`} role={isBad ? "alert" : undefined}>
      <span>{note.text}</span>
      {action ? (
        <Button size="small" look="edged" onPress={act}>
          {action.label}
        </Button>
      ) : null}
      <IconButton label={t`Close message`} onPress={() => unsay(id)}>
        <X size={14} />
      </IconButton>
    </div>
  );
}
