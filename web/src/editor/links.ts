import type { Link, Op } from "../generated";
import { drop, newId, put, set } from "../model";
import type { Made } from "./ops";
import { type Column, type Sheet, type StepLink, weightOf } from "./sheet";

// Links between steps: made and ended, found at a step, and laid out as lines below the heads of the steps.

export type LinkKind = NonNullable<Link["kind"]>;
export const LINK_KINDS: readonly LinkKind[] = ["next", "branch", "loop", "two-way", "hand-over", "parallel"];

/** A link from one step to another; one of the same kind that is there already gets the condition. */
export function linked(
  { links }: Sheet,
  source: string,
  target: string,
  kind: LinkKind,
  condition = "",
): Made {
  const same = links.find(
    ({ link }) => link.source === source && link.target === target && (link.kind ?? "next") === kind,
  );
  if (same) return { id: same.id, ops: [set(same.id, "condition", condition)] };
  const id = newId();
  return { id, ops: [put(id, { type: "link", source, target, kind, condition })] };
}

export function unlinked(id: string): Op[] {
  return [drop(id)];
}

/** What a link most likely means: back to an earlier step is a loop. */
export function likelyKind({ steps }: Sheet, source: string, target: string): LinkKind {
  const rank = (id: string) => steps.findIndex((column) => column.id === id);
  return rank(target) <= rank(source) ? "loop" : "next";
}

/** A link as seen from one of its steps: the other end, and whether it leads there. */
export interface Beyond {
  found: StepLink;
  other: string;
  isOut: boolean;
}

/** The links of a step: first those that lead on, then those that come in; a two-way link leads on at both ends, and so does one side by side. */
export function linksAt({ links }: Pick<Sheet, "links">, step: string): Beyond[] {
  const out = links.flatMap((found): Beyond[] => {
    const { source, target, kind } = found.link;
    if (source === step) return [{ found, other: target, isOut: true }];
    const isBoth = kind === "two-way" || kind === "parallel";
    return isBoth && target === step ? [{ found, other: source, isOut: true }] : [];
  });
  const known = new Set(out.map(({ found }) => found.id));
  const into = links.filter(({ id, link }) => link.target === step && !known.has(id));
  return [...out, ...into.map((found) => ({ found, other: found.link.source, isOut: false }))];
}

/** A link as a line: from where to where in the width of all columns, 0 to 1, and how deep it hangs. */
export interface Line {
  found: StepLink;
  /** Its first end from the start of the map, its last, and on which of them it ends. */
  start: number;
  end: number;
  isBack: boolean;
  track: number;
}

type Loose = Omit<Line, "track">;

export interface Lines {
  lines: readonly Line[];
  tracks: number;
}

/** The lines of all links that are seen, each in the highest track with room; short ones first, so that few cross. */
export function linesOf(links: readonly StepLink[], columns: readonly Column[]): Lines {
  const places = placesOf(columns);
  const all = links.flatMap((found) => lineOf(found, places));
  const tracks: Line[][] = [];
  for (const line of all.toSorted((a, b) => lengthOf(a) - lengthOf(b) || a.start - b.start)) {
    const free = tracks.findIndex((others) => others.every((other) => isClear(line, other)));
    const track = free < 0 ? tracks.length : free;
    tracks[track] = [...(tracks[track] ?? []), { ...line, track }];
  }
  return { lines: tracks.flat(), tracks: tracks.length };
}

interface Placing {
  /** Where the middle of the column of a step or a folded stage is, from 0 to 1. */
  middles: ReadonlyMap<string, number>;
  /** Half a port, in the width of all columns: a line leaves after the middle and arrives before it. */
  port: number;
}

const PORT = 0.07; // of a column

function placesOf(columns: readonly Column[]): Placing {
  const width = columns.reduce((sum, column) => sum + weightOf(column), 0) || 1;
  const middles = new Map<string, number>();
  let start = 0;
  for (const column of columns) {
    const weight = weightOf(column);
    middles.set(column.id, (start + weight / 2) / width);
    start += weight;
  }
  return { middles, port: PORT / width };
}

/** The line of a link; none where an end is in a folded stage. */
function lineOf(found: StepLink, { middles, port }: Placing): Loose[] {
  const [source, target] = [middles.get(found.link.source), middles.get(found.link.target)];
  if (source === undefined || target === undefined) return [];
  const [leaves, arrives] = [source + port, target - port];
  const [start, end] = leaves < arrives ? [leaves, arrives] : [arrives, leaves];
  return [{ found, start, end, isBack: arrives < leaves }];
}

function lengthOf({ start, end }: Loose): number {
  return end - start;
}

function isClear(one: Loose, other: Loose): boolean {
  return one.end < other.start || other.end < one.start;
}
