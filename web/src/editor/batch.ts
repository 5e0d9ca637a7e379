import type { Card, Op } from "../generated";
import { drop, newId, place, put, set } from "../model";
import { KINDS } from "./kinds";
import { type CellCard, cardsAt, type Sheet } from "./sheet";

// What a gesture does to several cards at once, as one batch of ops: one edit, one undo.

export type Side = "left" | "right" | "up" | "down";

export interface Copied {
  ops: Op[];
  ids: string[];
}

/** Cards to a place among the other cards of a cell, in their order. */
export function moveCards(
  sheet: Sheet,
  cards: readonly CellCard[],
  lane: string,
  step: string,
  at: number,
): Op[] {
  const carried = new Set(cards.map(({ id }) => id));
  const others = cardsAt(sheet, lane, step).filter(({ id }) => !carried.has(id));
  const { keys, ops } = place(
    others.map(({ id, card }) => [id, card]),
    Math.min(at, others.length),
    cards.length,
  );
  const sets = cards.flatMap(({ id, card }, rank) => {
    const order = keys[rank] ?? "a0";
    // Both say where it goes, so that of two people who drag one card the last one's place counts, and no mixture of both.
    const isElsewhere = card.lane !== lane || card.step !== step;
    const there = isElsewhere ? [set(id, "lane", lane), set(id, "step", step)] : [];
    return card.order === order ? there : [...there, set(id, "order", order)];
  });
  return [...ops, ...sets];
}

/** Every card one cell on, or nothing where one of them would leave the map. */
export function shiftCards(sheet: Sheet, cards: readonly CellCard[], side: Side): Op[] {
  const target = side === "left" || side === "right" ? columnBeside(sheet, side) : laneBeside(sheet, side);
  const goals = cards.map((found) => target(found.card));
  if (goals.some((goal) => goal === null)) return [];
  const cells = new Map<string, CellCard[]>();
  cards.forEach((found, rank) => {
    const goal = goals[rank];
    if (goal) cells.set(goal, [...(cells.get(goal) ?? []), found]);
  });
  return [...cells].flatMap(([goal, group]) => {
    const [lane = "", step = ""] = goal.split("|");
    return moveCards(sheet, group, lane, step, Number.MAX_SAFE_INTEGER);
  });
}

type Target = (card: Card) => string | null;

function columnBeside(sheet: Sheet, side: Side): Target {
  const steps = sheet.columns.filter((column) => column.step).map(({ id }) => id);
  return ({ lane, step }) => {
    const next = steps[steps.indexOf(step ?? "") + (side === "right" ? 1 : -1)];
    return next ? `${lane}|${next}` : null;
  };
}

/** Points of a curve and cards are not the same thing: a card passes over curves, a point stays on its own. */
function laneBeside(sheet: Sheet, side: Side): Target {
  const isCurve = (id: string | undefined) =>
    KINDS[sheet.lanes.find((view) => view.id === id)?.lane.kind ?? "free"].shape === "emotion";
  const lanes = sheet.lanes.map(({ id }) => id).filter((id) => !isCurve(id));
  return ({ lane, step }) => {
    const here = lanes.indexOf(lane ?? "");
    const next = here < 0 ? undefined : lanes[here + (side === "down" ? 1 : -1)];
    return next ? `${next}|${step}` : null;
  };
}

/** A copy of each card, below the last one of its cell that is copied. */
export function duplicateCards(sheet: Sheet, cards: readonly CellCard[]): Copied {
  const cells = new Map<string, CellCard[]>();
  for (const found of cards) {
    const key = `${found.card.lane}|${found.card.step}`;
    cells.set(key, [...(cells.get(key) ?? []), found]);
  }
  const copies = [...cells.values()].map((group) => copiesBelow(sheet, group));
  return { ops: copies.flatMap(({ ops }) => ops), ids: copies.flatMap(({ ids }) => ids) };
}

function copiesBelow(sheet: Sheet, group: readonly CellCard[]): Copied {
  const { lane = "", step = "" } = group[0]?.card ?? {};
  const all = cardsAt(sheet, lane, step);
  const below = all.findIndex(({ id }) => id === group.at(-1)?.id) + 1;
  return addCards(
    sheet,
    lane,
    step,
    group.map(({ card }) => card),
    below,
  );
}

/** New cards at a place in a cell, in their order. */
export function addCards(
  sheet: Sheet,
  lane: string,
  step: string,
  cards: readonly Partial<Card>[],
  at = Number.MAX_SAFE_INTEGER,
): Copied {
  const here = cardsAt(sheet, lane, step);
  const { keys, ops } = place(
    here.map(({ id, card }) => [id, card]),
    Math.min(at, here.length),
    cards.length,
  );
  const ids = cards.map(() => newId());
  const puts = cards.map((card, rank) => {
    const order = keys[rank] ?? "a0";
    return put(ids[rank] ?? newId(), { ...card, type: "card", lane, step, order });
  });
  return { ops: [...ops, ...puts], ids };
}

export function dropCards(cards: readonly CellCard[]): Op[] {
  return cards.map(({ id }) => drop(id));
}

/** One field of all cards; those that have it already are left alone. */
export function setOnAll(cards: readonly CellCard[], field: keyof Card, value: unknown): Op[] {
  return cards.flatMap(({ id, card }) => (card[field] === value ? [] : [set(id, field, value)]));
}

/** A word on all cards of a list, such as a tag; or off all of them. */
export function tagAll(cards: readonly CellCard[], tag: string, isOn: boolean): Op[] {
  return cards.flatMap(({ id, card }) => {
    const tags = card.tags ?? [];
    if (tags.includes(tag) === isOn) return [];
    return [set(id, "tags", isOn ? [...tags, tag] : tags.filter((one) => one !== tag))];
  });
}
