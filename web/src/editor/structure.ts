import type { AnyRecord, Op } from "../generated";
import { newId, place, put, set } from "../model";
import type { Made } from "./ops";
import { type CellCard, type Column, everyLane, type LaneView, type Sheet } from "./sheet";
import { spanOf, withSpans } from "./spans";
import type { Thing } from "./things";

// Lanes, stages and steps as wholes: folded, hidden, copied and put elsewhere.

type Sibling = readonly [string, AnyRecord];

/** Fold a lane or a stage, or open it again; nothing for other things. */
export function foldOps(sheet: Sheet, thing: Thing): Op[] {
  if (thing.kind === "lane") return [set(thing.lane.id, "collapsed", !thing.lane.lane.collapsed)];
  const stage =
    "column" in thing && (thing.kind === "stage" || thing.column.folded) ? thing.column.stage : "";
  const found = sheet.spans.find(({ id }) => id === stage);
  return found ? [set(stage, "collapsed", !found.stage.collapsed)] : [];
}

/** Bring back all hidden lanes. */
export function showOps({ hidden }: Sheet): Op[] {
  return hidden.map(({ id }) => set(id, "hidden", false));
}

/** A copy of a lane with its cards, right below it. */
export function duplicateLane(sheet: Sheet, { id, lane, cells }: LaneView): Made {
  const lanes = sheet.lanes.map((view): Sibling => [view.id, view.lane]);
  const { key, ops } = keyAfter(lanes, id);
  const made = newId();
  const cards = [...cells.values()].flat().map(({ card }) => put(newId(), { ...card, lane: made }));
  return { id: made, ops: [...ops, put(made, { ...lane, order: key }), ...cards] };
}

/** A copy of a step with its cards in all lanes, right after it. */
export function duplicateStep(sheet: Sheet, { id, stage, step }: Column): Made {
  const made = newId();
  if (!step) return { id: made, ops: [] };
  const steps = stepsIn(sheet, stage);
  const { key, ops } = keyAfter(steps, id);
  // A card that reaches over the step reaches over its copy too: it needs no copy of its own.
  const copies = cardCopies(sheet, id, made, (found) => (spanOf(found) > 1 ? 0 : 1));
  return { id: made, ops: withSpans(sheet, [...ops, put(made, { ...step, order: key }), ...copies]) };
}

/** A copy of a stage with its steps and their cards, right after it. */
export function duplicateStage(sheet: Sheet, id: string): Made {
  const made = newId();
  const found = sheet.spans.find((span) => span.id === id);
  if (!found) return { id: made, ops: [] };
  const { key, ops } = keyAfter(
    sheet.spans.map((span): Sibling => [span.id, span.stage]),
    id,
  );
  const own = stepsIn(sheet, id);
  const steps = own.flatMap(([step, record], place) => {
    const copy = newId();
    const within = (one: CellCard) => Math.min(spanOf(one), own.length - place);
    return [put(copy, { ...record, stage: made } as AnyRecord), ...cardCopies(sheet, step, copy, within)];
  });
  return { id: made, ops: withSpans(sheet, [...ops, put(made, { ...found.stage, order: key }), ...steps]) };
}

/** Copies of the cards of a step, each over as many steps as is said; over none: no copy. */
function cardCopies(sheet: Sheet, from: string, to: string, spanFor: (found: CellCard) => number): Op[] {
  const cards = everyLane(sheet).flatMap(({ cells }): readonly CellCard[] => cells.get(from) ?? []);
  return cards.flatMap((found) => {
    const span = spanFor(found);
    return span > 0 ? [put(newId(), { ...found.card, step: to, span })] : [];
  });
}

function stepsIn(sheet: Sheet, stage: string): Sibling[] {
  return sheet.steps.flatMap((column): Sibling[] =>
    column.stage === stage && column.step ? [[column.id, column.step]] : [],
  );
}

function keyAfter(siblings: Sibling[], id: string): { key: string; ops: readonly Op[] } {
  const at = siblings.findIndex(([sibling]) => sibling === id) + 1;
  const { keys, ops } = place(siblings, at);
  return { key: keys[0] ?? "a0", ops };
}

/** A lane to another place among the lanes that are shown. */
export function laneTo(sheet: Sheet, id: string, at: number): Op[] {
  return among(
    sheet.lanes.map((view): Sibling => [view.id, view.lane]),
    id,
    at,
  );
}

/** A stage to another place among the stages. */
export function stageTo(sheet: Sheet, id: string, at: number): Op[] {
  const ops = among(
    sheet.spans.map((span): Sibling => [span.id, span.stage]),
    id,
    at,
  );
  return withSpans(sheet, ops);
}

/** A step to a place among the steps of a stage. */
export function stepTo(sheet: Sheet, id: string, stage: string, at: number): Op[] {
  const column = sheet.steps.find((found) => found.id === id);
  const others = stepsIn(sheet, stage).filter(([step]) => step !== id);
  const moves = column?.stage === stage ? [] : [set(id, "stage", stage)];
  const { keys, ops } = place(others, Math.min(at, others.length));
  return withSpans(sheet, [...ops, ...moves, set(id, "order", keys[0] ?? "a0")]);
}

/** `at` counts the places between the others: 0 is before the first of them. */
function among(siblings: Sibling[], id: string, at: number): Op[] {
  const here = siblings.findIndex(([sibling]) => sibling === id);
  if (here === at || here < 0) return [];
  const { keys, ops } = place(
    siblings.filter(([sibling]) => sibling !== id),
    at,
  );
  return [...ops, set(id, "order", keys[0] ?? "a0")];
}

/** How many cards stand in a lane, also in folded stages. */
export function cardsInLane({ cells }: LaneView): number {
  return [...cells.values()].reduce((sum, cards) => sum + cards.length, 0);
}
