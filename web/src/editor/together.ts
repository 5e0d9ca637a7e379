import { plural } from "@lingui/core/macro";
import type { Op } from "../generated";
import { set } from "../model";
import type { Around } from "./around";
import { dropCards, duplicateCards, moveCards, type Side, shiftCards } from "./batch";
import type { Command } from "./keymap";
import { firstPlace, type Move, moved } from "./place";
import { extended, meantCards, NO_CARDS, toggled, widened } from "./selection";
import type { CellCard, Sheet } from "./sheet";
import type { EditorState, EditorStore } from "./store";

// Commands on several cards at once.

type Act = (around: Around) => boolean;

const SELECTING: Partial<Record<Command, (store: EditorStore, state: EditorState) => boolean>> = {
  extendLeft: (store, state) => take(store, extended(state.sheet, state, "left")),
  extendRight: (store, state) => take(store, extended(state.sheet, state, "right")),
  extendUp: (store, state) => take(store, extended(state.sheet, state, "up")),
  extendDown: (store, state) => take(store, extended(state.sheet, state, "down")),
  walkLeft: (store, state) => walk(store, state, "left"),
  walkRight: (store, state) => walk(store, state, "right"),
  walkUp: (store, state) => walk(store, state, "up"),
  walkDown: (store, state) => walk(store, state, "down"),
  selectAll: (store, state) => take(store, { selected: widened(state.sheet, state) }),
  toggleCard: (store, state) => (state.at?.card ? take(store, toggled(state, state.at)) : false),
};

function walk(store: EditorStore, { sheet, at, selected }: EditorState, move: Move): true {
  return take(store, { at: at ? moved(sheet, at, move) : firstPlace(sheet), selected });
}

function take(store: EditorStore, patch: Partial<EditorState>): true {
  store.set(patch);
  return true;
}

/** Change what is selected; null when the command is about something else. */
export function select(command: Command, { store }: Around): boolean | null {
  return SELECTING[command]?.(store, store.getSnapshot()) ?? null;
}

/** Whether the cards that are meant are others than the one in focus. */
export function isSeveral({ selected, at }: EditorState): boolean {
  return selected.size > 1 || (selected.size === 1 && !selected.has(at?.card ?? ""));
}

const TOGETHER: Partial<Record<Command, Act>> = {
  remove: removeAll,
  duplicate: duplicateAll,
  pickUp: pickUpAll,
  shiftLeft: (around) => shiftAll(around, "left"),
  shiftRight: (around) => shiftAll(around, "right"),
  shiftUp: (around) => shiftAll(around, "up"),
  shiftDown: (around) => shiftAll(around, "down"),
};

/** Do a command with all selected cards; null when it means nothing for several. */
export function together(command: Command, around: Around): boolean | null {
  return TOGETHER[command]?.(around) ?? null;
}

function removeAll(around: Around): true {
  const state = around.store.getSnapshot();
  const cards = meantCards(state.sheet, state);
  around.edit(dropCards(cards));
  around.store.set({ selected: NO_CARDS, anchor: null });
  around.removed(plural(cards.length, { one: "The card is deleted", other: "# cards are deleted" }));
  return true;
}

function duplicateAll(around: Around): true {
  const state = around.store.getSnapshot();
  const copies = duplicateCards(state.sheet, meantCards(state.sheet, state));
  around.edit(copies.ops);
  selectCards(around, copies.ids);
  return true;
}

/** Select these cards and go to the first of them. */
export function selectCards({ store }: Around, ids: readonly string[]): void {
  const [first] = meantCards(store.getSnapshot().sheet, { selected: new Set(ids), at: null });
  const at = first && { row: first.card.lane ?? "", column: first.card.step ?? "", card: first.id };
  store.set({ selected: new Set(ids), ...(at ? { at, anchor: at } : {}) });
}

export function shiftAll(around: Around, side: Side): true {
  const state = around.store.getSnapshot();
  around.edit(shiftCards(state.sheet, meantCards(state.sheet, state), side));
  return true;
}

function pickUpAll({ store }: Around): true {
  const state = store.getSnapshot();
  store.set({ mode: "carrying", carried: meantCards(state.sheet, state) });
  return true;
}

/** The cards that were picked up go back to where they stood. */
export function putBack(sheet: Sheet, carried: readonly CellCard[]): Op[] {
  const now = new Map(
    meantCards(sheet, { selected: new Set(carried.map(({ id }) => id)), at: null }).map((found) => [
      found.id,
      found.card,
    ]),
  );
  return carried.flatMap(({ id, card }) =>
    (["lane", "step", "order"] as const).flatMap((field) =>
      now.get(id)?.[field] === card[field] ? [] : [set(id, field, card[field])],
    ),
  );
}

/** The selected cards, or the dragged one alone, to a place in a cell. */
export function dropAll(around: Around, found: CellCard, row: string, column: string, at: number): void {
  const { sheet, selected } = around.store.getSnapshot();
  const isOne = !selected.has(found.id);
  const cards = isOne ? [found] : meantCards(sheet, { selected, at: null });
  around.edit(moveCards(sheet, cards, row, column, at));
  around.store.set({ at: { row, column, card: found.id }, ...(isOne ? { selected: NO_CARDS } : {}) });
}
