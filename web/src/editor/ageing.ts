import type { Evidence, Header, Release, Source } from "../generated";
import { type Ground, gradeOfEvidence } from "./grade";
import type { CellCard, Column } from "./sheet";

// How old a claim is: the twin of src/footfall/journey/ageing.py; both sit the exam in fixtures/ageing.json.

export interface Stale {
  days: number;
  by: "interval" | "release";
}

/** What decides on one map when claims go stale; undefined sources: the library is not known yet. */
export interface Clock {
  /** A day as YYYY-MM-DD, as all days here. */
  today: string;
  sources: ReadonlyMap<string, Source> | undefined;
  ground: Ground;
  releases: readonly Release[];
  interval?: number | null | undefined;
  released?: string | null | undefined;
}

/** Whether a claim is stale; `touchpoints` are its own and those of its steps. */
export function staleOf(
  evidence: readonly Evidence[],
  touchpoints: readonly string[],
  clock: Clock,
): Stale | null {
  const { today, sources, ground, interval } = clock;
  if (!sources) return null;
  const proving = evidence.filter((one) => gradeOfEvidence(one, ground) !== "assumed");
  const day = proving
    .map((one) => sources.get(one.source ?? "")?.held ?? one.at?.slice(0, 10) ?? "")
    .sort()
    .at(-1);
  if (!day) return null;
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (releasedOn(touchpoints, clock).some((one) => day < one && one <= today)) return { days, by: "release" };
  return interval != null && days > interval ? { days, by: "interval" } : null;
}

function releasedOn(touchpoints: readonly string[], { releases, released }: Clock): string[] {
  const touching = releases.filter(
    ({ touchpoints: changed = [] }) =>
      changed.length === 0 || changed.some((one) => touchpoints.includes(one)),
  );
  return [released, ...touching.map(({ at }) => at)].flatMap((day) => (day ? [day] : []));
}

/** The placed cards that are stale today; a card is about its own touchpoint and those of the steps that it covers. */
export function staleCards(
  cards: readonly CellCard[],
  columns: readonly Column[],
  header: Pick<Header, "review_interval_days" | "released">,
  known: Pick<Clock, "sources" | "ground" | "releases">,
): ReadonlyMap<string, Stale> {
  const today = new Date().toLocaleDateString("sv"); // Swedish days are written as in ISO 8601
  const { review_interval_days: interval, released } = header;
  const clock = { ...known, today, interval, released };
  const found = cards.flatMap(({ id, card }): [string, Stale][] => {
    const first = card.evidence?.length ? columns.findIndex((column) => column.id === card.step) : -1;
    if (first < 0) return [];
    const covered = columns.slice(first, first + (card.span ?? 1));
    const touchpoints = [card.touchpoint ?? "", ...covered.map(({ step }) => step?.touchpoint ?? "")];
    const stale = staleOf(card.evidence ?? [], touchpoints, clock);
    return stale ? [[id, stale]] : [];
  });
  return new Map(found);
}
