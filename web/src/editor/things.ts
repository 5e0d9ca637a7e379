import { NAMES, type Place, STAGES, STEPS } from "./place";
import { type CellCard, type Column, cardsAt, type LaneView, type Sheet } from "./sheet";

/** What stands at a place. */
export type Thing =
  | { kind: "card"; found: CellCard; lane: LaneView }
  | { kind: "cell"; lane: LaneView; column: Column }
  | { kind: "lane"; lane: LaneView }
  | { kind: "step"; column: Column }
  | { kind: "stage"; column: Column };

export function thingAt(sheet: Sheet, place: Place | null): Thing | null {
  if (!place) return null;
  const column = sheet.columns.find((found) => found.id === place.column);
  if (place.row === STAGES) return column ? { kind: "stage", column } : null;
  if (place.row === STEPS) return column ? { kind: "step", column } : null;
  const lane = sheet.lanes.find((view) => view.id === place.row);
  if (!lane) return null;
  if (place.column === NAMES) return { kind: "lane", lane };
  const found = cardsAt(sheet, place.row, place.column).find((card) => card.id === place.card);
  if (found) return { kind: "card", found, lane };
  return column ? { kind: "cell", lane, column } : null;
}

/** The first column of a stage. */
export function firstColumn(sheet: Sheet, stage: string): string {
  return sheet.columns.find((column) => column.stage === stage)?.id ?? "";
}
