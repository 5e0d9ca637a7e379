import type { Card, Evidence, Op, Opportunity } from "../generated";
import { addCard, addLane } from "./edits";
import { KINDS } from "./kinds";
import { SAID } from "./named";
import { setField } from "./ops";
import type { CellCard, LaneView, Sheet } from "./sheet";

// From a place of a map to an opportunity of the library: what it takes over, and what the map says then. Pure.

export type Cause = NonNullable<Opportunity["cause"]>;

/** Shapes of cards that may name an opportunity. */
const ASKING: ReadonlySet<string> = new Set(["pain", "opportunity", "idea", "emotion"]);

/** Whether a card may become, or name, an opportunity. */
export function mayName(lane: LaneView): boolean {
  return ASKING.has(shapeOf(lane));
}

/** Whether a card is an opportunity itself, whose fields a record takes over. */
export function isItself(lane: LaneView): boolean {
  return ["opportunity", "idea"].includes(shapeOf(lane));
}

function shapeOf({ lane }: LaneView): string {
  return KINDS[lane.kind ?? "free"].shape;
}

/** What a record takes over from a card that is an opportunity without one. */
export function takenOver(card: Card): Partial<Opportunity> {
  const taken: Record<string, unknown> = {};
  for (const field of SAID) if (card[field] != null && card[field] !== "") taken[field] = card[field];
  if ((card.tags ?? []).length > 0) taken.tags = card.tags;
  return taken as Partial<Opportunity>;
}

/** The card names the opportunity; where it was one itself, what the record took over goes. */
export function naming({ id, card }: CellCard, lane: LaneView, opportunity: string): Op[] {
  const name = setField(id, "opportunity", opportunity);
  if (!isItself(lane)) return [name];
  const gone = SAID.filter((field) => card[field] != null);
  return [name, ...gone.map((field) => setField(id, field, null))];
}

/** A card below a step that names an opportunity, in the lane of opportunities; a map without one gets it. */
export function cardFor(sheet: Sheet, step: string, opportunity: string, text: string): Op[] {
  const all = [...sheet.lanes, ...sheet.hidden];
  const lane = all.find((view) => view.lane.kind === "opportunities");
  if (lane) return addCard(sheet, lane.id, step, { text, opportunity }).ops;
  const made = addLane(sheet, "opportunities");
  return [...made.ops, ...addCard(sheet, made.id, step, { text, opportunity }).ops];
}

/** Evidence that an opportunity takes over: what the card cites, and what was read at its place. */
export function carriedOver(card: Card | null, read: Evidence | null): Evidence[] {
  return [...(card?.evidence ?? []), ...(read ? [read] : [])];
}

/** Kinds of questions whose answers get better as they get lower. */
const BETTER_LOWER: readonly string[] = ["late", "drop-off", "duration"];

/** What is asked whether it helped, until somebody says otherwise: the first number that it was made for. */
export function helpedBy(evidence: readonly Evidence[]): Partial<Opportunity> {
  const read = evidence.find(({ question, dataset }) => question && dataset);
  if (!read?.question) return {};
  const better = BETTER_LOWER.includes(read.question.kind) ? ({ better: "lower" } as const) : {};
  return { question: read.question, dataset: read.dataset, ...better };
}
