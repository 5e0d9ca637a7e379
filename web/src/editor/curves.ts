import type { Card, Lane } from "../generated";
import type { CellCard, Column, LaneView } from "./sheet";

// The curves of an emotion lane: one for each persona and basis; what is typed of nobody in particular is one too.

export interface Curve {
  /** Tells curves apart: the persona and the basis. */
  key: string;
  persona: string;
  basis: "assumed" | "measured";
  /** Its place among the curves of the lane: gives it a colour, a dash and a ring. */
  rank: number;
}

/** Whose emotion a card is: its own persona's, else that of its lane. */
export function whoseIs(lane: Lane, card: Card): string {
  return card.persona || lane.persona || "";
}

/** The key of the curve that a card is a point of. */
export function curveKey(lane: Lane, card: Card): string {
  return `${whoseIs(lane, card)}|${card.basis ?? "assumed"}`;
}

const known = new Map<string, readonly Curve[]>(); // the same list for the same curves, however their points move
const asked = new WeakMap<LaneView, { columns: readonly Column[]; curves: readonly Curve[] }>();

/** The curves of a lane in the order in which they begin; those that are believed come before those measured. */
export function curvesOf(view: LaneView, columns: readonly Column[]): readonly Curve[] {
  const before = asked.get(view);
  if (before?.columns === columns) return before.curves;
  const now = found(view, columns);
  const name = now.map(({ key }) => key).join();
  const curves = known.get(name) ?? now;
  known.set(name, curves);
  asked.set(view, { columns, curves });
  return curves;
}

function found(view: LaneView, columns: readonly Column[]): Curve[] {
  const keys = new Set<string>();
  for (const { id } of columns)
    for (const { card } of view.cells.get(id) ?? []) keys.add(curveKey(view.lane, card));
  const curves = [...keys].map((key) => {
    const [persona = "", basis] = key.split("|");
    return { key, persona, basis: basis === "measured" ? ("measured" as const) : ("assumed" as const) };
  });
  curves.sort((a, b) => Number(a.basis === "measured") - Number(b.basis === "measured"));
  return curves.map((curve, rank) => ({ ...curve, rank }));
}

/** The card of a curve at each column: the first with a score, else the first; null where it has none. */
export function alongCurve(view: LaneView, columns: readonly Column[], key: string): (CellCard | null)[] {
  return columns.map(({ id }) => {
    const cards = (view.cells.get(id) ?? []).filter(({ card }) => curveKey(view.lane, card) === key);
    return cards.find(({ card }) => card.score != null) ?? cards[0] ?? null;
  });
}

/** How far the points of a curve stand beside the middle of their column, in pixels: none hides another. */
export function asideOf(rank: number, count: number): number {
  const room = Math.min(22, 48 / Math.max(count - 1, 1));
  return -12 - rank * room || 0;
}

/** Whose a new point at a step is: of the first of the map's personas that has none there yet. */
export function whoseNext(view: LaneView, step: string, personas: readonly string[]): string {
  if (view.lane.persona) return "";
  const drawn = [...view.cells.values()].flatMap((cards) => cards.map(({ card }) => card.persona ?? ""));
  const several = personas.length > 1 ? personas : [];
  const asked = [...new Set([...drawn, ...several])];
  const here = new Set((view.cells.get(step) ?? []).map(({ card }) => card.persona ?? ""));
  return asked.find((persona) => !here.has(persona)) ?? asked[0] ?? "";
}
