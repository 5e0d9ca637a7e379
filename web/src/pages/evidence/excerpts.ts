import { useRef } from "react";
import { keyOf } from "../../editor/affinity";
import type { Insight, SourceExcerpt } from "../../generated";
import type { InOrder } from "../../model";
import { ask, findSourceExcerpts, readCitedExcerpts } from "../../transport";
import { useShelved } from "../library/context";
import { useAsked } from "../useAsked";

const AT_ONCE = 500; // ids of one question

interface Excerpts {
  excerpts: readonly SourceExcerpt[];
  /** How many there are of those that are asked for. */
  total: number;
  error: Error | null;
  isThere: boolean;
}

/** The excerpts of all sources, or of one, and those of every group, wherever they come from. */
export function useExcerpts(source = ""): Excerpts {
  const found = useAsked(["excerpts", source], () => ask(findSourceExcerpts({ query: { source } })));
  const rows = found.data?.rows;
  const known = new Set(rows?.map(keyOf));
  const missing = useGrouped().filter((key) => !known.has(key));
  const cited = useCited(missing, rows !== undefined);
  // What was there stays in sight while a move asks for more.
  const last = useRef<readonly SourceExcerpt[] | null>(null);
  if (rows && cited.data) last.current = [...cited.data, ...rows];
  const sources = useShelved("source");
  return {
    excerpts: (last.current ?? []).filter((one) => sources.has(one.source)),
    total: found.data?.total ?? 0,
    error: found.error ?? cited.error,
    isThere: last.current !== null,
  };
}

/** The words of cited excerpts; those that are gone are absent. */
export function useCited(keys: readonly string[], isWanted = true) {
  const fetchAll = async () => {
    const parts = Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, at) =>
      keys.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    );
    const pages = await Promise.all(parts.map((body) => ask(readCitedExcerpts({ body }))));
    return pages.flatMap(({ rows }) => [...rows]);
  };
  return useAsked(["excerpts", "cited", ...keys], fetchAll, isWanted);
}

function useGrouped(): string[] {
  const insights: InOrder<Insight> = useShelved("insight");
  return [...new Set([...insights.values()].flatMap(({ excerpts = [] }) => excerpts))].sort();
}
