import { isHead, type Move, moved, NAMES, type Place } from "./place";
import { type CellCard, cardsAt, type LaneView, type Sheet } from "./sheet";

// Several cards at once: which ones are meant, in the order in which they stand on the map.

export type Selection = ReadonlySet<string>;

export const NO_CARDS: Selection = new Set();

/** The part of the editor's state that says what is selected. */
export interface Selected {
  at: Place | null;
  /** The cards that are selected; empty when only the focus counts. */
  selected: Selection;
  /** Where a range began. */
  anchor: Place | null;
}

/** The cards that a command acts on: those that are selected, else the one in focus. */
export function meantCards(sheet: Sheet, { selected, at }: Pick<Selected, "selected" | "at">): CellCard[] {
  if (selected.size > 0) return cardsOf(sheet).filter((found) => selected.has(found.id));
  return at ? cardsAt(sheet, at.row, at.column).filter((found) => found.id === at.card) : [];
}

/** All cards of the map: by lane, then by step, then from top to bottom. */
export function cardsOf(sheet: Sheet): CellCard[] {
  return sheet.lanes.flatMap((view) => cardsOfLane(sheet, view));
}

function cardsOfLane(sheet: Sheet, view: LaneView): CellCard[] {
  return sheet.columns.flatMap((column) => [...(view.cells.get(column.id) ?? [])]);
}

/** The selection from where it began to a place: cards of one cell, or all cards of the cells between. */
export function rangeTo(sheet: Sheet, state: Selected, at: Place): Selected {
  const anchor = state.anchor ?? state.at ?? at;
  return { at, anchor, selected: new Set(between(sheet, anchor, at).map(({ id }) => id)) };
}

function between(sheet: Sheet, from: Place, to: Place): readonly CellCard[] {
  if (from.row === to.row && from.column === to.column) return withinCell(sheet, from, to);
  const lanes = slice(sheet.lanes, ({ id }) => id, from.row, to.row);
  const columns = slice(sheet.columns, ({ id }) => id, from.column, to.column);
  return lanes.flatMap((view) => columns.flatMap(({ id }) => [...(view.cells.get(id) ?? [])]));
}

function withinCell(sheet: Sheet, from: Place, to: Place): readonly CellCard[] {
  const cards = cardsAt(sheet, from.row, from.column);
  return slice(cards, ({ id }) => id, from.card, to.card);
}

/** What stands between two ids, both of them included; an end that is not there counts as the first. */
function slice<T>(all: readonly T[], idOf: (one: T) => string, from: string, to: string): readonly T[] {
  const ends = [from, to].map((end) =>
    Math.max(
      0,
      all.findIndex((one) => idOf(one) === end),
    ),
  );
  return all.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** One card in or out of the selection; the first time the card in focus comes along. */
export function toggled(state: Selected, at: Place): Selected {
  const focused = state.at?.card ?? "";
  const isAlone = state.selected.size === 0 && focused !== "" && focused !== at.card;
  const selected = new Set(isAlone ? [focused] : state.selected);
  if (!at.card) return { ...state, selected };
  if (!selected.delete(at.card)) selected.add(at.card);
  return { at, anchor: at, selected };
}

/** The focus goes on, and the selection with it: card by card where it began, cell by cell elsewhere. */
export function extended(sheet: Sheet, state: Selected, move: Move): Selected {
  const { at } = state;
  if (!at || isHead(at.row) || at.column === NAMES) return state;
  const anchor = state.anchor ?? at;
  const isHome = at.row === anchor.row && at.column === anchor.column;
  let next = moved(sheet, at, move);
  while (!isHome && isInCell(next, at) && next.card !== at.card) next = moved(sheet, next, move);
  return isHead(next.row) || next.column === NAMES ? state : rangeTo(sheet, { ...state, anchor }, next);
}

function isInCell(place: Place, other: Place): boolean {
  return place.row === other.row && place.column === other.column;
}

/** All cards of the lane in focus; when they are selected already, all cards of the map. */
export function widened(sheet: Sheet, state: Selected): Selection {
  const lane = sheet.lanes.find(({ id }) => id === state.at?.row);
  const here = lane ? cardsOfLane(sheet, lane) : [];
  const isDone = here.length === 0 || here.every(({ id }) => state.selected.has(id));
  return new Set((isDone ? cardsOf(sheet) : here).map(({ id }) => id));
}
