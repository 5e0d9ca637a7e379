import type { Card } from "../generated";
import { type Grade, type Ground, gradeOf } from "./grade";
import { KINDS } from "./kinds";
import { NAMES, type Place, STAGES, STEPS } from "./place";
import { cardsOf } from "./selection";
import type { CellCard, LaneView, Sheet } from "./sheet";

// Finding words on a map, and telling which cards a filter keeps.

/** What search and filters know of the library: the words a card shows and the channels it runs over. */
export interface Known {
  wordsOf(card: Card): string;
  channelsOf(card: Card): readonly string[];
  personas: Readonly<Record<string, { name: string }>>;
  ground: Ground;
}

/** Letters as one looks for them: without case and accents. */
export function bare(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** The places whose words hold all that is looked for, in the order in which one reads the map. */
export function placesOf(sheet: Sheet, words: string, known: Known): Place[] {
  const wanted = bare(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const holds = (text: string | undefined) => {
    const here = bare(text ?? "");
    return wanted.every((word) => here.includes(word));
  };
  return [
    ...stagesThat(sheet, holds),
    ...sheet.columns.filter(({ step }) => holds(step?.name)).map(({ id }) => place(STEPS, id)),
    ...sheet.lanes.flatMap((view) => inLane(sheet, view, known, holds)),
  ];
}

type Test = (text: string | undefined) => boolean;

function stagesThat(sheet: Sheet, holds: Test): Place[] {
  const named = sheet.spans.filter(({ stage }) => holds(stage.name));
  return named.map(({ start }) => place(STAGES, sheet.columns[start]?.id ?? ""));
}

function inLane(sheet: Sheet, view: LaneView, known: Known, holds: Test): Place[] {
  const name = view.lane.name || KINDS[view.lane.kind ?? "free"].name;
  const cards = sheet.columns.flatMap(({ id }) => view.cells.get(id) ?? []);
  const found = cards.filter(({ card }) => holds(said(card, known)));
  return [
    ...(holds(name) ? [place(view.id, NAMES)] : []),
    ...found.map(({ id, card }) => place(view.id, card.step ?? "", id)),
  ];
}

function said(card: Card, known: Known): string {
  const notes = (card.evidence ?? []).map(({ note }) => note);
  return [known.wordsOf(card), card.feeling, card.owner, ...(card.tags ?? []), ...notes].join(" ");
}

function place(row: string, column: string, card = ""): Place {
  return { row, column, card };
}

/** By what cards can be told apart. */
export const FACETS = ["tag", "owner", "evidence", "channel", "persona"] as const;
export type Facet = (typeof FACETS)[number];

/** Which values are wanted; a facet without values asks for nothing. */
export type Filter = Partial<Record<Facet, readonly string[]>>;

const VALUES: Record<Facet, (card: Card, known: Known) => readonly string[]> = {
  tag: (card) => card.tags ?? [],
  owner: (card) => (card.owner ? [card.owner] : []),
  evidence: (card, { ground }): Grade[] => [gradeOf(card, ground)],
  channel: (card, known) => known.channelsOf(card),
  persona: personasOf,
};

/** A card is about a persona when it is tagged with the name, or speaks of it. */
function personasOf(card: Card, { personas }: Known): string[] {
  const words = bare([card.text, card.owner, ...(card.tags ?? [])].join(" "));
  return Object.entries(personas).flatMap(([id, { name }]) => (words.includes(bare(name)) ? [id] : []));
}

/** How many cards have each value of a facet, the most frequent first. */
export function valuesOf(sheet: Sheet, facet: Facet, known: Known): [value: string, cards: number][] {
  const counts = new Map<string, number>();
  for (const { card } of cardsOf(sheet))
    for (const value of VALUES[facet](card, known)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** Put a value into a filter, or take it out again. */
export function toggledIn(filter: Filter, facet: Facet, value: string): Filter {
  const values = filter[facet] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  const { [facet]: _, ...rest } = filter;
  return next.length > 0 ? { ...rest, [facet]: next } : rest;
}

export function isFiltered(filter: Filter): boolean {
  return Object.keys(filter).length > 0;
}

/** The cards that have one of the wanted values in every facet that asks; null when nothing is asked. */
export function keptBy(sheet: Sheet, filter: Filter, known: Known): ReadonlySet<string> | null {
  if (!isFiltered(filter)) return null;
  const isKept = ({ card }: CellCard) =>
    FACETS.every((facet) => {
      const wanted = filter[facet];
      return !wanted || VALUES[facet](card, known).some((value) => wanted.includes(value));
    });
  return new Set(
    cardsOf(sheet)
      .filter(isKept)
      .map(({ id }) => id),
  );
}
