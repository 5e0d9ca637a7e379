import { t } from "@lingui/core/macro";
import type { Card, Difference, Header, Lane, Link, Stage, Step } from "../generated";
import type { Records } from "../model";

// A map as the grid shows it. What did not change keeps its identity, so that rows and cells can be skipped.

export interface Column {
  /** The step's id; for a stage without steps `stage:` and its id. */
  id: string;
  stage: string;
  step: Step | null;
  isFirst: boolean;
  isLast: boolean;
  /** How many steps a folded stage hides behind this one column. */
  folded?: number;
  /** How wide it is beside the others, where another map makes it so. */
  weight?: number;
  /** It stands in place of a column that only another map has. */
  gap?: Gap;
}

/** What the other map has where this one has nothing. */
export interface Gap {
  id: string;
  name: string;
  what: Difference["what"];
}

/** How wide the column of a folded stage is beside the others. */
export const FOLDED = 0.4;

export function weightOf({ folded, weight }: Column): number {
  return weight ?? (folded ? FOLDED : 1);
}

export interface Span {
  id: string;
  stage: Stage;
  hue: number;
  start: number;
  count: number;
  gap?: Gap;
}

export interface CellCard {
  id: string;
  card: Card;
}

export interface LaneView {
  id: string;
  lane: Lane;
  /** The cards of each cell from top to bottom; cells without cards are absent. */
  cells: ReadonlyMap<string, readonly CellCard[]>;
}

/** A link between two steps that are both there. */
export interface StepLink {
  id: string;
  link: Link & { source: string; target: string };
}

export interface Sheet {
  header: Header;
  spans: readonly Span[];
  /** The columns as they are shown: a folded stage is one of them. */
  columns: readonly Column[];
  /** All columns, also those of folded stages. */
  steps: readonly Column[];
  /** The lanes that are shown, and those that are not. */
  lanes: readonly LaneView[];
  hidden: readonly LaneView[];
  tray: readonly CellCard[];
  /** The links, in the order of the steps that they leave. */
  links: readonly StepLink[];
  cards: number;
  /** All cards, those in the tray too. */
  all: readonly CellCard[];
}

export const NOTHING: readonly CellCard[] = [];
const BARE: Header = {
  type: "map",
  get title() {
    return t`Untitled map`;
  },
};

type Found<T> = { id: string; record: T };

