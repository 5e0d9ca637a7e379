import { type RefObject, useLayoutEffect } from "react";
import type { Person } from "../../generated";

export const NOBODY: readonly Person[] = [];

/**
 * While a colleague types in a cell, their card keeps its height: the rows below stay where they are until it is done.
 */
export function useHeld(cell: RefObject<HTMLElement | null>, people: readonly Person[]): void {
  const typed = people.find(({ editing }) => editing)?.cell?.card ?? "";
  useLayoutEffect(() => {
    const card = typed ? cell.current?.querySelector<HTMLElement>(`[data-card="${typed}"]`) : null;
    if (!card) return undefined;
    card.style.setProperty("--held", String(card.offsetHeight));
    card.dataset.held = "";
    return () => {
      card.style.removeProperty("--held");
      delete card.dataset.held;
    };
  }, [cell, typed]);
}
