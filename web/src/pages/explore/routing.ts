import type { FlowEdge } from "./graph";

// Where the ribbons of a flow graph run: side by side out of a node, into the next one, in one thickness all along.

export interface Point {
  x: number;
  y: number;
}

/** A bar: its top, how tall it is, and its left edge. */
export interface Bar extends Point {
  height: number;
}

export interface Way {
  edge: FlowEdge;
  width: number;
  /** Where it passes between its two bars, in the order of reading. */
  via: readonly Point[];
}

export interface Ribbon {
  edge: FlowEdge;
  kind: "forward" | "back" | "again";
  width: number;
  /** Its middle line. */
  path: string;
  /** Its shape, as tall everywhere as it is wide; nothing for one that is drawn as a line. */
  area: string;
  /** The middle, where its words stand. */
  middle: Point;
}

export const BAR = 7; // pixels, how wide a bar is
const ARC = 36; // how far below its bars a flow back runs at least
const DEEPEST = 90; // and how much further at most, however long it is
const ASIDE = 60; // to the left of two bars that stand one below the other
const LOOP = 26;

type Bars = ReadonlyMap<string, Bar>;

/** Ribbons to the right, stacked on the bars in the order in which they leave and come. */
export function ribbons(bars: Bars, ways: readonly Way[]): Ribbon[] {
  const starts = stacked(
    bars,
    ways,
    ({ edge }) => edge.source,
    (way) => (way.via[0] ?? middleOf(bars, way.edge.target)).y,
  );
  const ends = stacked(
    bars,
    ways,
    ({ edge }) => edge.target,
    (way) => (way.via.at(-1) ?? middleOf(bars, way.edge.source)).y,
  );
  return ways.map((way) => {
    const from = bars.get(way.edge.source) ?? NOWHERE;
    const to = bars.get(way.edge.target) ?? NOWHERE;
    const points = [
      { x: from.x + BAR, y: starts.get(way) ?? from.y },
      ...way.via,
      { x: to.x, y: ends.get(way) ?? to.y },
    ];
    return {
      edge: way.edge,
      kind: "forward",
      width: way.width,
      path: smooth(points),
      area: area(points, way.width),
      middle: halfway(points),
    };
  });
}

const NOWHERE: Bar = { x: 0, y: 0, height: 0 };

function middleOf(bars: Bars, id: string): Point {
  const { x, y, height } = bars.get(id) ?? NOWHERE;
  return { x, y: y + height / 2 };
}

/** The height at which each way leaves or reaches its bar. */
function stacked(
  bars: Bars,
  ways: readonly Way[],
  end: (way: Way) => string,
  towards: (way: Way) => number,
): Map<Way, number> {
  const found = new Map<Way, number>();
  for (const [id, bar] of bars) {
    let y = bar.y;
    for (const way of ways
      .filter((one) => end(one) === id)
      .sort((one, other) => towards(one) - towards(other))) {
      found.set(way, y + way.width / 2);
      y += way.width;
    }
  }
  return found;
}

/** A curve through points from left to right, level at each of them. */
export function smooth(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (!first) return "";
  let path = `M${at(first)}`;
  let from = first;
  for (const to of others) {
    const half = (to.x - from.x) / 2;
    path += `C${at({ x: from.x + half, y: from.y })} ${at({ x: to.x - half, y: to.y })} ${at(to)}`;
    from = to;
  }
  return path;
}

/** The shape between two curves that are so far apart: a thick line would overhang where it rises steeply. */
function area(points: readonly Point[], width: number): string {
  const moved = (by: number) => points.map(({ x, y }) => ({ x, y: y + by }));
  const under = smooth(moved(width / 2).reverse());
  return `${smooth(moved(-width / 2))}L${under.slice(1)}Z`;
}

/** Where the words of a ribbon stand: at its middle point, or between the two in the middle. */
function halfway(points: readonly Point[]): Point {
  const last = points.length - 1;
  const [one, other] = [points[Math.floor(last / 2)], points[Math.ceil(last / 2)]];
  if (!one || !other) return { x: 0, y: 0 };
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

/** A flow back, in an arc below; the further it goes, the deeper. */
export function back(bars: Bars, edge: FlowEdge, width: number): Ribbon {
  const from = bars.get(edge.source) ?? NOWHERE;
  const to = bars.get(edge.target) ?? NOWHERE;
  const [start, end] = [foot(from), foot(to)];
  const depth = Math.max(start.y, end.y) + ARC + Math.min(Math.abs(start.x - end.x) * 0.12, DEEPEST);
  const aside = Math.abs(start.x - end.x) < BAR ? ASIDE : 0;
  const [out, home] = [start.x - aside, end.x - aside];
  const path = `M${at(start)}C${at({ x: out, y: depth })} ${at({ x: home, y: depth })} ${at(end)}`;
  const middle = { x: (start.x + end.x) / 2 - aside * 0.75, y: (start.y + end.y) / 8 + depth * 0.75 };
  return { edge, kind: "back", width, path, area: "", middle };
}

/** A flow from a node to itself, as a loop below its bar. */
export function again(bars: Bars, edge: FlowEdge, width: number): Ribbon {
  const { x, y } = foot(bars.get(edge.source) ?? NOWHERE);
  const path = `M${at({ x: x + 2, y })}c${LOOP} 4 ${LOOP} ${LOOP} 0 ${LOOP}c${-LOOP} 0 ${-LOOP} ${4 - LOOP} -4 ${-LOOP}`;
  return { edge, kind: "again", width, path, area: "", middle: { x, y: y + LOOP } };
}

function foot({ x, y, height }: Bar): Point {
  return { x: x + BAR / 2, y: y + height };
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
