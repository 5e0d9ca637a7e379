import { msg, plural, t } from "@lingui/core/macro";
import type { Card, Header, LaneKind } from "../generated";
import { NAMES, type Place, STAGES } from "./place";
import { type CellCard, cardsAt, type LaneView, type Sheet, type Span } from "./sheet";
import { spoken } from "./spoken";

// What a map needs before others can work with it, and what of that is done; computed from the map alone.

export const ITEMS = [
  "scope",
  "persona",
  "stages",
  "goals",
  "touchpoints",
  "emotions",
  "pains",
  "opportunities",
  "owners",
] as const;
export type ItemName = (typeof ITEMS)[number];

/** Where the next thing to do is: a field of the map's details, a place, or a lane that is still to be made. */
export type Goal =
  | { kind: "field"; field: keyof Header }
  | { kind: "place"; at: Place; field?: keyof Card }
  | { kind: "lane"; lane: LaneKind; stage: string };

export interface Item {
  name: ItemName;
  isDone: boolean;
  /** What is missing, or what is there. */
  state: string;
  goal: Goal;
}

export const ITEM_WORDS: Readonly<Record<ItemName, string>> = spoken({
  scope: msg`Scope`,
  persona: msg`Persona`,
  stages: msg`Stages`,
  goals: msg`Goals`,
  touchpoints: msg`Touchpoints`,
  emotions: msg`Emotions`,
  pains: msg`Pain points`,
  opportunities: msg`Opportunities`,
  owners: msg`Owners`,
});

export const WHY: Readonly<Record<ItemName, string>> = spoken({
  scope: msg`Who reads the map must know where it begins and ends.`,
  persona: msg`Another customer has another journey.`,
  stages: msg`Stages with names let everybody find their part.`,
  goals: msg`A step is only good or bad for somebody who wants something.`,
  touchpoints: msg`A journey happens where customers and you meet.`,
  emotions: msg`The curve shows where the journey hurts and where it delights.`,
  pains: msg`Rated pain points tell what to mend first.`,
  opportunities: msg`A map without a next step changes nothing.`,
  owners: msg`What nobody owns goes stale.`,
});

/** The nine things, each with what is missing. */
export function checklist(sheet: Sheet): Item[] {
  return ITEMS.map((name) => ({ name, ...CHECKS[name](sheet) }));
}

export function doneIn(items: readonly Item[]): number {
  return items.filter(({ isDone }) => isDone).length;
}

type Found = Omit<Item, "name">;

const CHECKS: Record<ItemName, (sheet: Sheet) => Found> = {
  scope,
  persona: ({ header }) => {
    const isDone = (header.personas ?? []).length > 0;
    const goal = { kind: "field", field: "personas" } as const;
    return { isDone, state: isDone ? t`chosen` : t`Choose through whose eyes the journey is seen.`, goal };
  },
  stages,
  goals: (sheet) => {
    const isSaid = Boolean(sheet.header.customer_goal) || cardsOfKind(sheet, GOALS).length > 0;
    const goal = { kind: "field", field: "customer_goal" } as const;
    return { isDone: isSaid, state: isSaid ? t`said` : t`Say what the customer wants at the end.`, goal };
  },
  touchpoints: (sheet) => inEachStage(sheet, ["touchpoints", "channels"], () => true),
  emotions: (sheet) => inEachStage(sheet, ["emotion"], ({ card }) => card.score != null),
  pains: (sheet) => {
    const pains = cardsOfKind(sheet, ["pain-points", "barriers"]);
    if (pains.length === 0) return nothingYet(sheet, "pain-points", t`No pain point is written down yet.`);
    const open = pains.filter(({ card }) => !card.severity);
    const missing = plural(open.length, {
      one: "# pain point has no severity yet.",
      other: "# pain points have no severity yet.",
    });
    return counted(pains, open, missing, "severity");
  },
  opportunities: (sheet) => {
    const found = cardsOfKind(sheet, ["opportunities", "ideas"]);
    return found.length === 0
      ? nothingYet(sheet, "opportunities", t`No opportunity or idea is written down yet.`)
      : counted(found, [], "", "owner");
  },
  owners,
};

const GOALS: readonly LaneKind[] = ["goals", "needs"];

function scope({ header }: Sheet): Found {
  const [begin, end] = [Boolean(header.scope_begin), Boolean(header.scope_end)];
  const missing = begin
    ? t`Say with which moment the map ends.`
    : end
      ? t`Say with which moment the map begins.`
      : t`Say with which moment the map begins and with which it ends.`;
  const isDone = begin && end;
  const field = begin && !end ? "scope_end" : "scope_begin";
  const state = isDone ? `${header.scope_begin} – ${header.scope_end}` : missing;
  return { isDone, state, goal: { kind: "field", field } };
}

