import { createContext, useContext } from "react";
import type { BindingProposal, Bindings, Op, Touchpoint } from "../../generated";
import type { Records } from "../../model";

// What the parts of the page share: what the server found, the library, and the way to change it.

export interface Desk {
  found: Bindings;
  records: Records;
  touchpoints: ReadonlyMap<string, Touchpoint>;
  isReadOnly: boolean;
  /** Change the library, and say what was done, with an undo; "" says nothing. */
  edit(ops: readonly Op[], said: string): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("a part of the page of bindings stands outside of it");
  return desk;
}

export function proposalFor(found: Bindings, event: string): BindingProposal | undefined {
  return found.proposals.find((one) => one.event === event);
}

/** React Aria takes no empty key, and an event may have no name. */
export function keyOf(event: string): string {
  return `e:${event}`;
}
