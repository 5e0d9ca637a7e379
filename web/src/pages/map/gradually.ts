import { startTransition, useEffect, useState } from "react";
import type { LaneView } from "../../editor/sheet";
import { useEditor } from "./context";

const FIRST = 12; // lanes: more than a screen shows
const MORE = 4; // lanes that follow at a time; keys come between

/** The lanes that are drawn: of a large map those on the screen first, the others as there is time for them. */
export function useGradually(lanes: readonly LaneView[]): readonly LaneView[] {
  const [drawn, setDrawn] = useState(FIRST);
  const wanted = useEditor(({ at }) => (at ? lanes.findIndex(({ id }) => id === at.row) + 1 : 0));
  const count = Math.max(drawn, wanted);
  useEffect(() => {
    if (count < lanes.length) startTransition(() => setDrawn(count + MORE));
  }, [count, lanes.length]);
  return count < lanes.length ? lanes.slice(0, count) : lanes;
}
