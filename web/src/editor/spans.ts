import type { AnyRecord, Op } from "../generated";
import { apply, type Records, set } from "../model";
import {
  type CellCard,
  type Column,
  columnsIn,
  everyLane,
  type LaneView,
  type Sheet,
  weightOf,
} from "./sheet";

// Cards that cover several steps: where they lie in their lane, and what becomes of them when steps come and go.

/** How a spanning card lies among the columns that are shown. */
export interface Lying {
  found: CellCard;
  /** The rank of its first column, how many columns it covers, and how wide these are in its first one. */
  start: number;
  count: number;
  width: number;
  /** Its row within the lane, from 0. */
  row: number;
}

/** The rows of a lane in which cards span, and for each column the row from which on its other cards stand. */
export interface Bands {
  rows: number;
  below: readonly number[];
  lying: ReadonlyMap<string, Lying>;
}

/** How many steps a card covers; at least one. */
export function spanOf({ card }: CellCard): number {
  return card.span ?? 1;
}

/** The columns that a card covers, also those of folded stages; it ends where the map ends. */
export function coveredBy({ steps }: Pick<Sheet, "steps">, found: CellCard): readonly Column[] {
  const start = steps.findIndex(({ id }) => id === found.card.step);
  return start < 0 ? [] : steps.slice(start, start + spanOf(found));
}

const known = new WeakMap<LaneView, { columns: readonly Column[]; bands: Bands | null }>();

/** How the spanning cards of a lane lie; null where no card spans. Computed again only when the lane or the columns change. */
export function bandsOf(view: LaneView, sheet: Pick<Sheet, "columns" | "steps">): Bands | null {
  const before = known.get(view);
  if (before?.columns === sheet.columns) return before.bands;
  const bands = packed(view, sheet);
  known.set(view, { columns: sheet.columns, bands });
  return bands;
}

function packed(view: LaneView, sheet: Pick<Sheet, "columns" | "steps">): Bands | null {
  const rows: Lying[][] = [];
  for (const stretch of stretches(view, sheet)) {
    const free = rows.findIndex((row) => row.every((other) => isApart(other, stretch)));
    const row = free < 0 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), { ...stretch, row }];
  }
  if (rows.length === 0) return null;
  const all = rows.flat();
  const below = sheet.columns.map((_, place) => lastAt(all, place) + 1);
  return { rows: rows.length, below, lying: new Map(all.map((one) => [one.found.id, one])) };
}

type Stretch = Omit<Lying, "row">;

/** The cards that are seen in more than one column, from the start of the lane. */
function stretches(view: LaneView, { columns, steps }: Pick<Sheet, "columns" | "steps">): Stretch[] {
  return columns.flatMap((column, start) =>
    (view.cells.get(column.id) ?? [])
      .filter((found) => spanOf(found) > 1)
      .map((found) => ({ found, ...shownFrom(columns, start, coveredBy({ steps }, found)) }))
      .filter(({ count }) => count > 1),
  );
}

/** The shown columns from `start` on that stand for one of the covered ones. */
function shownFrom(columns: readonly Column[], start: number, covered: readonly Column[]) {
  const ids = new Set(covered.map(({ id }) => id));
  const stages = new Set(covered.map(({ stage }) => stage));
  const isCovered = ({ id, folded, stage }: Column) => ids.has(id) || (folded && stages.has(stage));
  const rest = columns.slice(start);
  const end = rest.findIndex((column) => !column.gap && !isCovered(column));
  const reach = end < 0 ? rest : rest.slice(0, end);
  const shown = reach.slice(0, reach.findLastIndex(isCovered) + 1); // a gap at the end is not covered
  return { start, count: shown.length, width: shown.reduce((sum, column) => sum + weightOf(column), 0) };
}

function isApart(one: Stretch, other: Stretch): boolean {
  return one.start + one.count <= other.start || other.start + other.count <= one.start;
}

function lastAt(lying: readonly Lying[], place: number): number {
  const here = lying.filter(({ start, count }) => start <= place && place < start + count);
  return Math.max(-1, ...here.map(({ row }) => row));
}

/** The spanning cards of a lane that cover a step and begin before it. */
export function reaching(view: LaneView, { steps }: Pick<Sheet, "steps">, step: string): CellCard[] {
  const here = steps.findIndex(({ id }) => id === step);
  return steps
    .slice(0, Math.max(0, here))
    .flatMap(({ id }, place) =>
      [...(view.cells.get(id) ?? [])].filter((found) => spanOf(found) > here - place),
    );
}

