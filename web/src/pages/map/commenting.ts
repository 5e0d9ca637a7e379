import { createContext, useContext, useMemo, useRef } from "react";
import { openCounts, sameThreads, type Thread, threadsOf } from "../../editor/threads";
import type { Records } from "../../model";

export interface Commenting {
  threads: readonly Thread[];
  /** How many open threads there are about each record, or each cell `lane|step`. */
  counts: ReadonlyMap<string, number>;
}

export const CommentingContext = createContext<Commenting>({ threads: [], counts: new Map() });
export const useCommenting = () => useContext(CommentingContext);

/** How many open threads there are about a record. */
export function useOpenComments(id: string): number {
  return useContext(CommentingContext).counts.get(id) ?? 0;
}

/** The threads of the map; the same object until one of them changes. */
export function useThreads(records: Records): Commenting {
  const last = useRef<readonly Thread[]>([]);
  const now = useMemo(() => threadsOf(records), [records]);
  if (!sameThreads(now, last.current)) last.current = now;
  const threads = last.current;
  return useMemo(() => ({ threads, counts: openCounts(threads) }), [threads]);
}
