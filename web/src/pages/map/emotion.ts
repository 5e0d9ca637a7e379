import type { Point } from "../../editor/curve";
import { alongCurve } from "../../editor/curves";
import { type CellCard, type Column, type LaneView, weightOf } from "../../editor/sheet";
import type { Measure, Numbers } from "./context";

// Where scores stand in the emotion lane. Pixels downwards; a score of one is 32 px.

export const HEIGHT = 168;
const UNIT = 32;
export const LARGE_GAP = 1; // from here on a gap has a badge

export function yOf(score: number): number {
  return HEIGHT / 2 - score * UNIT;
}

/** The score at a height, on the half points of the scale (on tenths for those who hold Shift). */
export function scoreAt(y: number, isFine: boolean): number {
  const parts = isFine ? 10 : 2;
  const score = Math.round(((HEIGHT / 2 - y) / UNIT) * parts) / parts;
  return Math.max(-2, Math.min(2, score));
}

/** The card that is set beside the data: the first that is believed and has a score. */
export function drawnIn(cards: readonly CellCard[]): CellCard | undefined {
  const believed = cards.filter(({ card }) => card.basis !== "measured");
  return believed.find(({ card }) => card.score != null) ?? believed[0];
}

export function isTold(reading: Measure | null | undefined): reading is Measure & { value: number } {
  return !!reading && reading.value !== null && !reading.too_few;
}

/** How wide all columns are together, in columns. */
export function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + weightOf(column), 0);
}

function middlesOf(columns: readonly Column[]): number[] {
  let start = 0;
  return columns.map((column) => {
    const weight = weightOf(column);
    start += weight;
    return start - weight / 2;
  });
}

/** The points of a curve, one a column, in columns and pixels; null where nothing is drawn. */
export function drawnPoints(
  view: LaneView,
  columns: readonly Column[],
  key: string,
  lifted: { card: string; score: number } | null,
): (Point | null)[] {
  const middles = middlesOf(columns);
  return alongCurve(view, columns, key)
    .map((found, place) => {
      const score = lifted && lifted.card === found?.id ? lifted.score : found?.card.score;
      return score == null ? null : { x: middles[place] ?? 0, y: yOf(score) };
    })
    .filter(isNoGap(columns));
}

/** A curve goes on over what only another map has. */
function isNoGap(columns: readonly Column[]) {
  return (_: unknown, place: number) => !columns[place]?.gap;
}

export interface Measured {
  x: number;
  y: number;
  low: number;
  high: number;
}

/** The measured points with their interval, null where there are too few answers. */
export function measuredPoints(columns: readonly Column[], readings: Numbers): (Measured | null)[] {
  const middles = middlesOf(columns);
  return columns
    .map((column, place) => {
      const reading = readings.steps[column.id]?.emotion;
      if (!isTold(reading)) return null;
      const { value, low, high } = reading;
      return { x: middles[place] ?? 0, y: yOf(value), low: yOf(low ?? value), high: yOf(high ?? value) };
    })
    .filter(isNoGap(columns));
}

/** How far measured is from drawn; 0 unless the interval excludes what was drawn. */
export function gapOf(drawn: number | null | undefined, reading: Measure | null | undefined): number {
  if (drawn == null || !isTold(reading) || reading.low == null || reading.high == null) return 0;
  const isInside = drawn >= reading.low && drawn <= reading.high;
  return isInside ? 0 : reading.value - drawn;
}
