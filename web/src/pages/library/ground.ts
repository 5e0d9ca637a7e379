import { useMemo } from "react";
import type { Ground } from "../../editor/grade";
import { inOrder } from "../../model";
import { useDatasetIds } from "../useDatasetIds";
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
