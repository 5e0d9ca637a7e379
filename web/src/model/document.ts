// Documents as readers see them: typed records, sorted, with what stands where. Lookups, no features.
// The twin of src/footfall/journey/document.py; all maps are id → record, in order.

import type { Card, Channel, Header, Lane, Link, Persona, Stage, Step, Team, Touchpoint } from "../generated";
import type { RecordType } from "../generated/fields.gen";
import { bySibling } from "./keys";
import { HEADER_ID, type RecordOf, type Records } from "./records";

export type InOrder<T> = ReadonlyMap<string, T>;

const NONE: InOrder<Card> = new Map();

/** A map as it is drawn; made once for each state of its records, see `mapDocument`. */
export interface MapDocument {
  readonly records: Records;
  readonly header: Header;
  /** The stages from left to right. */
  readonly stages: InOrder<Stage>;
  /** The columns from left to right: by stage, then by their own order; orphans are absent. */
  readonly steps: InOrder<Step>;
  /** The lanes from top to bottom. */
  readonly lanes: InOrder<Lane>;
  /** All cards, also those in the tray. */
  readonly cards: InOrder<Card>;
  readonly links: InOrder<Link>;
  /** Cards whose lane or step is gone: kept in sight until somebody places or deletes them. */
  readonly tray: InOrder<Card>;
  /** The columns below one stage. */
  stepsOf(stage: string): InOrder<Step>;
  /** The cards of one cell, from top to bottom; a spanning card stands in its first cell. */
  cardsIn(lane: string, step: string): InOrder<Card>;
}

/** What maps share. */
export interface LibraryDocument {
  readonly records: Records;
  readonly personas: InOrder<Persona>;
  readonly channels: InOrder<Channel>;
  readonly touchpoints: InOrder<Touchpoint>;
  readonly teams: InOrder<Team>;
}

/** The lookups of a map; the same object for the same records. */
export const mapDocument: (records: Records) => MapDocument = onceEach(makeMap);

/** The lookups of the library; the same object for the same records. */
export const libraryDocument: (records: Records) => LibraryDocument = onceEach((records) => ({
  records,
  personas: inOrder(records, "persona"),
  channels: inOrder(records, "channel"),
  touchpoints: inOrder(records, "touchpoint"),
  teams: inOrder(records, "team"),
}));

function onceEach<T>(make: (records: Records) => T): (records: Records) => T {
  const made = new WeakMap<Records, T>();
  return (records) => {
    const found = made.get(records) ?? make(records);
    made.set(records, found);
    return found;
  };
}

function makeMap(records: Records): MapDocument {
  const stages = inOrder(records, "stage");
  const orphanedToo = inOrder(records, "step");
  const lanes = inOrder(records, "lane");
  const cards = inOrder(records, "card");
  const byStage = groups(orphanedToo, (step) => step.stage ?? "");
  const steps = new Map([...stages.keys()].flatMap((stage) => [...(byStage.get(stage) ?? [])]));
  const cells = groups(cards, (card) => cellKey(card.lane ?? "", card.step ?? ""));
  const isPlaced = (card: Card) => lanes.has(card.lane ?? "") && steps.has(card.step ?? "");
  return {
    records,
    header: headerOf(records),
    stages,
    steps,
    lanes,
    cards,
    links: inOrder(records, "link"),
    tray: new Map([...cards].filter(([, card]) => !isPlaced(card))),
    stepsOf: (stage) => (stages.has(stage) && byStage.get(stage)) || new Map<string, Step>(),
    cardsIn: (lane, step) => cells.get(cellKey(lane, step)) ?? NONE,
  };
}

function headerOf(records: Records): Header {
  const header = records.get(HEADER_ID);
  return header?.type === "map" ? header : { type: "map", title: "Untitled map" };
}

/** The records of one type, siblings sorted by (order, id). */
export function inOrder<T extends RecordType>(records: Records, type: T): InOrder<RecordOf<T>> {
  const found = [...records].filter((entry): entry is [string, RecordOf<T>] => entry[1].type === type);
  return new Map(found.sort(bySibling));
}

function groups<T>(records: InOrder<T>, key: (record: T) => string): Map<string, Map<string, T>> {
  const found = new Map<string, Map<string, T>>();
  for (const [id, record] of records) {
    const name = key(record);
    const group = found.get(name) ?? new Map<string, T>();
    found.set(name, group.set(id, record));
  }
  return found;
}

function cellKey(lane: string, step: string): string {
  return `${lane}/${step}`; // no id holds a slash
}
