import type { Around } from "./around";
import { moveCard } from "./edits";
import { KINDS } from "./kinds";
import { type CellCard, cardsAt, type Sheet } from "./sheet";
import { spanOf, stretched } from "./spans";
import type { Thing } from "./things";

// A card over more steps, or fewer.

/** Whether a card may cover several steps: points of a curve stand at one. */
export function maySpan(thing: Thing | null): thing is Extract<Thing, { kind: "card" }> {
  return thing?.kind === "card" && KINDS[thing.lane.lane.kind ?? "free"].shape !== "emotion";
}

/** The card at the focus one step wider or narrower. */
export function widen(around: Around, thing: Thing, by: 1 | -1): boolean {
  if (!maySpan(thing)) return false;
  cover(around, thing.found, spanOf(thing.found) + by);
  return true;
}

/** A card over so many steps. */
export function cover({ store, edit }: Around, found: CellCard, span: number): void {
  const { sheet } = store.getSnapshot();
  const ops = stretched(sheet, found, span);
  if (ops.length > 0) edit([...ops, ...(spanOf(found) === 1 ? toTheTop(sheet, found) : [])]);
}

/** A card that begins to span is drawn above the others of its cell: it comes before them for the keys too. */
function toTheTop(sheet: Sheet, found: CellCard) {
  const { lane = "", step = "" } = found.card;
  const others = cardsAt(sheet, lane, step).filter(({ id }) => id !== found.id);
  const first = others.findIndex((other) => spanOf(other) === 1);
  return moveCard(sheet, found, lane, step, first < 0 ? others.length : first);
}
