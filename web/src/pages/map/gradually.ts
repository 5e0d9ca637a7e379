import { startTransition, useEffect, useState } from "react";
import type { Column, LaneView } from "../../editor/sheet";
import { useEditor } from "./context";

const FIRST = 12; // lanes: more than a screen shows
const NEAR = 16; // columns: more than a screen shows
const MORE = 4; // lanes that follow at a time; keys come between

interface Drawn {
  lanes: readonly LaneView[];
  /** How many columns of them have their cards; behind these the cells are there and still empty. */
  reach: number;
}

/** What is drawn of a map: of a large one what the screen shows first, the rest as there is time for it. */
export function useGradually(lanes: readonly LaneView[], columns: readonly Column[]): Drawn {
  const [turn, setTurn] = useState(columns.length > NEAR ? 0 : 1);
  const wanted = useEditor(({ at }) => (at ? lanes.findIndex(({ id }) => id === at.row) + 1 : 0));
  const count = Math.max(FIRST + MORE * Math.max(0, turn - 1), wanted);
  const isAll = turn > 0 && count >= lanes.length;
  useEffect(() => {
    if (!isAll) startTransition(() => setTurn(turn + 1));
  }, [isAll, turn]);
  return {
    lanes: count < lanes.length ? lanes.slice(0, count) : lanes,
    reach: turn > 0 ? Number.POSITIVE_INFINITY : NEAR,
  };
}
