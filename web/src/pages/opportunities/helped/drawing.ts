import type { AnalysedRow, Effect } from "../../../generated";

// Where the numbers before and after a start stand in a picture. Pure: no framework, no words.

type Figure = AnalysedRow["figures"][string];

export interface Size {
  width: number;
  height: number;
}

/** A number with its place: its dot, the ends of its interval, and what it is. */
export interface Spot {
  row: AnalysedRow;
  figure: Figure;
  x: number;
  y: number;
  top: number;
  bottom: number;
}

export interface Stroke {
  name: string;
  from: { x: number; y: number };
  to: { x: number; y: number };
}

export interface Drawing {
  spots: readonly Spot[];
  strokes: readonly Stroke[];
  marks: readonly { value: number; y: number }[];
  /** Where the start is. */
  start: number;
  /** What stands below: days, or the two sides. */
  days: readonly { day: string; x: number }[];
}

const DAY = 86_400_000;
const LENGTHS: Readonly<Record<string, number>> = { day: 1, week: 7 };
export const EARLIER = 0.22; // parts of the width where sides stand
export const LATER = 0.72;
const ASIDE = 4; // pixels that two groups stand apart, so that neither hides the other's interval
const APART = 110; // pixels between days that are named

/** Whether customers in two groups are compared. */
export function isOfGroups(effect: Effect): boolean {
  return effect.sides !== undefined && "treated-after" in effect.sides;
}

/** All numbers of an answer, placed on a field. */
export function drawingOf(effect: Effect, size: Size): Drawing {
  return isOfGroups(effect) ? ofGroups(effect, size) : ofPeriods(effect, size);
}

function ofPeriods({ answer, lines = [] }: Effect, size: Size): Drawing {
  const { every = "", started } = asked(answer?.analysis);
  const rows = drawable(answer?.rows ?? []).filter(({ row }) => row.key.period);
  const length = (LENGTHS[every] ?? 1) * DAY;
  const begins = rows.map(({ row }) => Date.parse(row.key.period ?? ""));
  const ends = [...begins.map((at) => at + length), ...lines.map(({ end }) => Date.parse(end))];
  const all = [...begins, ...lines.map(({ begin }) => Date.parse(begin))];
  const [first, last] = [Math.min(...all), Math.max(...ends)];
  const xOf = (at: number) => ((at - first) / (last - first || 1)) * size.width;
  const values = rows.map(({ figure }) => figure.value ?? 0);
  const scale = scaleOf([...values, ...lines.flatMap((line) => [line.first, line.last])], size.height);
  const start = Date.parse(started ?? "");
  return {
    spots: rows.map(({ row, figure }, at) => spot(row, figure, xOf((begins[at] ?? 0) + length / 2), scale)),
    strokes: lines.map((line) => ({
      name: line.name,
      from: { x: xOf(Date.parse(line.begin)), y: scale.yOf(line.first) },
      to: { x: xOf(Date.parse(line.end)), y: scale.yOf(line.last) },
    })),
    marks: scale.marks,
    start: xOf(start),
    days: named(first, last, size.width).map((at) => ({ day: new Date(at).toISOString(), x: xOf(at) })),
  };
}

/** Days that stand far enough apart, from the first one on. */
function named(first: number, last: number, width: number): number[] {
  const count = Math.max(1, Math.floor(width / APART));
  return Array.from({ length: count }, (_, at) => first + ((last - first) * at) / count);
}

function ofGroups({ answer }: Effect, size: Size): Drawing {
  const rows = drawable(answer?.rows ?? []);
  const value = new Map(rows.map(({ row, figure }) => [nameOf(row), figure.value ?? 0]));
  const [x, later] = [size.width * EARLIER, size.width * LATER];
  const was = value.get("treated-before");
  const otherwise =
    was === undefined
      ? undefined
      : was + (value.get("control-after") ?? 0) - (value.get("control-before") ?? 0);
  const scale = scaleOf([...value.values(), ...(otherwise === undefined ? [] : [otherwise])], size.height);
  const stroke = (name: string, first: number | undefined, last: number | undefined): Stroke[] =>
    first === undefined || last === undefined
      ? []
      : [{ name, from: { x, y: scale.yOf(first) }, to: { x: later, y: scale.yOf(last) } }];
  return {
    spots: rows.map(({ row, figure }) => {
      const aside = row.key.group === "treated" ? ASIDE : -ASIDE;
      return spot(row, figure, (row.key.side === "before" ? x : later) + aside, scale);
    }),
    strokes: [
      ...stroke("control", value.get("control-before"), value.get("control-after")),
      ...stroke("continued", was, otherwise),
      ...stroke("after", was, value.get("treated-after")),
    ],
    marks: scale.marks,
    start: size.width / 2,
    days: [],
  };
}

const nameOf = ({ key }: AnalysedRow) => `${key.group}-${key.side}`;

interface Asked {
  every?: string;
  started?: string;
}

const asked = (analysis: unknown): Asked => (analysis ?? {}) as Asked;

/** What is known well enough to be drawn. */
function drawable(rows: readonly AnalysedRow[]): { row: AnalysedRow; figure: Figure }[] {
  return rows.flatMap((row) => {
    const figure = row.figures.value;
    return figure && figure.value !== null && !figure.too_few ? [{ row, figure }] : [];
  });
}

interface Scale {
  yOf(value: number): number;
  marks: readonly { value: number; y: number }[];
}

function spot(row: AnalysedRow, figure: Figure, x: number, scale: Scale): Spot {
  const value = figure.value ?? 0;
  return {
    row,
    figure,
    x,
    y: scale.yOf(value),
    top: scale.yOf(figure.high ?? value),
    bottom: scale.yOf(figure.low ?? value),
  };
}

/** Round numbers around all values, the least at the bottom; what lies beyond them is drawn at the edge. */
export function scaleOf(values: readonly number[], height: number): Scale {
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const step = roundStep((high - low || Math.abs(high) || 1) / 4);
  const [least, most] = [Math.floor(low / step) * step, Math.ceil(high / step) * step];
  const span = most - least || step;
  const yOf = (value: number) =>
    height - ((Math.min(Math.max(value, least), least + span) - least) / span) * height;
  const marks = Array.from({ length: Math.round(span / step) + 1 }, (_, at) => least + at * step);
  return { yOf, marks: marks.map((value) => ({ value, y: yOf(value) })) };
}

/** The least of 1, 2 and 5 times a power of ten that is no smaller. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return ([1, 2, 5, 10].find((times) => times * power >= size * 0.999) ?? 10) * power;
}

/** An interval beside zero, as parts of a width: its ends, its middle and zero. */
export function besideZero(value: number, low: number, high: number) {
  const [least, most] = [Math.min(low, 0), Math.max(high, 0)];
  const room = (most - least || 1) * 0.08;
  const at = (one: number) => (one - least + room) / (most - least + 2 * room || 1);
  return { zero: at(0), low: at(low), high: at(high), value: at(value) };
}

const LINE = 14; // pixels that a name takes

/** Where the names of lines stand at their ends, none on another: pushed down where they would be. */
export function apart(strokes: readonly Stroke[]): { name: string; y: number }[] {
  const placed: { name: string; y: number }[] = [];
  for (const { name, to } of [...strokes].sort((one, other) => one.to.y - other.to.y)) {
    const above = placed.at(-1)?.y ?? Number.NEGATIVE_INFINITY;
    placed.push({ name, y: Math.max(to.y, above + LINE) });
  }
  return placed;
}
