import { useMemo } from "react";
import { inOrder } from "../../model";
import { useShelf } from "../library/context";

/** The ids of the sources that are there; one that is gone proves nothing. */
export function useSources(): ReadonlySet<string> {
  const { records } = useShelf();
  return useMemo(() => new Set(inOrder(records, "source").keys()), [records]);
}
