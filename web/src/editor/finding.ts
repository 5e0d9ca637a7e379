import { fieldOf, type Records } from "../model";
import { NAMES, type Place, STAGES, STEPS } from "./place";
import type { Sheet } from "./sheet";

/** Where a record stands on the map; null for one that has no place there, such as the header or a link. */
export function placeOfRecord(sheet: Sheet, id: string, step = ""): Place | null {
  for (const lane of sheet.lanes) {
    if (lane.id === id) return { row: id, column: step || NAMES, card: "" };
    for (const [column, cards] of lane.cells)
      if (cards.some((found) => found.id === id)) return onMap(sheet, { row: lane.id, column, card: id });
  }
  if (sheet.columns.some((column) => column.id === id)) return { row: STEPS, column: id, card: "" };
  const stage = sheet.columns.find((column) => column.stage === id);
  return stage ? { row: STAGES, column: stage.id, card: "" } : null;
}

function onMap(sheet: Sheet, place: Place): Place | null {
  return sheet.columns.some((column) => column.id === place.column) ? place : null;
}

/** The record that stands at a place, and for an empty cell the step as well; the map's header for no place. */
export function recordAt(sheet: Sheet, place: Place | null): { id: string; step: string } {
  if (!place) return { id: "map", step: "" };
  if (place.card) return { id: place.card, step: "" };
  if (place.row === STEPS) return { id: place.column, step: "" };
  if (place.row === STAGES)
    return { id: sheet.columns.find((column) => column.id === place.column)?.stage ?? "map", step: "" };
  return { id: place.row, step: place.column === NAMES ? "" : place.column };
}

const NAMED = ["name", "title", "text", "feeling"] as const;
const LONGEST = 60;

/** What a record is called in a list: its name or its first words; empty when it has neither. */
export function calledIn(records: Records, id: string): string {
  const record = records.get(id);
  const words = NAMED.map((field) => fieldOf(record, field)).find(Boolean);
  const text = typeof words === "string" ? words.split(/\s+/).join(" ").trim() : "";
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
