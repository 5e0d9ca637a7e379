import { createContext, useContext, useMemo } from "react";
import { editorStore } from "../../editor/store";
import { type Look, marksOf } from "../../editor/timeline";
import type { Difference } from "../../generated";
import type { Records } from "../../model";
import type { Tools } from "./context";

export interface Looking {
  /** The map's address, its records now, and the tools that change it. */
  id: string;
  records: Records;
  tools: Tools;
  look: Look | null;
  setLook(look: Look | null): void;
  marks: ReadonlyMap<string, Difference["what"]>;
}

const NO_MARKS: Looking["marks"] = new Map();
export const LookingContext = createContext<Looking | null>(null);

export function useLooking(): Looking {
  const looking = useContext(LookingContext);
  if (!looking) throw new Error("a part of the history stands outside of a map page");
  return looking;
}

/** How a record differs between the past that is looked at and now. */
export function useDifference(id: string): Difference["what"] | undefined {
  return useContext(LookingContext)?.marks.get(id);
}

export function useMarks(look: Look | null): Looking["marks"] {
  return useMemo(() => (look ? marksOf(look) : NO_MARKS), [look]);
}

const nothing = () => undefined;

/** The tools while one looks at the past: the same, but nothing changes the map. */
export function useToolsFor(tools: Tools, look: Look | null): Tools {
  const past = look?.records;
  const store = useMemo(() => {
    const made = past ? editorStore(past) : null;
    made?.set({ isPanelOpen: true, panel: "history" });
    return made;
  }, [past]);
  const side = look?.side;
  return useMemo(() => {
    if (!side || !store) return tools;
    const frozen = { isReadOnly: true, edit: nothing, undo: nothing, redo: nothing, askRemoval: nothing };
    return { ...tools, ...frozen, store: side === "then" ? store : tools.store };
  }, [tools, side, store]);
}
