import type { Only } from "../../generated";

// A filter as a list of things that one can take away one by one, and add to.

/** One condition of a filter. */
export type Condition =
  | { kind: "since"; at: string }
  | { kind: "until"; at: string }
  | { kind: "each" }
  | { kind: "segment"; attribute: string; values: readonly string[] }
  | { kind: "passed" | "never" | "repeated"; place: readonly string[] }
  | { kind: "began_at" | "ended_at" | "without"; place: readonly string[] }
  | { kind: "channels"; channels: readonly string[] }
  | { kind: "first"; count: number };

const PLACES = ["passed", "never", "repeated"] as const;
const PLACE = ["began_at", "ended_at", "without"] as const;

/** The conditions of a filter, in the order in which they hold. */
export function conditions(only: Only): Condition[] {
  const { since, until, each, segment = [], channels = [], first } = only;
  return [
    ...(since ? [{ kind: "since" as const, at: since }] : []),
    ...(until ? [{ kind: "until" as const, at: until }] : []),
    ...(each === "session" ? [{ kind: "each" as const }] : []),
    ...segment.map(({ attribute, values }) => ({ kind: "segment" as const, attribute, values })),
    ...PLACES.flatMap((kind) => (only[kind] ?? []).map((place) => ({ kind, place }))),
    ...PLACE.flatMap((kind) => (only[kind]?.length ? [{ kind, place: only[kind] ?? [] }] : [])),
    ...(channels.length ? [{ kind: "channels" as const, channels }] : []),
    ...(first ? [{ kind: "first" as const, count: first }] : []),
  ];
}

/** A filter with one condition more; what can hold once alone is replaced. */
export function withCondition(only: Only, added: Condition): Only {
  return onlyOf([...conditions(only).filter((one) => !replaces(added, one)), added]);
}

function replaces(added: Condition, one: Condition): boolean {
  if (added.kind !== one.kind) return false;
  if (added.kind === "segment" && one.kind === "segment") return added.attribute === one.attribute;
  if ("place" in added && "place" in one && isOfPlaces(added.kind)) return sameText(added.place, one.place);
  return true;
}

function isOfPlaces(kind: Condition["kind"]): boolean {
  return PLACES.some((one) => one === kind);
}

/** A filter without one of its conditions. */
export function withoutCondition(only: Only, gone: Condition): Only {
  return onlyOf(conditions(only).filter((one) => !sameText(one, gone)));
}

/** The filter that holds under all these conditions; nothing is said that says nothing. */
export function onlyOf(all: readonly Condition[]): Only {
  const only: Only = {};
  for (const one of all) add(only, one);
  return only;
}

function add(only: Only, one: Condition): void {
  if ("place" in one) addPlace(only, one);
  else if (one.kind === "since" || one.kind === "until") only[one.kind] = one.at;
  else if (one.kind === "each") only.each = "session";
  else if (one.kind === "first") only.first = one.count;
  else if (one.kind === "channels") only.channels = [...one.channels];
  else only.segment = [...(only.segment ?? []), { attribute: one.attribute, values: [...one.values] }];
}

function addPlace(only: Only, { kind, place }: Extract<Condition, { place: unknown }>): void {
  if (kind === "passed" || kind === "never" || kind === "repeated")
    only[kind] = [...(only[kind] ?? []), [...place]];
  else only[kind] = [...place];
}

export function isEverything(only: Only): boolean {
  return conditions(only).length === 0;
}

function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const DAY = 86_400_000;

/** The midnight before, and after: people name the last day that counts, a filter the first that does not. */
export const dayBefore = (at: string) => new Date(Date.parse(at) - DAY).toISOString();
export const dayAfter = (at: string) => new Date(Date.parse(at) + DAY).toISOString();
