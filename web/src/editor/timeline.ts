import type { Difference, History, Op, Sitting, Version } from "../generated";
import { diff, type Records } from "../model";

/** A line of the history: a sitting of somebody, or a version that somebody named. */
export type Moment =
  | { kind: "sitting"; key: string; seq: number; at: string; sitting: Sitting }
  | { kind: "version"; key: string; seq: number; at: string; version: Version; id: string };

export interface Day {
  /** Midnight where the reader is. */
  day: number;
  moments: readonly Moment[];
}

/** Sittings and versions by day, the latest first; a version stands above the sitting that it closes. */
export function timeline(pages: readonly History[], versions: ReadonlyMap<string, Version>): Day[] {
  const sittings = pages.flatMap((page) => page.sittings ?? []);
  const from = Math.min(...sittings.map((sitting) => sitting.first), Number.POSITIVE_INFINITY);
  const moments: Moment[] = sittings.map((sitting) => ({
    kind: "sitting",
    key: `s${sitting.actor.id}-${sitting.last}`,
    seq: sitting.last,
    at: sitting.end,
    sitting,
  }));
  for (const [id, version] of versions) {
    const seq = version.seq ?? 1;
    if (seq >= from || pages.length === 0)
      moments.push({ kind: "version", key: id, seq, at: version.at ?? "", version, id });
  }
  moments.sort((a, b) => b.seq - a.seq || (a.kind === "version" ? -1 : 1));
  return byDay(moments, sittings);
}

/** A version stands on the day of what it names, not of the naming. */
function dayOf(moment: Moment, sittings: readonly Sitting[]): number {
  const named = sittings.findLast((sitting) => sitting.last >= moment.seq);
  const at = moment.kind === "version" ? (named?.end ?? moment.at) : moment.at;
  return new Date(at).setHours(0, 0, 0, 0);
}

function byDay(moments: readonly Moment[], sittings: readonly Sitting[]): Day[] {
  const days: { day: number; moments: Moment[] }[] = [];
  for (const moment of moments) {
    const day = dayOf(moment, sittings);
    const last = days.at(-1);
    if (last?.day === day) last.moments.push(moment);
    else days.push({ day, moments: [moment] });
  }
  return days;
}

/** The named versions of a map, by id. */
export function versionsOf(records: Records): Map<string, Version> {
  const found = new Map<string, Version>();
  for (const [id, record] of records) if (record.type === "version") found.set(id, record);
  return found;
}

/** The map itself, without the comments and versions that stand beside it. */
export function contentOf(records: Records): Records {
  return new Map([...records].filter(([, { type }]) => type !== "comment" && type !== "version"));
}

/** What makes the map as it was then: one edit on top, which is undone like any other. */
export function restoring(now: Records, then: Records): Op[] {
  return diff(contentOf(now), contentOf(then));
}

export interface Look {
  /** What is looked at: how this map was, or the current map that a future one grew from. */
  of: "past" | "base";
  /** The id of that current map. */
  base?: string;
  seq: number;
  title: string;
  records: Records;
  /** From then to now. */
  differences: readonly Difference[];
  side: "then" | "now" | "both";
}

/** The differences that show on one side: what is gone stands only in the past, what is new only in the present. */
export function marksOf({ differences, side }: Look): ReadonlyMap<string, Difference["what"]> {
  const hidden = side === "then" ? "added" : "removed";
  return new Map(differences.filter(({ what }) => what !== hidden).map(({ id, what }) => [id, what]));
}