function stages({ spans, columns }: Sheet): Found {
  const bare = spans.find(({ stage }) => !stage.name);
  const goal = { kind: "place", at: headOf(bare ?? spans[0], columns) } as const;
  const unnamed = spans.filter(({ stage }) => !stage.name).length;
  if (unnamed > 0) {
    const state = plural(unnamed, { one: "# stage has no name yet.", other: "# stages have no name yet." });
    return { isDone: false, state, goal };
  }
  if (spans.length < 2) return { isDone: false, state: t`Add a second stage: N on the first one.`, goal };
  return { isDone: true, state: plural(spans.length, { one: "# stage", other: "# stages" }), goal };
}

function headOf(span: Span | undefined, columns: Sheet["columns"]): Place {
  const column = columns.find(({ stage }) => stage === span?.id);
  return { row: STAGES, column: column?.id ?? NAMES, card: "" };
}

function owners(sheet: Sheet): Found {
  const { owner, team } = sheet.header;
  if (!owner && !team)
    return {
      isDone: false,
      state: t`Nobody keeps the map true yet.`,
      goal: { kind: "field", field: "owner" },
    };
  const found = cardsOfKind(sheet, ["opportunities"]);
  const open = found.filter(({ card }) => !card.owner && !card.team && (card.teams ?? []).length === 0);
  const missing = plural(open.length, {
    one: "# opportunity has no owner yet.",
    other: "# opportunities have no owner yet.",
  });
  if (open.length > 0) return counted(found, open, missing, "owner");
  return { isDone: true, state: owner || team || "", goal: { kind: "field", field: "owner" } };
}

/** Some card of these kinds in each stage. */
function inEachStage(sheet: Sheet, kinds: readonly LaneKind[], isMeant: (found: CellCard) => boolean): Found {
  const lanes = lanesOf(sheet, kinds);
  const has = (span: Span) => columnsOf(sheet, span).some((id) => cardsIn(lanes, id).some(isMeant));
  const bare = sheet.spans.filter((span) => !has(span));
  const [first] = bare;
  const all = sheet.spans.length;
  const have = all - bare.length;
  const [lane] = lanes;
  const [kind] = kinds as [LaneKind];
  const span = first ?? sheet.spans[0];
  const goal: Goal = lane
    ? {
        kind: "place",
        at: { row: lane.id, column: span ? (shownIn(sheet, span) ?? NAMES) : NAMES, card: "" },
      }
    : { kind: "lane", lane: kind, stage: span?.id ?? "" };
  const isDone = all > 0 && bare.length === 0;
  if (isDone) return { isDone, state: t`in all ${all} stages`, goal };
  if (all === 0) return { isDone, state: t`No stage yet.`, goal };
  const next = first ? first.stage.name || t`a stage without a name` : "";
  return { isDone, state: t`${have} of ${all} stages have one; next: ${next}.`, goal };
}

function columnsOf(sheet: Sheet, span: Span): string[] {
  return sheet.steps.filter(({ stage }) => stage === span.id).map(({ id }) => id);
}

function shownIn(sheet: Sheet, span: Span): string | undefined {
  return sheet.columns.find(({ stage }) => stage === span.id)?.id;
}

function cardsIn(lanes: readonly LaneView[], column: string): CellCard[] {
  return lanes.flatMap(({ cells }) => cells.get(column) ?? []);
}

function lanesOf(sheet: Sheet, kinds: readonly LaneKind[]): LaneView[] {
  return sheet.lanes.filter(({ lane }) => kinds.includes(lane.kind ?? "free"));
}

type Placed = CellCard & { at: Place };

function cardsOfKind(sheet: Sheet, kinds: readonly LaneKind[]): Placed[] {
  return lanesOf(sheet, kinds).flatMap(({ id }) =>
    sheet.steps.flatMap((column) =>
      cardsAt(sheet, id, column.id).map((found) => ({
        ...found,
        at: { row: id, column: column.id, card: found.id },
      })),
    ),
  );
}

function nothingYet(sheet: Sheet, kind: LaneKind, state: string): Found {
  const [lane] = lanesOf(sheet, [kind]);
  const column = sheet.columns.find(({ step }) => step)?.id ?? NAMES;
  const goal: Goal = lane
    ? { kind: "place", at: { row: lane.id, column, card: "" } }
    : { kind: "lane", lane: kind, stage: sheet.spans[0]?.id ?? "" };
  return { isDone: false, state, goal };
}

function counted(
  all: readonly Placed[],
  open: readonly Placed[],
  missing: string,
  field: "severity" | "owner",
): Found {
  const [next] = open;
  const at = (next ?? all[0])?.at ?? { row: NAMES, column: NAMES, card: "" };
  const goal: Goal = next ? { kind: "place", at, field } : { kind: "place", at };
  return {
    isDone: !next,
    state: next ? missing : plural(all.length, { one: "# card", other: "# cards" }),
    goal,
  };
}
