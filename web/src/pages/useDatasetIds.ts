import { useMemo } from "react";
import { listDatasets } from "./asking";
import { useAsked } from "./useAsked";

/** The ids of the datasets that are there; undefined until the server said so. */
export function useDatasetIds(): ReadonlySet<string> | undefined {
  const { data } = useAsked(["datasets"], listDatasets);
  return useMemo(() => data && new Set(data.map(({ id }) => id)), [data]);
}
