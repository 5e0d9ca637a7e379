import type { AnyRecord, Op } from "../generated";
import { newId, place, put } from "../model";

// Things of the library that are chosen by their name, or made by typing a new one.

type Named = { type: "touchpoint" | "team" | "channel"; name: string; order?: string };

/** The thing of this name (however it is written), or the ops that make it behind the others. */
export function named(
  type: Named["type"],
  known: Readonly<Record<string, { name: string; order?: string }>>,
  name: string,
): { id: string; ops: readonly Op[] } {
  const wanted = name.trim();
  const found = Object.entries(known).find(([, one]) => isSame(one.name, wanted));
  if (found) return { id: found[0], ops: [] };
  const siblings = Object.entries(known).map(([id, one]) => [id, one as AnyRecord] as const);
  const { keys, ops } = place(siblings, siblings.length);
  const id = newId();
  return { id, ops: [...ops, put(id, { type, name: wanted, order: keys[0] ?? "a0" })] };
}

/** Whether two names mean the same thing. */
export function isSame(a: string, b: string): boolean {
  return a.trim().localeCompare(b.trim(), undefined, { sensitivity: "accent" }) === 0;
}
