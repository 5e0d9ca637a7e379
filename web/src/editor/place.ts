import { type Column, cardsAt, type Sheet } from "./sheet";

/** The rows above the lanes, and the column of lane names before the steps. */
export const STAGES = "stages";
export const STEPS = "steps";
export const NAMES = "names";

/** Where the focus is: a row, a column, and a card in the cell (or "" for the cell itself). */
export interface Place {
  row: string;
  column: string;
  card: string;
}

export type Move = "left" | "right" | "up" | "down" | "rowStart" | "rowEnd" | "mapStart" | "mapEnd";

function isFolded(sheet: Sheet, row: string): boolean {
  return sheet.lanes.some(({ id, lane }) => id === row && lane.collapsed);
}

function rowsOf(sheet: Sheet): string[] {
  return [STAGES, STEPS, ...sheet.lanes.map((lane) => lane.id)];
}

export function isHead(row: string): boolean {
  return row === STAGES || row === STEPS;
}

/** A cell with its first (or last) card in focus, if it has any. */
export function enter(sheet: Sheet, row: string, column: string, end: "first" | "last" = "first"): Place {
  const cards = isHead(row) || column === NAMES ? [] : cardsAt(sheet, row, column);
  const card = end === "first" ? cards[0] : cards.at(-1);
  return { row, column, card: card?.id ?? "" };
}

/** The first place of the map that has a focus to give. */
export function firstPlace(sheet: Sheet): Place | null {
  const column = sheet.columns[0];
  if (column) return { row: STEPS, column: column.id, card: "" };
  const lane = sheet.lanes[0];
  return lane ? { row: lane.id, column: NAMES, card: "" } : null;
}

/** Whether the place is still on the map. */
export function stands(sheet: Sheet, place: Place): boolean {
  const isRow = isHead(place.row) || sheet.lanes.some((lane) => lane.id === place.row);
  const isColumn =
    (place.column === NAMES && !isHead(place.row)) ||
    sheet.columns.some((column) => column.id === place.column);
  if (!isRow || !isColumn || (place.column !== NAMES && isFolded(sheet, place.row))) return false;
  return !place.card || cardsAt(sheet, place.row, place.column).some((card) => card.id === place.card);
}

/** The nearest place that is still on the map: the cell when its card is gone, the lane's or map's start else. */
export function settled(sheet: Sheet, place: Place | null): Place | null {
  if (!place || stands(sheet, place)) return place;
  const cell = enter(sheet, place.row, place.column);
  if (stands(sheet, cell)) return cell;
  const name = { row: place.row, column: NAMES, card: "" };
  return stands(sheet, name) ? name : firstPlace(sheet);
}

/** Where the focus goes when a lane, a step or a stage is taken away: to what comes to stand in its place, else before it. */
export function successor(
  sheet: Sheet,
  kind: "lane" | "step" | "stage",
  id: string,
  at: Place,
): Place | null {
  if (kind === "lane") {
    const row = following(sheet.lanes, (lane) => lane.id === id)?.id;
    return row ? { row, column: at.column, card: "" } : null;
  }
  const isGone = (column: Column) => (kind === "step" ? column.id : column.stage) === id;
  const stage = sheet.columns.find(isGone)?.stage ?? "";
  const isLast = kind === "step" && sheet.columns.filter((column) => column.stage === stage).length === 1;
  const column = isLast ? `stage:${stage}` : following(sheet.columns, isGone)?.id;
  return column ? { row: at.row, column, card: "" } : null;
}

/** The first after those that go, else the last before them. */
function following<T>(all: readonly T[], isGone: (one: T) => boolean): T | undefined {
  const last = all.findLastIndex(isGone);
  return all[last + 1] ?? all[all.findIndex(isGone) - 1];
}

/** Where a move leads; the same place at an edge. */
export function moved(sheet: Sheet, place: Place, move: Move): Place {
  if (move === "up" || move === "down") return vertically(sheet, place, move === "down" ? 1 : -1);
  if (move === "left" || move === "right") return sideways(sheet, place, move === "right" ? 1 : -1);
  return toEdge(sheet, place, move);
}

function vertically(sheet: Sheet, place: Place, by: 1 | -1): Place {
  const cards = isHead(place.row) ? [] : cardsAt(sheet, place.row, place.column);
  const next = cards[cards.findIndex((card) => card.id === place.card) + by];
  if (place.card && next) return { ...place, card: next.id };
  // A folded lane has a name only: one walks over it.
  const isPassed = (row: string) => place.column !== NAMES && isFolded(sheet, row);
  const rows = rowsOf(sheet).filter((row) => row === place.row || !isPassed(row));
  const row = rows[rows.indexOf(place.row) + by];
  if (!row || (isHead(row) && place.column === NAMES)) return place;
  return enter(sheet, row, columnIn(sheet, row, place.column), by === 1 ? "first" : "last");
}

function sideways(sheet: Sheet, place: Place, by: 1 | -1): Place {
  const columns = columnsIn(sheet, place.row);
  const column = columns[columns.indexOf(columnIn(sheet, place.row, place.column)) + by];
  return column ? enter(sheet, place.row, column) : place;
}

function toEdge(sheet: Sheet, place: Place, move: Move): Place {
  const row = { mapStart: rowsOf(sheet)[0], mapEnd: rowsOf(sheet).at(-1) }[move as string] ?? place.row;
  const columns = columnsIn(sheet, row);
  const isStart = move === "rowStart" || move === "mapStart";
  const column = isStart ? columns[0] : columns.at(-1);
  return column ? enter(sheet, row, column) : place;
}

/** The columns where a row has cells: one a stage in the stage row, no lane name in the two rows on top. */
function columnsIn(sheet: Sheet, row: string): string[] {
  if (row === STAGES) return sheet.columns.filter((column) => column.isFirst).map((column) => column.id);
  if (isFolded(sheet, row)) return [NAMES];
  const steps = sheet.columns.map((column) => column.id);
  return row === STEPS ? steps : [NAMES, ...steps];
}

/** The cell of a row above or below a column: in the stage row the stage that spans it. */
function columnIn(sheet: Sheet, row: string, column: string): string {
  if (row !== STAGES) return column;
  const stage = sheet.columns.find((found) => found.id === column)?.stage;
  return sheet.columns.find((found) => found.stage === stage)?.id ?? column;
}
