import type { AnyRecord, Card, LaneKind, Op } from "../generated";
import { drop, newId, place, put } from "../model";
import { KINDS } from "./kinds";
import { type Made, setField } from "./ops";
import { type CellCard, cardsAt, everyLane, type Sheet } from "./sheet";
import { outlives, withSpans } from "./spans";
import { stepTo } from "./structure";

// What each gesture does to the map, as ops. Pure: the sheet in, ops out.

type Sibling = readonly [string, AnyRecord];

function ordered(cards: readonly CellCard[]): Sibling[] {
  return cards.map(({ id, card }) => [id, card]);
}

/** The order key for something that comes to stand at `at`, and the sets that make room for it. */
function keyAt(siblings: readonly Sibling[], at: number): { key: string; repairs: readonly Op[] } {
  const { keys, ops } = place(siblings, at);
  return { key: keys[0] ?? "a0", repairs: ops };
}

/** A new card at a place in a cell (at the end when no place is said). */
export function addCard(
  sheet: Sheet,
  lane: string,
  step: string,
  fields: Partial<Card> = {},
  at?: number,
): Made {
  const cards = cardsAt(sheet, lane, step);
  const { key, repairs } = keyAt(ordered(cards), at ?? cards.length);
  const id = newId();
  return { id, ops: [...repairs, put(id, { ...fields, type: "card", lane, step, order: key })] };
}

/** A copy of a card right below it. */
export function duplicateCard(sheet: Sheet, { id, card }: CellCard): Made {
  const cards = cardsAt(sheet, card.lane ?? "", card.step ?? "");
  const at = cards.findIndex((other) => other.id === id) + 1;
  return addCard(sheet, card.lane ?? "", card.step ?? "", card, at);
}

/** A card to a place among the other cards of a cell. */
export function moveCard(sheet: Sheet, { id, card }: CellCard, lane: string, step: string, at: number): Op[] {
  const others = cardsAt(sheet, lane, step).filter((other) => other.id !== id);
  const { key, repairs } = keyAt(ordered(others), Math.min(at, others.length));
  const ops = [...repairs];
  // Both say where it goes, so that of two people who drag one card the last one's place counts, and no mixture of both.
  if (card.lane !== lane || card.step !== step)
    ops.push(setField(id, "lane", lane), setField(id, "step", step));
  if (card.order !== key) ops.push(setField(id, "order", key));
  return ops;
}

function stepsOf(sheet: Sheet, stage: string): Sibling[] {
  const columns = sheet.steps.filter((column) => column.stage === stage);
  return columns.flatMap((column): Sibling[] => (column.step ? [[column.id, column.step]] : []));
}

/** A new step in a stage, after one of its steps, or at the end. */
export function addStep(sheet: Sheet, stage: string, after?: string): Made {
  const steps = stepsOf(sheet, stage);
  const at = after ? steps.findIndex(([step]) => step === after) + 1 : steps.length;
  const { key, repairs } = keyAt(steps, at);
  const id = newId();
  return { id, ops: withSpans(sheet, [...repairs, put(id, { type: "step", stage, order: key })]) };
}

/** A step one column to the left or right; over the edge of its stage it enters the next stage. */
export function shiftStep(sheet: Sheet, id: string, by: 1 | -1): Op[] {
  const column = sheet.columns.find((found) => found.id === id);
  if (!column?.step) return [];
  const steps = stepsOf(sheet, column.stage);
  const at = steps.findIndex(([step]) => step === id) + by;
  if (at >= 0 && at < steps.length) return stepTo(sheet, id, column.stage, at);
  const stages = sheet.spans.map((span) => span.id);
  const next = stages[stages.indexOf(column.stage) + by];
  return next ? stepTo(sheet, id, next, by === 1 ? 0 : stepsOf(sheet, next).length) : [];
}

/** A new stage with one step, after a stage, or at the end. */
export function addStage(sheet: Sheet, after?: string): Made {
  const stages = sheet.spans.map((span): Sibling => [span.id, span.stage]);
  const at = after ? stages.findIndex(([stage]) => stage === after) + 1 : stages.length;
  const { key, repairs } = keyAt(stages, at);
  const id = newId();
  const step = put(newId(), { type: "step", stage: id, order: "a0" });
  return { id, ops: withSpans(sheet, [...repairs, put(id, { type: "stage", order: key }), step]) };
}

export function shiftStage(sheet: Sheet, id: string, by: 1 | -1): Op[] {
  const stages = sheet.spans.map((span): Sibling => [span.id, span.stage]);
  return withSpans(sheet, shiftAmong(stages, id, by));
}

function shiftAmong(siblings: Sibling[], id: string, by: 1 | -1): Op[] {
  const at = siblings.findIndex(([sibling]) => sibling === id) + by;
  if (at < 0 || at >= siblings.length) return [];
  const { key, repairs } = keyAt(
    siblings.filter(([sibling]) => sibling !== id),
    at,
  );
  return [...repairs, setField(id, "order", key)];
}

/** A new lane of a kind, below a lane, or at the end. */
export function addLane(sheet: Sheet, kind: LaneKind, after?: string): Made {
  const lanes = sheet.lanes.map((view): Sibling => [view.id, view.lane]);
  const at = after ? lanes.findIndex(([lane]) => lane === after) + 1 : lanes.length;
  const { key, repairs } = keyAt(lanes, at);
  const id = newId();
  return { id, ops: [...repairs, put(id, { type: "lane", kind, name: KINDS[kind].name, order: key })] };
}

export function shiftLane(sheet: Sheet, id: string, by: 1 | -1): Op[] {
  return shiftAmong(
    sheet.lanes.map((view): Sibling => [view.id, view.lane]),
    id,
    by,
  );
}

/** The cards that go when a lane, a step or a stage goes; one that covers other steps as well stays with those. */
export function contentOf(sheet: Sheet, kind: Whole, id: string): string[] {
  if (kind === "lane") return cardsIn(sheet, (lane) => lane === id).map((found) => found.id);
  const gone = new Set(goneWith(sheet, kind, id));
  const cards = cardsIn(sheet, (_, step) => gone.has(step));
  return cards.filter((found) => !outlives(sheet, found, gone)).map((found) => found.id);
}

type Whole = "lane" | "step" | "stage";

function goneWith(sheet: Sheet, kind: Whole, id: string): string[] {
  if (kind === "lane") return [];
  return kind === "step" ? [id] : stepsOf(sheet, id).map(([step]) => step);
}

function cardsIn(sheet: Sheet, isMeant: (lane: string, step: string) => boolean): CellCard[] {
  return everyLane(sheet).flatMap((view) =>
    [...view.cells].filter(([step]) => isMeant(view.id, step)).flatMap(([, cards]) => cards),
  );
}

/** A lane, a step or a stage away, with the cards in it and the links of its steps. */
export function removeWhole(sheet: Sheet, kind: Whole, id: string): Op[] {
  const steps = goneWith(sheet, kind, id);
  const links = sheet.links.filter(({ link }) => steps.includes(link.source) || steps.includes(link.target));
  const all = [...contentOf(sheet, kind, id), ...links.map((found) => found.id), ...steps, id];
  return withSpans(sheet, [...new Set(all)].map(drop));
}
