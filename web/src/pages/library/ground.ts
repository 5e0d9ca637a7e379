import { useMemo } from "react";
import type { Ground } from "../../editor/grade";
import { inOrder } from "../../model";
import { listDatasets } from "../asking";
import { useAsked } from "../useAsked";
import { useShelf } from "./context";

/** What is there for claims to stand on; what is gone proves nothing. */
export function useGround(): Ground {
  const { records } = useShelf();
  const datasets = useDatasetIds();
  return useMemo(
    () => ({ sources: inOrder(records, "source"), touchpoints: inOrder(records, "touchpoint"), datasets }),
    [records, datasets],
  );
}

/** The ids of the datasets that are there; undefined until the server said so. */
export function useDatasetIds(): ReadonlySet<string> | undefined {
  const { data } = useAsked(["datasets"], listDatasets);
  return useMemo(() => data && new Set(data.map(({ id }) => id)), [data]);
}
