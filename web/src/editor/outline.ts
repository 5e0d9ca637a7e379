import { KINDS, type Shape } from "./kinds";
import { enter, NAMES, type Place, STAGES, STEPS } from "./place";
import type { Column, LaneView, Sheet, Span } from "./sheet";

// The map as an outline: one step after another, and at each step the lanes from above to below.

/** A step (or a stage that has none yet) on its page of the outline. */
export interface Leaf {
  column: Column;
  span: Span;
  /** Its place among all steps, from 1. */
  rank: number;
  total: number;
  before: Column | null;
  after: Column | null;
}

/** The column that the outline shows: where the focus is, else the one shown before, else the first. */
export function shownColumn(sheet: Sheet, at: Place | null, last: string): Column | null {
  const find = (id: string | undefined) => sheet.columns.find((column) => column.id === id);
  const before = find(last) ?? sheet.columns[0] ?? null;
  if (!at || at.column === NAMES) return before;
  const here = find(at.column) ?? before;
  // A stage stands at its first step; who looks at a later one of its steps stays there.
  return at.row === STAGES && before?.stage === here?.stage ? before : here;
}

/** The page of a column. */
export function leafOf(sheet: Sheet, column: Column): Leaf | null {
  const span = sheet.spans.find((found) => found.id === column.stage);
  const at = sheet.columns.indexOf(column);
  if (!span || at < 0) return null;
  return {
    column,
    span,
    rank: at + 1,
    total: sheet.columns.length,
    before: sheet.columns[at - 1] ?? null,
    after: sheet.columns[at + 1] ?? null,
  };
}

/** The focus on the head of a step. */
export function headOf(column: Column): Place {
  return { row: STEPS, column: column.id, card: "" };
}

/** The place after which a new card of a lane goes: the last card of the cell. */
export function endOf(sheet: Sheet, lane: string, column: string): Place {
  return enter(sheet, lane, column, "last");
}

export function shapeOf(view: LaneView): Shape {
  return KINDS[view.lane.kind ?? "free"].shape;
}

const COUNTED: readonly Shape[] = ["measure", "chart", "time"];

/** The lanes with emotion, or those with numbers, for the pages that show one thing along all steps. */
export function lanesOf(sheet: Sheet, what: "emotion" | "measure"): readonly LaneView[] {
  const shapes = what === "measure" ? COUNTED : [what];
  return sheet.lanes.filter((view) => shapes.includes(shapeOf(view)));
}

/** The stages, each with its own columns: what the list of contents shows. */
export function contents(sheet: Sheet): { span: Span; columns: readonly Column[] }[] {
  return sheet.spans.map((span) => ({
    span,
    columns: sheet.columns.slice(span.start, span.start + span.count),
  }));
}

/** Where a score from −2 to +2 stands on a line, in percent. */
export function percentOf(score: number): number {
  return (Math.max(-2, Math.min(2, score)) + 2) * 25;
}
