import { useCallback, useEffect, useState } from "react";
import type { History } from "../../generated";
import type { Records } from "../../model";
import { ask, readHistory } from "../../transport";

const CALM = 1500; // milliseconds without an edit until the list is asked again

/** The pages of a map's history that are shown; the first follows the edits, once they pause. */
export function usePages(id: string, records: Records) {
  const [pages, setPages] = useState<History[]>([]);
  const [error, setError] = useState<unknown>(null);
  const read = useCallback(
    async (before?: number) => {
      try {
        const page = await ask(readHistory({ path: { id }, query: before ? { before } : {} }));
        setPages((known) => (before ? [...known, page] : [page]));
        setError(null);
      } catch (problem) {
        setError(problem);
      }
    },
    [id],
  );
  useEffect(() => void read(), [read]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the records say when, not what
  useEffect(() => {
    const timer = setTimeout(() => void read(), CALM);
    return () => clearTimeout(timer);
  }, [records, read]);
  const before = pages.at(-1)?.earlier;
  return { pages, error, earlier: before ? () => void read(before) : null, reload: () => void read() };
}
