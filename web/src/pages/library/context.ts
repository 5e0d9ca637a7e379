import { plural, t } from "@lingui/core/macro";
import { createContext, useContext } from "react";
import type { Shelved } from "../../editor/shelf";
import type { AnyRecord, MapUses, Op } from "../../generated";
import { type InOrder, inOrder, type RecordOf, type Records } from "../../model";

// What the pages of the library share: its records, the way to change them, and where maps use them.

export interface Shelf {
  records: Records;
  isReadOnly: boolean;
  edit(ops: readonly Op[]): void;
  /** A message with an undo. */
  removed(what: string): void;
  usesOf(id: string): readonly MapUses[];
}

export const ShelfContext = createContext<Shelf | null>(null);

export function useShelf(): Shelf {
  const shelf = useContext(ShelfContext);
  if (!shelf) throw new Error("a part of the library stands outside of its page");
  return shelf;
}

/** The records of one type, in order. */
export function useShelved<T extends Shelved | "release" | "rule" | "brand">(type: T): InOrder<RecordOf<T>> {
  return inOrder(useShelf().records, type);
}

/** A record of one type; undefined when it is gone. */
export function useRecord<T extends AnyRecord["type"]>(type: T, id: string): RecordOf<T> | undefined {
  const record = useShelf().records.get(id);
  return record?.type === type ? (record as RecordOf<T>) : undefined;
}

/** "in 2 maps", or that none uses it. */
export function mapsInWords(count: number): string {
  return count === 0 ? t`in no map yet` : plural(count, { one: "in # map", other: "in # maps" });
}