function inOrder<T extends { order?: string }>(found: Found<T>[]): void {
  found.sort((a, b) => {
    const [left, right] = [a.record.order ?? "a0", b.record.order ?? "a0"];
    if (left !== right) return left < right ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}

interface Sorted {
  header: Header;
  stages: Found<Stage>[];
  steps: Found<Step>[];
  lanes: Found<Lane>[];
  cards: Found<Card>[];
  links: Found<Link>[];
}

function sorted(records: Records): Sorted {
  const found: Sorted = { header: BARE, stages: [], steps: [], lanes: [], cards: [], links: [] };
  for (const [id, record] of records) {
    if (record.type === "card") found.cards.push({ id, record });
    else if (record.type === "step") found.steps.push({ id, record });
    else if (record.type === "lane") found.lanes.push({ id, record });
    else if (record.type === "stage") found.stages.push({ id, record });
    else if (record.type === "link") found.links.push({ id, record });
    else if (record.type === "map") found.header = record;
  }
  inOrder(found.stages);
  inOrder(found.steps);
  inOrder(found.lanes);
  inOrder(found.cards);
  return found;
}

function columnsOf(stages: Found<Stage>[], steps: Found<Step>[]): Column[] {
  return stages.flatMap((stage): Column[] => {
    const own = steps.filter((step) => step.record.stage === stage.id);
    if (own.length === 0)
      return [{ id: `stage:${stage.id}`, stage: stage.id, step: null, isFirst: true, isLast: true }];
    return own.map((step, place) => ({
      id: step.id,
      stage: stage.id,
      step: step.record,
      isFirst: place === 0,
      isLast: place === own.length - 1,
    }));
  });
}

/** All columns of these records, in order. */
export function columnsIn(records: Records): Column[] {
  const { stages, steps } = sorted(records);
  return columnsOf(stages, steps);
}

function linksOf(links: Found<Link>[], steps: readonly Column[]): StepLink[] {
  const rank = new Map(steps.flatMap(({ id, step }, place) => (step ? [[id, place] as const] : [])));
  const between = links.flatMap(({ id, record }): StepLink[] => {
    const { source = "", target = "" } = record;
    return rank.has(source) && rank.has(target) ? [{ id, link: { ...record, source, target } }] : [];
  });
  const placeOf = (step: string) => rank.get(step) ?? 0;
  return between.sort(
    ({ link: a }, { link: b }) =>
      placeOf(a.source) - placeOf(b.source) || placeOf(a.target) - placeOf(b.target),
  );
}

/** The columns that are shown: the steps of a folded stage give way to one. */
function unfolded(stages: Found<Stage>[], all: readonly Column[]): readonly Column[] {
  const folded = new Set(stages.filter(({ record }) => record.collapsed).map(({ id }) => id));
  if (folded.size === 0) return all;
  return all.flatMap((column): Column[] => {
    if (!folded.has(column.stage) || !column.step) return [column];
    const count = all.filter(({ stage }) => stage === column.stage).length;
    const { stage } = column;
    const one = { id: `stage:${stage}`, stage, step: null, isFirst: true, isLast: true, folded: count };
    return column.isFirst ? [one] : [];
  });
}

function spansOf(stages: Found<Stage>[], columns: Column[]): Span[] {
  return stages.map(({ id, record }, place) => {
    const start = columns.findIndex((column) => column.stage === id);
    const count = columns.filter((column) => column.stage === id).length;
    return { id, stage: record, hue: record.colour ?? place % 4, start, count };
  });
}

function cellsByLane(cards: Found<Card>[]): Map<string, Map<string, CellCard[]>> {
  const lanes = new Map<string, Map<string, CellCard[]>>();
  for (const { id, record } of cards) {
    const lane = record.lane ?? "";
    const step = record.step ?? "";
    const cells = lanes.get(lane) ?? new Map<string, CellCard[]>();
    if (!lanes.has(lane)) lanes.set(lane, cells);
    const cell = cells.get(step);
    if (cell) cell.push({ id, card: record });
    else cells.set(step, [{ id, card: record }]);
  }
  return lanes;
}

/** The sheet of these records, keeping every part of the sheet before that is still the same. */
export function sheetOf(records: Records, before?: Sheet): Sheet {
  const found = sorted(records);
  const steps = kept(columnsOf(found.stages, found.steps), before?.steps, sameColumn);
  const columns = kept(unfolded(found.stages, steps), before?.columns, sameColumn);
  const spans = kept(spansOf(found.stages, [...columns]), before?.spans, sameSpan);
  const known = new Set(steps.filter((column) => column.step).map((column) => column.id));
  const cells = cellsByLane(found.cards);
  const earlier = new Map(
    [...(before?.lanes ?? []), ...(before?.hidden ?? [])].map((lane) => [lane.id, lane]),
  );
  const views = found.lanes.map(({ id, record }) =>
    laneView({ id, lane: record, cells: cells.get(id) ?? new Map() }, earlier.get(id)),
  );
  const laneIds = new Set(found.lanes.map((lane) => lane.id));
  const tray = found.cards
    .filter(({ record }) => !laneIds.has(record.lane ?? "") || !known.has(record.step ?? ""))
    .map(({ id, record }) => ({ id, card: record }));
  return {
    header: found.header,
    spans,
    columns,
    steps,
    lanes: kept(
      views.filter(({ lane }) => !lane.hidden),
      before?.lanes,
      (a, b) => a === b,
    ),
    hidden: kept(
      views.filter(({ lane }) => lane.hidden),
      before?.hidden,
      (a, b) => a === b,
    ),
    tray: kept(tray, before?.tray, sameCard),
    links: kept(linksOf(found.links, steps), before?.links, sameLink),
    cards: found.cards.length,
    all: found.cards.map(({ id, record }) => ({ id, card: record })),
  };
}

function laneView(now: LaneView, before: LaneView | undefined): LaneView {
  if (!before) return now;
  const cells = new Map<string, readonly CellCard[]>();
  let isSame = now.lane === before.lane && now.cells.size === before.cells.size;
  for (const [step, cards] of now.cells) {
    const earlier = before.cells.get(step);
    const same = kept(cards, earlier, sameCard);
    isSame = isSame && same === earlier;
    cells.set(step, same);
  }
  return isSame ? before : { ...now, cells };
}

function kept<T>(
  now: readonly T[],
  before: readonly T[] | undefined,
  same: (a: T, b: T) => boolean,
): readonly T[] {
  if (!before) return now;
  const merged = now.map((item, place) => {
    const earlier = before[place];
    return earlier !== undefined && same(item, earlier) ? earlier : item;
  });
  const isSame = merged.length === before.length && merged.every((item, place) => item === before[place]);
  return isSame ? before : merged;
}

function sameCard(a: CellCard, b: CellCard): boolean {
  return a.id === b.id && a.card === b.card;
}

function sameLink(a: StepLink, b: StepLink): boolean {
  const [left, right] = [a.link, b.link];
  const ends = a.id === b.id && left.source === right.source && left.target === right.target;
  return ends && left.kind === right.kind && left.condition === right.condition;
}

function sameColumn(a: Column, b: Column): boolean {
  const edges = a.isFirst === b.isFirst && a.isLast === b.isLast;
  return edges && a.folded === b.folded && a.id === b.id && a.stage === b.stage && a.step === b.step;
}

function sameSpan(a: Span, b: Span): boolean {
  return (
    a.id === b.id && a.stage === b.stage && a.hue === b.hue && a.start === b.start && a.count === b.count
  );
}

export function cardsAt(sheet: Sheet, lane: string, column: string): readonly CellCard[] {
  return sheet.lanes.find((view) => view.id === lane)?.cells.get(column) ?? NOTHING;
}

/** All lanes, also those that are not shown. */
export function everyLane({ lanes, hidden }: Pick<Sheet, "lanes" | "hidden">): readonly LaneView[] {
  return hidden.length > 0 ? [...lanes, ...hidden] : lanes;
}
