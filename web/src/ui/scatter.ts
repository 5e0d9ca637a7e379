// Where the points of a matrix stand, where their names find room, and which point an arrow key goes to. All in pixels.

export type Range = readonly [low: number, high: number];

/** What is drawn at a place of the matrix; `x` and `y` are in the units of the axes. */
export interface Spot {
  id: string;
  name: string;
  x: number;
  y: number;
  /** How far the place may be off. */
  xBetween?: Range | null;
  yBetween?: Range | null;
  /** Its area, as a share of the largest; nothing: a point. */
  size?: number;
  /** Its name finds room first. */
  isMarked?: boolean;
}

export interface Field {
  width: number;
  height: number;
  x: Range;
  y: Range;
  /** The x axis runs from right to left. */
  isMirrored?: boolean;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Label extends Box {
  text: string;
  /** It covers its point: there was no room beside it. */
  isOver?: boolean;
}

export interface Placed<One extends Spot = Spot> {
  spot: One;
  x: number;
  y: number;
  radius: number;
  /** The ends of its intervals. */
  xEnds: Range | null;
  yEnds: Range | null;
  /** Where its name stands, whole or shortened, or its number where even that found no room. */
  label: Label;
  /** By which the legend has its whole name; 0 where that stands beside the point. */
  number: number;
}

const POINT = 4.5;
const LARGEST = 22;
const NUMBERED = 8; // the least radius of a point that has its number upon it
const GAP = 5;
const LINE = 16;
const LONGEST = 170;
const WIDE = /[\u1100-\uffdc]/;

/** About how wide a text of 12 px is: on the safe side, so that nothing is cut off. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += WIDE.test(sign) ? 12.5 : /[A-ZMW@%&mw]/.test(sign) ? 9 : 6.7;
  return width;
}

/** All spots at their places; names go where they cover no point, no interval and no other name. */
export function place<One extends Spot>(
  spots: readonly One[],
  field: Field,
  taken: readonly Box[] = [],
): Placed<One>[] {
  const placed = spread(spots.map((spot) => put(spot, field)));
  const boxes = [...taken, ...placed.flatMap(coveredBy)];
  const first = [...placed].sort((one, other) => Number(other.spot.isMarked) - Number(one.spot.isMarked));
  const unnamed = first.filter((one) => {
    const text = shortened(one.spot.name, Math.min(LONGEST, field.width * 0.45));
    const label = text === one.spot.name ? labelOf(one, text, field, boxes) : null;
    if (label) {
      one.label = label;
      boxes.push(label);
    }
    return !label;
  });
  number(unnamed, field, boxes);
  return placed;
}

/** Numbers where names found no room, from the top on, with as much of the name as fits. */
function number(unnamed: readonly Placed[], field: Field, boxes: Box[]): void {
  const inOrder = [...unnamed].sort((one, other) => one.y - other.y || one.x - other.x);
  for (const [at, one] of inOrder.entries()) {
    one.number = at + 1;
    const long = shortened(`${at + 1} ${one.spot.name}`, Math.min(LONGEST, field.width * 0.45));
    const free = labelOf(one, long, field, boxes) ?? labelOf(one, `${at + 1}`, field, boxes);
    if (!free) one.radius = Math.max(one.radius, NUMBERED);
    one.label = free ?? onPoint(one);
    boxes.push(one.label);
  }
}

/** The number upon its point. */
function onPoint({ x, y, number: at }: Placed): Label {
  const half = textWidth(`${at}`) / 2;
  return {
    left: x - half,
    right: x + half,
    top: y - LINE / 2,
    bottom: y + LINE / 2,
    text: `${at}`,
    isOver: true,
  };
}

function put<One extends Spot>(spot: One, field: Field): Placed<One> {
  const [along, up] = [alongOf(field), upOf(field)];
  return {
    spot,
    x: along(spot.x),
    y: up(spot.y),
    radius: spot.size === undefined ? POINT : Math.max(POINT, LARGEST * Math.sqrt(inside(spot.size, 0, 1))),
    xEnds: spot.xBetween ? sorted(along(spot.xBetween[0]), along(spot.xBetween[1])) : null,
    yEnds: spot.yBetween ? sorted(up(spot.yBetween[0]), up(spot.yBetween[1])) : null,
    label: NOWHERE,
    number: 0,
  };
}

const NOWHERE: Label = { left: 0, top: 0, right: 0, bottom: 0, text: "" };

/** From a value of the x axis to its place; what lies beyond the axis stands at its end. */
export function alongOf({ width, x, isMirrored }: Field): (value: number) => number {
  return (value) => {
    const share = inside((value - x[0]) / (x[1] - x[0] || 1), 0, 1);
    return (isMirrored ? 1 - share : share) * width;
  };
}

/** From a value of the y axis to its place: high values on top. */
export function upOf({ height, y }: Field): (value: number) => number {
  return (value) => (1 - inside((value - y[0]) / (y[1] - y[0] || 1), 0, 1)) * height;
}

function inside(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function sorted(one: number, other: number): Range {
  return one <= other ? [one, other] : [other, one];
}

/** Points at one place stand around it in a ring, so that each can be seen and reached. */
function spread<One extends Spot>(placed: Placed<One>[]): Placed<One>[] {
  const heaps = new Map<string, Placed<One>[]>();
  for (const one of placed) {
    const key = `${Math.round(one.x / 4)} ${Math.round(one.y / 4)}`;
    heaps.set(key, [...(heaps.get(key) ?? []), one]);
  }
  for (const heap of heaps.values()) if (heap.length > 1) ring(heap);
  return placed;
}

function ring(heap: readonly Placed[]): void {
  const most = Math.max(...heap.map((one) => one.radius));
  const far = (most + 2) / Math.sin(Math.PI / heap.length);
  for (const [at, one] of heap.entries()) {
    const turn = (2 * Math.PI * at) / heap.length;
    one.x += far * Math.cos(turn);
    one.y += far * Math.sin(turn);
  }
}

function coveredBy({ x, y, radius, xEnds, yEnds }: Placed): Box[] {
  const boxes = [
    { left: x - radius - 1, top: y - radius - 1, right: x + radius + 1, bottom: y + radius + 1 },
  ];
  if (xEnds) boxes.push({ left: xEnds[0], top: y - 4, right: xEnds[1], bottom: y + 4 });
  if (yEnds) boxes.push({ left: x - 4, top: yEnds[0], right: x + 4, bottom: yEnds[1] });
  return boxes;
}

function labelOf(placed: Placed, text: string, field: Field, taken: readonly Box[]): Label | null {
  const { x, y, radius, xEnds, yEnds } = placed;
  const width = textWidth(text);
  const sides = [
    (xEnds ? Math.max(xEnds[1], x + radius) : x + radius) + GAP, // beyond the interval
    (xEnds ? Math.min(xEnds[0], x - radius) : x - radius) - GAP - width,
    x - width / 2,
    x + radius,
    x - radius - width,
  ] as const;
  const below = (yEnds ? Math.max(yEnds[1], y + radius) : y + radius) + 2;
  const above = (yEnds ? Math.min(yEnds[0], y - radius) : y - radius) - 2 - LINE;
  const middle = y - LINE / 2;
  const wishes = [
    [sides[0], middle],
    [sides[1], middle],
    [sides[2], below],
    [sides[2], above],
    [sides[3], below],
    [sides[3], above],
    [sides[4], below],
    [sides[4], above],
    [sides[0], middle - LINE / 2],
    [sides[0], middle + LINE / 2],
  ] as const;
  for (const [left, top] of wishes) {
    const box = { left, top, right: left + width, bottom: top + LINE };
    if (isWithin(box, field) && !taken.some((other) => meets(box, other))) return { ...box, text };
  }
  return null;
}

function shortened(text: string, most: number): string {
  if (textWidth(text) <= most) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join("")}…`) > most) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

function isWithin(box: Box, { width, height }: Field): boolean {
  return box.left >= 2 && box.right <= width - 2 && box.top >= 0 && box.bottom <= height;
}

function meets(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

const WAYS: Readonly<Record<Arrow, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function isArrow(key: string): key is Arrow {
  return key in WAYS;
}

/** The nearest point in the direction of an arrow key; what lies aside counts double. */
export function beside(placed: readonly Placed[], id: string, key: Arrow): string | null {
  const from = placed.find((one) => one.spot.id === id);
  if (!from) return null;
  const [right, down] = WAYS[key];
  let [nearest, least]: [string | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const { spot, x, y } of placed) {
    const ahead = (x - from.x) * right + (y - from.y) * down;
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
    const far = ahead + 2 * aside;
    if (spot.id !== id && ahead > 0.5 && far < least) [nearest, least] = [spot.id, far];
  }
  return nearest;
}

/** Round marks for an axis, its ends among them where they are round. */
export function marks(range: Range, about = 5): number[] {
  const [low, high] = sorted(...range);
  const raw = (high - low) / about;
  if (!(raw > 0)) return [low];
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * size).find((one) => one >= raw * 0.999) ?? size * 10;
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** How many decimals it takes to write all of these. */
export function decimalsOf(values: readonly number[]): number {
  return Math.max(0, ...values.map((value) => (String(value).split(".")[1] ?? "").length));
}

/** The range of an axis that shows all values with some room around them, kept within what can be. */
export function rangeOf(values: readonly number[], bounds: Range): Range {
  if (values.length === 0) return bounds;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.12, (bounds[1] - bounds[0]) * 0.02);
  return [Math.max(bounds[0], low - room), Math.min(bounds[1], high + room)];
}
