import { useMemo, useSyncExternalStore } from "react";

/** A point of the curve while it is dragged: not an edit yet. */
export interface Lift {
  get(): { card: string; score: number } | null;
  set(lifted: { card: string; score: number } | null): void;
  subscribe(listener: () => void): () => void;
}

export function useLift(): Lift {
  return useMemo(() => {
    let lifted: ReturnType<Lift["get"]> = null;
    const listeners = new Set<() => void>();
    return {
      get: () => lifted,
      set(now) {
        lifted = now;
        for (const listener of listeners) listener();
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  }, []);
}

export function useLifted(lift: Lift): ReturnType<Lift["get"]> {
  return useSyncExternalStore(lift.subscribe, lift.get);
}
