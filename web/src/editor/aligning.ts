import { type Column, type Gap, type Sheet, type Span, weightOf } from "./sheet";

// A current map and its future one beside each other: a step that both have stands in one column, and what only one of
// them has there leaves a gap in the other.

/** A column of both maps; null where one has none. */
export interface Track {
  current: Column | null;
  future: Column | null;
}

export type Side = keyof Track;

/** Shows a sheet with the gaps of its side. */
export type Lay = (sheet: Sheet) => Sheet;

/** The columns of both maps in one row: as many as can be pair up, in the order that both have. */
export function tracksOf(current: readonly Column[], future: readonly Column[]): Track[] {
  const pairs = pairsOf(keysOf(current, future), keysOf(future, current));
  const tracks: Track[] = [];
  let [a, b] = [0, 0];
  for (const [left, right] of [...pairs, [current.length, future.length] as const]) {
    tracks.push(...current.slice(a, left).map((one) => ({ current: one, future: null })));
    tracks.push(...future.slice(b, right).map((one) => ({ current: null, future: one })));
    const [one, other] = [current[left], future[right]];
    if (one && other) tracks.push({ current: one, future: other });
    [a, b] = [left + 1, right + 1];
  }
  return tracks;
}

/** What a column is called in both maps; a stage that is folded or without steps is met by its first step. */
function keysOf(columns: readonly Column[], others: readonly Column[]): string[] {
  const known = new Set(others.map(({ id }) => id));
  return columns.map(({ id, stage, step }) => {
    if (step || known.has(id)) return id;
    return others.find((other) => other.stage === stage)?.id ?? id;
  });
}

/** The places of the keys that both lists have in the same order, as many as there can be. */
function pairsOf(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const shared = sharedFrom(left, right);
  const pairs: (readonly [number, number])[] = [];
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    const isPair = left[a] === right[b];
    const isLeft = (shared[a + 1]?.[b] ?? 0) >= (shared[a]?.[b + 1] ?? 0);
    if (isPair) pairs.push([a, b]);
    if (isPair || isLeft) a += 1;
    if (isPair || !isLeft) b += 1;
  }
  return pairs;
}

/** How many keys the two lists have in common, in the same order, from each pair of places on. */
function sharedFrom(left: readonly string[], right: readonly string[]): number[][] {
  const shared = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let a = left.length - 1; a >= 0; a -= 1)
    for (let b = right.length - 1; b >= 0; b -= 1) {
      const [here, below] = [shared[a] as number[], shared[a + 1] as number[]];
      const isSame = left[a] === right[b];
      here[b] = isSame ? 1 + (below[b + 1] ?? 0) : Math.max(below[b] ?? 0, here[b + 1] ?? 0);
    }
  return shared;
}

/** How one of the two maps is shown on the tracks; a sheet whose columns are others by now is left as it is. */
export function layOf(tracks: readonly Track[], side: Side, others: readonly Span[]): Lay {
  const laid = columnsOn(tracks, side);
  const own = tracks.flatMap((track) => track[side]?.id ?? []);
  return (sheet) => {
    const known = new Map(sheet.columns.map((column) => [column.id, column]));
    if (own.length !== known.size || !own.every((id) => known.has(id))) return sheet;
    const columns = laid.map((column) => fresh(column, known.get(column.id)));
    return { ...sheet, columns, spans: spansOn(columns, side, sheet.spans, others) };
  };
}

/** A column as the sheet has it now, as wide as it is laid. */
function fresh(laid: Column, known: Column | undefined): Column {
  if (!known || known === laid) return laid;
  const { weight, isFirst } = laid;
  const isSame = isFirst === known.isFirst && weight === undefined;
  return isSame ? known : { ...known, isFirst, ...(weight === undefined ? {} : { weight }) };
}

function columnsOn(tracks: readonly Track[], side: Side): Column[] {
  const stages = stagesOn(tracks, side);
  const ids = new Set(tracks.flatMap((track) => track[side]?.id ?? []));
  return tracks.map((track, place) => {
    const weight = Math.max(...[track.current, track.future].map((one) => (one ? weightOf(one) : 0)));
    const [own, stage] = [track[side], stages[place] ?? ""];
    const isFirst = place === 0 || stages[place - 1] !== stage;
    if (!own) return gapIn(track, side, { ids, stage, isFirst, weight });
    return weight === weightOf(own) && isFirst === own.isFirst ? own : { ...own, weight, isFirst };
  });
}

interface Around extends Pick<Column, "stage" | "isFirst"> {
  /** What this map has anywhere. */
  ids: ReadonlySet<string>;
  weight: number;
}

function gapIn(track: Track, side: Side, { ids, ...around }: Around): Column {
  const other = (side === "future" ? track.current : track.future) as Column;
  const what = ids.has(other.id) ? "moved" : side === "future" ? "removed" : "added";
  const gap: Gap = { id: other.id, name: other.step?.name ?? "", what };
  return { ...around, id: `gap:${other.id}`, step: null, isLast: false, gap };
}

/** The stage over each track: a gap lies in the stage beside it that the other map has there, else between stages. */
function stagesOn(tracks: readonly Track[], side: Side): string[] {
  const there = tracks.map(({ current, future }) => (future ?? current)?.stage ?? "");
  const own = tracks.map((track) => track[side]?.stage ?? null);
  const before = carried(own);
  const after = carried(own.toReversed()).toReversed();
  const forth = reached(own, there);
  const back = reached(own.toReversed(), there.toReversed()).toReversed();
  return own.map((stage, place) => {
    if (stage !== null) return stage;
    if (before[place] && before[place] === after[place]) return before[place];
    return forth[place] || back[place] || `gap:${there[place]}`;
  });
}

/** The last stage that was there so far. */
function carried(own: readonly (string | null)[]): string[] {
  let last = "";
  return own.map((stage) => {
    last = stage ?? last;
    return last;
  });
}

/** The stage that goes on into a gap, as long as the other map is in it too; empty once it has ended. */
function reached(own: readonly (string | null)[], there: readonly string[]): string[] {
  let last = "";
  return own.map((stage, place) => {
    last = stage ?? (there[place] === last ? last : "");
    return last;
  });
}

/** The stages over the tracks; one that only the other map has is a gap too. */
function spansOn(
  columns: readonly Column[],
  side: Side,
  own: readonly Span[],
  others: readonly Span[],
): Span[] {
  const starts = columns.flatMap(({ stage }, place) => (columns[place - 1]?.stage === stage ? [] : [place]));
  return starts.flatMap((start, rank): Span[] => {
    const count = (starts[rank + 1] ?? columns.length) - start;
    const { stage = "", gap } = columns[start] ?? {};
    const span = own.find(({ id }) => id === stage);
    if (span) return [{ ...span, start, count }];
    const other = others.find(({ id }) => stage === `gap:${id}`);
    if (!other || !gap) return [];
    const isHere = own.some(({ id }) => id === other.id);
    const what = isHere ? "moved" : side === "future" ? "removed" : "added";
    const named = { id: other.id, name: other.stage.name ?? "", what } as const;
    return [{ ...other, id: `${stage}:${start}`, start, count, gap: named }];
  });
}
