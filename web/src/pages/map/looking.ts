import { createContext, useContext, useMemo } from "react";
import type { Lay } from "../../editor/aligning";
import { goneCards } from "../../editor/futures";
import { type CellCard, NOTHING, type Sheet } from "../../editor/sheet";
import { editorStore } from "../../editor/store";
import { type Look, marksOf } from "../../editor/timeline";
import type { Difference } from "../../generated";
import type { Records } from "../../model";
import type { Tools } from "./context";

const NO_GONE: Looking["gone"] = new Map();

export interface Looking {
  /** The map's address, its records now, and the tools that change it. */
  id: string;
  records: Records;
  tools: Tools;
  look: Look | null;
  setLook(look: Look | null): void;
  marks: ReadonlyMap<string, Difference["what"]>;
  /** The cards of the current map that the future one has no more, by cell. */
  gone: ReadonlyMap<string, readonly CellCard[]>;
}

const NO_MARKS: Looking["marks"] = new Map();
/** How a map is shown beside the other one that it is compared with. */
export const LayContext = createContext<Lay | null>(null);

/** A sheet as it is shown: with a gap for each step that only the other map has. */
export function useLaid(sheet: Sheet): Sheet {
  const lay = useContext(LayContext);
  return useMemo(() => lay?.(sheet) ?? sheet, [lay, sheet]);
}

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

/** What shows where it stood although it is gone: only while one draws a future map beside the current one. */
export function useGone(look: Look | null): Looking["gone"] {
  return useMemo(
    () => (look?.of === "base" && look.side !== "then" ? goneCards(look.differences, look.records) : NO_GONE),
    [look],
  );
}

export function useGoneAt(row: string, column: string): readonly CellCard[] {
  return useContext(LookingContext)?.gone.get(`${row}|${column}`) ?? NOTHING;
}

const nothing = () => undefined;

/** The tools while one looks at the past or at the current map: the same, but nothing changes what is shown. */
export function useToolsFor(tools: Tools, look: Look | null): Tools {
  const then = look?.records;
  const of = look?.of;
  const store = useMemo(() => {
    const made = then ? editorStore(then) : null;
    made?.set({ isPanelOpen: true, panel: of === "base" ? "beside" : "history" });
    return made;
  }, [then, of]);
  const side = look?.side;
  return useMemo(() => {
    // A future map is drawn while the current one lies beside it; the past is only looked at.
    if (!store || (of === "base" && side !== "then")) return tools;
    const frozen = { isReadOnly: true, edit: nothing, undo: nothing, redo: nothing, askRemoval: nothing };
    return { ...tools, ...frozen, store: side === "then" ? store : tools.store };
  }, [tools, side, of, store]);
}
