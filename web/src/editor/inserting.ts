import type { Card } from "../generated";
import type { Around } from "./around";
import { addCard } from "./edits";
import type { LaneView } from "./sheet";
import type { Thing } from "./things";

// The insert menu of an empty cell: "/" opens it, and what is picked becomes a card.

/** Ask what to put into the cell at the focus; "/" means itself elsewhere. */
export function askWhatToInsert({ store }: Around, thing: Thing): boolean {
  if (thing.kind !== "cell" || !thing.column.step) return false;
  store.set({ dialog: "insert" });
  return true;
}

/** A new card at the end of a cell, and then its text, its panel, or just the card. */
export function insert(
  { store, edit }: Around,
  lane: LaneView,
  column: string,
  fields: Partial<Card>,
  next: "type" | "panel" | "stay",
): void {
  const { sheet, isPanelOpen } = store.getSnapshot();
  const made = addCard(sheet, lane.id, column, fields);
  edit(made.ops);
  store.set({
    at: { row: lane.id, column, card: made.id },
    mode: next === "type" ? "typing" : "moving",
    typed: null,
    isPanelOpen: isPanelOpen || next === "panel",
    ...(next === "panel" ? { panel: "details" } : {}),
  });
}
