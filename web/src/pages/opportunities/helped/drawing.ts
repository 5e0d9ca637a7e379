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

function ofPeriods({ answer, unit, lines = [] }: Effect, size: Size): Drawing {
  const { every = "", started } = asked(answer?.analysis);
  const rows = drawable(answer?.rows ?? []).filter(({ row }) => row.key.period);
  const length = (LENGTHS[every] ?? 1) * DAY;
  const begins = rows.map(({ row }) => Date.parse(row.key.period ?? ""));
  const days = [...begins.map((at) => at + length), ...lines.map(({ end }) => Date.parse(end))];
  const all = [...begins, ...lines.map(({ begin }) => Date.parse(begin))];
  const [first, last] = [Math.min(...all), Math.max(...days)];
  const xOf = (at: number) => ((at - first) / (last - first || 1)) * size.width;
  const values = rows.map(({ figure }) => figure.value ?? 0);
  const ends = lines.flatMap((line) => [line.first, line.last]);
  const scale = scaleOf([...values, ...ends], size.height, unit);
  const start = Date.parse(started ?? "");
  return {
    spots: rows.map(({ row, figure }, at) => spot(row, figure, xOf((begins[at] ?? 0) + length / 2), scale)),
    strokes: lines.flatMap(({ name, begin, end, first: from, last: to }) =>
      strokeOf(name, [xOf(Date.parse(begin)), from], [xOf(Date.parse(end)), to], scale),
    ),
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

function ofGroups({ answer, unit }: Effect, size: Size): Drawing {
  const rows = drawable(answer?.rows ?? []);
  const value = new Map(rows.map(({ row, figure }) => [nameOf(row), figure.value ?? 0]));
  const [x, later] = [size.width * EARLIER, size.width * LATER];
  const was = value.get("treated-before");
  const otherwise =
    was === undefined
      ? undefined
      : was + (value.get("control-after") ?? 0) - (value.get("control-before") ?? 0);
  const drawn = [...value.values(), ...(otherwise === undefined ? [] : [otherwise])];
  const scale = scaleOf(drawn, size.height, unit);
  const stroke = (name: string, first: number | undefined, last: number | undefined): Stroke[] =>
    first === undefined || last === undefined ? [] : strokeOf(name, [x, first], [later, last], scale);
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
  least: number;
  most: number;
  yOf(value: number): number;
  marks: readonly { value: number; y: number }[];
}

type Place = readonly [x: number, value: number];

/** The part of a line that the axis shows. */
function strokeOf(name: string, from: Place, to: Place, { least, most, yOf }: Scale): Stroke[] {
  const [first, last] = cut(from[1], to[1], least, most);
  if (first > last) return [];
  const at = (part: number) => ({
    x: from[0] + (to[0] - from[0]) * part,
    y: yOf(from[1] + (to[1] - from[1]) * part),
  });
  return [{ name, from: at(first), to: at(last) }];
}

/** From which part to which part of its way a line lies between two values. */
function cut(from: number, to: number, least: number, most: number): Range {
  if (from === to) return from >= least && from <= most ? [0, 1] : [1, 0];
  const [one, other] = [(least - from) / (to - from), (most - from) / (to - from)];
  return [Math.max(0, Math.min(one, other)), Math.min(1, Math.max(one, other))];
}

type Range = readonly [low: number, high: number];

/** By unit what a number can be; others are not bound. */
const CAN_BE: Readonly<Record<string, Range>> = { share: [0, 1], points: [-100, 100] };

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

/** Round numbers around all values, never beyond what a number can be; what lies beyond them stands at the edge. */
export function scaleOf(values: readonly number[], height: number, unit?: string | null): Scale {
  const [can, cannot] = CAN_BE[unit ?? ""] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const inside = (value: number) => Math.min(Math.max(value, can), cannot);
  const held = values.length === 0 ? [0, 1] : values.map(inside);
  const [low, high] = [Math.min(...held), Math.max(...held)];
  const step = roundStep((high - low || Math.abs(high) || 1) / 4);
  const bottom = inside(Math.floor(low / step + NEARLY) * step);
  const most = inside(Math.max(Math.ceil(high / step - NEARLY) * step, bottom + step));
  const least = Math.min(bottom, inside(most - step));
  const span = most - least;
  const yOf = (value: number) => height - ((Math.min(Math.max(value, least), most) - least) / span) * height;
  const marks = Array.from({ length: Math.round(span / step) + 1 }, (_, at) => least + at * step);
  return { least, most, yOf, marks: marks.map((value) => ({ value, y: yOf(value) })) };
}

const NEARLY = 1e-9; // what reckoning with decimals may be off

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