/** A card over more steps or fewer: at least one, and no farther than the map goes. */
export function stretched(sheet: Sheet, found: CellCard, span: number): Op[] {
  const start = sheet.steps.findIndex(({ id }) => id === found.card.step);
  const wanted = Math.max(1, Math.min(Math.round(span), sheet.steps.length - start));
  return start < 0 || wanted === spanOf(found) ? [] : [set(found.id, "span", wanted)];
}

/** The span with which a card ends at a shown column; a folded stage is covered as a whole. */
export function spanTo(sheet: Sheet, found: CellCard, column: string): number {
  const shown = sheet.columns.find(({ id }) => id === column);
  const start = sheet.steps.findIndex(({ id }) => id === found.card.step);
  const isEnd = ({ id, stage }: Column) => (shown?.folded ? stage === shown.stage : id === column);
  return Math.max(1, sheet.steps.findLastIndex(isEnd) - start + 1);
}

/**
 * What a change of stages and steps means for the cards that span them: they go on covering the steps that they covered,
 * those that come to stand between these as well, and let go of a step that was taken out of their reach.
 */
export function withSpans(sheet: Sheet, ops: Op[]): Op[] {
  const spanning = everyLane(sheet).flatMap(spanningIn);
  if (spanning.length === 0) return ops;
  const after = columnsAfter(sheet, ops).map(({ id }) => id);
  const moved = movedBy(sheet, ops);
  const dropped = new Set(ops.flatMap((op) => (op.op === "drop" ? [op.id] : [])));
  const left = spanning.filter(({ id }) => !dropped.has(id));
  return [...ops, ...left.flatMap((found) => followed(found, coveredBy(sheet, found), after, moved))];
}

function spanningIn(view: LaneView): CellCard[] {
  return [...view.cells.values()].flatMap((cards) => cards.filter((found) => spanOf(found) > 1));
}

/** The columns as they will be. */
function columnsAfter(sheet: Sheet, ops: readonly Op[]): Column[] {
  const stages = sheet.spans.map(({ id, stage }): [string, AnyRecord] => [id, stage]);
  const steps = sheet.steps.flatMap(({ id, step }): [string, AnyRecord][] => (step ? [[id, step]] : []));
  const before: Records = new Map([...stages, ...steps]);
  const about = ops.filter((op) => before.has(op.id) || isPlace(op));
  return columnsIn(apply(before, about));
}

function isPlace(op: Op): boolean {
  return op.op === "put" && (op.record.type === "step" || op.record.type === "stage");
}

/** The steps that an edit puts elsewhere, themselves or with their stage. */
function movedBy({ steps }: Sheet, ops: readonly Op[]): ReadonlySet<string> {
  const set = new Set(ops.flatMap((op) => (op.op === "set" ? [op.id] : [])));
  return new Set(steps.filter(({ id, stage }) => set.has(id) || set.has(stage)).map(({ id }) => id));
}

function followed(
  { id, card }: CellCard,
  covered: readonly Column[],
  after: readonly string[],
  moved: ReadonlySet<string>,
): Op[] {
  const own = covered.map((column) => column.id).filter((step) => after.includes(step));
  const core = rangeOf(after, staying(own, moved));
  if (!core) return [];
  let [first, last] = core;
  const isOwn = (place: number) => own.includes(after[place] ?? "");
  while (isOwn(first - 1)) first -= 1;
  while (isOwn(last + 1)) last += 1;
  const [step, span] = [after[first], last - first + 1];
  return [
    ...(step === card.step ? [] : [set(id, "step", step)]),
    ...(span === (card.span ?? 1) ? [] : [set(id, "span", span)]),
  ];
}

/** The larger part of the covered steps: those that stayed, or those that moved; the first step's part when they are as many. */
function staying(own: readonly string[], moved: ReadonlySet<string>): readonly string[] {
  const gone = own.filter((step) => moved.has(step));
  const rest = own.filter((step) => !moved.has(step));
  if (gone.length === rest.length) return moved.has(own[0] ?? "") ? gone : rest;
  return gone.length > rest.length ? gone : rest;
}

function rangeOf(all: readonly string[], some: readonly string[]): [number, number] | null {
  const places = some.map((one) => all.indexOf(one));
  return places.length > 0 ? [Math.min(...places), Math.max(...places)] : null;
}

/** Whether a card still stands somewhere when these steps are gone. */
export function outlives(sheet: Sheet, found: CellCard, gone: ReadonlySet<string>): boolean {
  return coveredBy(sheet, found).some(({ id, step }) => step && !gone.has(id));
}
