import { useSyncExternalStore } from "react";
import type { Group } from "../../generated";
import { useEditor } from "./context";

// Which two groups are set beside each other on a map, and what is said of it at the steps. Kept while the map is open.

export type Groups = [Group, Group];

interface Contrasts {
  map: string;
  groups: Groups | null;
  /** What differs most at each step, in words. */
  marks: ReadonlyMap<string, string>;
}

const NONE: Contrasts["marks"] = new Map();
const listeners = new Set<() => void>();
let now: Contrasts = { map: "", groups: null, marks: NONE };

function set(next: Contrasts): void {
  now = next;
  for (const listener of listeners) listener();
}

export const setGroups = (map: string, groups: Groups | null) => set({ map, groups, marks: NONE });

export function setMarks(map: string, marks: Contrasts["marks"]): void {
  if (now.map === map) set({ ...now, marks });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The groups that were chosen on this map. */
export function useGroups(map: string): Groups | null {
  const { map: of, groups } = useSyncExternalStore(subscribe, () => now);
  return of === map ? groups : null;
}

/** What differs most at a step, while the two groups are shown. */
export function useMark(step: string): string {
  const isShown = useEditor((state) => state.isPanelOpen && state.panel === "contrast");
  const said = useSyncExternalStore(subscribe, () => now.marks.get(step) ?? "");
  return isShown ? said : "";
}
