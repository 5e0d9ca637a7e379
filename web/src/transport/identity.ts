// Who sits here: a name that a person picks once, kept in this browser, with a random id.

import type { Actor } from "../generated";
import { newId } from "../model";

const KEY = "footfall.person";

/** A person; the name is empty until one was picked. */
export type Identity = Required<Actor>;

let current: Identity | undefined;
const listeners = new Set<() => void>();

/** Who sits here; the same object until the name changes. */
export function identity(): Identity {
  current ??= stored() ?? keep({ id: newId(), name: "" });
  return current;
}

/** Take a name; entries of the journal carry it from now on. */
export function rename(name: string): void {
  current = keep({ ...identity(), name: name.trim().slice(0, 80) });
  tell();
}

/** Hear when the name changes, also in another tab. */
export function subscribeIdentity(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("storage", onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", onStorage);
  };
}

function onStorage(event: StorageEvent): void {
  if (event.key !== KEY) return;
  current = undefined;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function keep(person: Identity): Identity {
  try {
    localStorage.setItem(KEY, JSON.stringify(person));
  } catch {
    // Storage is full or forbidden: the name then lasts as long as the page.
  }
  return person;
}

function stored(): Identity | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isPerson(found) ? found : undefined;
  } catch {
    return undefined; // what stands there was not written by us, or may not be read: a new person
  }
}

function isPerson(found: unknown): found is Identity {
  if (typeof found !== "object" || found === null || !("id" in found) || !("name" in found)) return false;
  return typeof found.id === "string" && /^[\w-]{1,64}$/.test(found.id) && typeof found.name === "string";
}
