import type { Binding, BoundEvent, KnownAttribute, Op, Touchpoint } from "../generated";
import { apply, type Records, set } from "../model";
import { type Shelving, shelve } from "./shelf";

// What gestures on the page of bindings mean, as ops on the library. Which events a rule takes is never told here:
// the server evaluates rules, in one place.

/** How much of an event is taken: by none, by one touchpoint, or some of it by several. */
export type Standing = "unbound" | "bound" | "twice";
export type Shown = "all" | Standing;

const MOST_NAMES = 200; // in one rule, as the records allow

/** In which lists an event stands; one that is taken in part stands in several. */
export function standings({ events, once, twice, unbound, touchpoints }: BoundEvent): Standing[] {
  if (events === 0) return [(["unbound", "bound"] as const)[touchpoints.length] ?? "twice"];
  const found: Standing[] = [];
  if (unbound > 0) found.push("unbound");
  if (once > 0) found.push("bound");
  if (twice > 0) found.push("twice");
  return found;
}

export function isShown(event: BoundEvent, shown: Shown): boolean {
  return shown === "all" || standings(event).includes(shown);
}

/** The rules with these events added: by name, or only in the channels where nobody takes them yet. */
export function tied(rules: readonly Binding[], events: readonly BoundEvent[]): Binding[] {
  return events.reduce<Binding[]>(
    (now, event) => withName(now, event.event, freeChannels(event)),
    [...rules],
  );
}

/** The channels in which an event is free where it is bound in others; none: it is tied as a whole. */
function freeChannels({ parts }: BoundEvent): string[] {
  const free = parts.filter(({ touchpoints }) => touchpoints.length === 0).map(({ channel }) => channel);
  return free.length === parts.length ? [] : free.sort();
}

/** The rules with one event name more, in the rule of these channels if there is one with room. */
export function withName(rules: readonly Binding[], name: string, channels: readonly string[]): Binding[] {
  const isAlike = (rule: Binding) =>
    (rule.where ?? []).length === 0 && [...(rule.channels ?? [])].sort().join("\n") === channels.join("\n");
  if (rules.some((rule) => isAlike(rule) && rule.events.includes(name))) return [...rules];
  const at = rules.findIndex((rule) => isAlike(rule) && rule.events.length < MOST_NAMES);
  if (at < 0) return [...rules, { events: [name], channels: [...channels] }];
  return rules.map((rule, place) => (place === at ? { ...rule, events: [...rule.events, name] } : rule));
}

/** The rules without these names as they are written; a pattern that fits them stays. */
export function untied(rules: readonly Binding[], names: readonly string[]): Binding[] {
  return rules
    .map((rule) => ({ ...rule, events: rule.events.filter((name) => !names.includes(name)) }))
    .filter(({ events }) => events.length > 0);
}

/** Whether a touchpoint has the event by its name, so that taking the name away unties it. */
export function namesIt(touchpoint: Touchpoint | undefined, event: string): boolean {
  return (touchpoint?.bindings ?? []).some(({ events }) => events.includes(event));
}

export function rulesOf(records: Records, id: string): readonly Binding[] {
  const record = records.get(id);
  return record?.type === "touchpoint" ? (record.bindings ?? []) : [];
}

export function tie(records: Records, touchpoint: string, events: readonly BoundEvent[]): Op[] {
  return [set(touchpoint, "bindings", tied(rulesOf(records, touchpoint), events))];
}

/** A new touchpoint of this name with these events. */
export function tieToNew(records: Records, name: string, events: readonly BoundEvent[]): Shelving {
  return shelve(records, "touchpoint", { name, bindings: tied([], events) });
}

/** These names away from every touchpoint that has them as they are written. */
export function untie(records: Records, names: readonly string[]): Op[] {
  return [...records].flatMap(([id, record]) => {
    if (record.type !== "touchpoint" || !names.some((name) => namesIt(record, name))) return [];
    return [set(id, "bindings", untied(record.bindings ?? [], names))];
  });
}

/** What is done for one event: a touchpoint that there is, or a name for a new one. */
export interface Answer {
  readonly event: BoundEvent;
  readonly touchpoint: string;
  readonly name: string;
}

/** Many events tied at once, as one edit; those with one new name become one touchpoint. */
export function tieEach(records: Records, answers: readonly Answer[]): Op[] {
  const known = group(answers.filter(({ touchpoint }) => touchpoint !== "").map(byTouchpoint));
  const fresh = group(answers.filter(({ touchpoint }) => touchpoint === "").map(byName));
  const ops = [...known].flatMap(([id, events]) => tie(records, id, events));
  // Each new one is made where the one before stands already, so that they stand one below the other.
  for (const [name, events] of fresh) ops.push(...tieToNew(apply(records, ops), name, events).ops);
  return ops;
}

const byTouchpoint = ({ event, touchpoint }: Answer) => [touchpoint, event] as const;
const byName = ({ event, name }: Answer) => [name, event] as const;

function group(pairs: readonly (readonly [string, BoundEvent])[]): Map<string, BoundEvent[]> {
  const found = new Map<string, BoundEvent[]>();
  for (const [key, event] of pairs) found.set(key, [...(found.get(key) ?? []), event]);
  return found;
}

export function withRule(rules: readonly Binding[], at: number, rule: Binding): Binding[] {
  return at < rules.length ? rules.map((one, place) => (place === at ? rule : one)) : [...rules, rule];
}

export function withoutRule(rules: readonly Binding[], at: number): Binding[] {
  return rules.filter((_, place) => place !== at);
}

/** The first attribute that a rule does not ask for yet. */
export function freeAttribute(rule: Binding, known: readonly KnownAttribute[]): string {
  const asked = (rule.where ?? []).map(({ attribute }) => attribute);
  return known.find(({ name }) => !asked.includes(name))?.name ?? "";
}
