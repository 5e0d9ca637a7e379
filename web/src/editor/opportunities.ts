import type { Opportunity } from "../generated";
import { type Grade, type Ground, gradeOf } from "./grade";
import { bare } from "./search";

// What opportunities are worth and how a list of them is narrowed and sorted. Pure: no framework, no words.

export type Progress = NonNullable<Opportunity["status"]>;
/** The columns of the board, from left to right. */
export const STATUSES = ["open", "planned", "doing", "shipped", "dropped"] as const;

const MIDDLE = 3; // of ratings from 1 to 5

/** What it is worth, 1 to 5: the mean of what is said of its worth to customers and to the organisation. */
export function worthOf({ customer_value, business_value }: Opportunity): number | null {
  const said = [customer_value, business_value].filter((value) => value != null);
  return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0) / said.length;
}

/** Worth more than the middle of the scale for less than the middle of effort. */
export function isQuickWin(opportunity: Opportunity): boolean {
  const worth = worthOf(opportunity);
  const { effort } = opportunity;
  return worth !== null && effort != null && worth > MIDDLE && effort < MIDDLE;
}

/** Where it stands on the board; what has no status yet is open. */
export function columnOf({ status }: Opportunity): (typeof STATUSES)[number] {
  return status || "open";
}

/** How well it is proven, by what it cites. */
export function gradeOfOpportunity({ evidence }: Opportunity, ground: Ground): Grade {
  return gradeOf({ type: "card", evidence: evidence ?? [] }, ground);
}

export interface Narrowing {
  words: string;
  status: string;
  team: string;
  map: string;
}

export const NO_NARROWING: Narrowing = { words: "", status: "", team: "", map: "" };

/** Whether an opportunity is among those that are looked at; `maps` are those in which it stands. */
export function isAmong(
  opportunity: Opportunity,
  maps: readonly string[],
  { words, status, team, map }: Narrowing,
): boolean {
  const { name, text = "", how_might_we = "", owner = "", tags = [] } = opportunity;
  const said = bare([name, text, how_might_we, owner, ...tags].join(" "));
  return (
    bare(words)
      .split(/\s+/)
      .every((word) => said.includes(word)) &&
    (!status || columnOf(opportunity) === status) &&
    (!team || (opportunity.teams ?? []).includes(team)) &&
    (!map || maps.includes(map))
  );
}

export type Sorting = "name" | "status" | "worth" | "business" | "effort" | "due" | "owner" | "customers";

export interface Sorted {
  by: Sorting;
  isDown: boolean;
}

type Entry = readonly [id: string, opportunity: Opportunity];

/** The same opportunities in another order; what says nothing stands last, whichever way. */
export function sorted<E extends Entry>(
  entries: readonly E[],
  { by, isDown }: Sorted,
  customersOf: (id: string) => number | null,
): E[] {
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry, by, customersOf) }));
  const sign = isDown ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * (typeof a.key === "number" ? a.key - Number(b.key) : a.key.localeCompare(String(b.key)));
  });
  return keyed.map(({ entry }) => entry);
}

function keyOf(
  [id, opportunity]: Entry,
  by: Sorting,
  customersOf: (id: string) => number | null,
): number | string | null {
  const { name, customer_value, business_value, effort, due, owner } = opportunity;
  const keys: Record<Sorting, () => number | string | null> = {
    name: () => name,
    status: () => STATUSES.indexOf(columnOf(opportunity)),
    worth: () => customer_value ?? null,
    business: () => business_value ?? null,
    effort: () => effort ?? null,
    due: () => due || null,
    owner: () => owner || null,
    customers: () => customersOf(id),
  };
  return keys[by]();
}
