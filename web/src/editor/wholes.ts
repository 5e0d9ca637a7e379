import { t } from "@lingui/core/macro";
import type { Around } from "./around";
import { setField } from "./ops";
import { NAMES, STAGES, STEPS } from "./place";
import { duplicateLane, duplicateStage, duplicateStep, foldOps } from "./structure";
import { firstColumn, type Thing } from "./things";

// Commands on a lane, a step or a stage as a whole.

/** A copy of a lane, a step or a stage, with all that stands in it. */
export function duplicateWhole(around: Around, thing: Exclude<Thing, { kind: "card" }>): boolean {
  const { sheet } = around.store.getSnapshot();
  if (thing.kind === "cell" || (thing.kind === "step" && !thing.column.step)) return false;
  if (thing.kind === "lane") {
    const made = duplicateLane(sheet, thing.lane);
    around.edit(made.ops);
    around.store.set({ at: { row: made.id, column: NAMES, card: "" } });
    return true;
  }
  const isStage = thing.kind === "stage";
  const made = isStage ? duplicateStage(sheet, thing.column.stage) : duplicateStep(sheet, thing.column);
  around.edit(made.ops);
  const column = isStage ? firstColumn(around.store.getSnapshot().sheet, made.id) : made.id;
  around.store.set({ at: { row: isStage ? STAGES : STEPS, column, card: "" } });
  return true;
}

/** Fold what is folded open, and the other way round; false for what has no folds. */
export function fold(around: Around, thing: Thing): boolean {
  const { sheet, at } = around.store.getSnapshot();
  const ops = foldOps(sheet, thing);
  if (ops.length === 0) return false;
  around.edit(ops);
  const now = around.store.getSnapshot().sheet;
  if (thing.kind === "lane") around.store.set({ at: { row: thing.lane.id, column: NAMES, card: "" } });
  else if (at && "column" in thing)
    around.store.set({ at: { row: at.row, column: firstColumn(now, thing.column.stage), card: "" } });
  return true;
}

/** Take a lane out of sight; it stays in the map. */
export function hideLane(around: Around, thing: Thing): boolean {
  if (thing.kind !== "lane") return false;
  around.edit([setField(thing.lane.id, "hidden", true)]);
  around.removed(t`The lane is hidden; the list below the map brings it back`);
  return true;
}
