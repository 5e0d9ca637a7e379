import { expect, test } from "vitest";
import type { BoundEvent } from "../generated";
import { apply, inOrder, type Records, recordsFrom } from "../model";
import {
  freeAttribute,
  isShown,
  rulesOf,
  standings,
  tie,
  tied,
  tieEach,
  tieToNew,
  untie,
  withoutRule,
  withRule,
} from "./binding";

/** An event by the touchpoints that take its ten events in each channel. */
function event(name: string, takers: Record<string, string[]>): BoundEvent {
  const parts = Object.entries(takers).map(([channel, ids]) => ({ channel, ...shares([ids]) }));
  return { event: name, customers: 1, parts, ...shares(Object.values(takers)) };
}

function shares(takers: string[][]) {
  const taken = (fits: (count: number) => boolean) => 10 * takers.filter(({ length }) => fits(length)).length;
  const touchpoints = [...new Set(takers.flat())].map((touchpoint) => ({ touchpoint, events: 10 }));
  return {
    events: 10 * takers.length,
    once: taken((count) => count === 1),
    twice: taken((count) => count > 1),
    unbound: taken((count) => count === 0),
    touchpoints,
  };
}

const FREE = event("label", { web: [], app: [] });
const HALF = event("pay", { web: [], app: ["till"], shop: [] });
const BOTH = event("look", { web: ["page", "all"], app: ["page"] });

const LIBRARY = recordsFrom({
  page: {
    type: "touchpoint",
    name: "Page",
    bindings: [{ events: ["look"] }, { events: ["x*"] }],
    order: "a0",
  },
  till: {
    type: "touchpoint",
    name: "Till",
    bindings: [{ events: ["pay", "look"], channels: ["app"] }],
    order: "a1",
  },
  bare: { type: "touchpoint", name: "Bare", order: "a2" },
});

const names = (records: Records) => [...inOrder(records, "touchpoint").values()].map(({ name }) => name);

test("an event that is taken in part stands in several lists", () => {
  expect([FREE, HALF, BOTH].map(standings)).toEqual([["unbound"], ["unbound", "bound"], ["bound", "twice"]]);
  const unheard = { ...FREE, events: 0, once: 0, twice: 0, unbound: 0 };
  expect(standings(unheard)).toEqual(["unbound"]);
  expect(standings({ ...unheard, touchpoints: BOTH.touchpoints })).toEqual(["twice"]);
  expect([FREE, HALF, BOTH].map((each) => isShown(each, "all"))).toEqual([true, true, true]);
  expect([FREE, HALF, BOTH].map((each) => isShown(each, "twice"))).toEqual([false, false, true]);
});

test("events go into the rule that is for all channels; what is bound in part only where it is free", () => {
  expect(tied([], [FREE, BOTH, FREE])).toEqual([{ events: ["label", "look"], channels: [] }]);
  expect(tied([{ events: ["x"] }, { events: ["y"], channels: ["web", "shop"] }], [HALF, FREE])).toEqual([
    { events: ["x", "label"] },
    { events: ["y", "pay"], channels: ["web", "shop"] },
  ]);
  expect(tied([{ events: ["x"], where: [{ attribute: "plan", values: ["pro"] }] }], [FREE])).toEqual([
    { events: ["x"], where: [{ attribute: "plan", values: ["pro"] }] },
    { events: ["label"], channels: [] },
  ]);
});

test("a full rule is followed by another", () => {
  const full = { events: Array.from({ length: 200 }, (_, place) => `e${place}`) };
  expect(tied([full], [FREE])).toEqual([full, { events: ["label"], channels: [] }]);
});

test("untied names go from all rules, patterns stay, and a rule without names is gone", () => {
  const after = apply(LIBRARY, untie(LIBRARY, ["look"]));
  expect(rulesOf(after, "page")).toEqual([{ events: ["x*"] }]);
  expect(rulesOf(after, "till")).toEqual([{ events: ["pay"], channels: ["app"] }]);
  expect(untie(LIBRARY, ["x1"])).toEqual([]);
});

test("many events are tied in one edit; one new name makes one touchpoint", () => {
  const ops = tieEach(LIBRARY, [
    { event: FREE, touchpoint: "bare", name: "" },
    { event: HALF, touchpoint: "bare", name: "" },
    { event: event("a", { "": [] }), touchpoint: "", name: "New one" },
    { event: event("b", { "": [] }), touchpoint: "", name: "New one" },
    { event: event("c", { "": [] }), touchpoint: "", name: "Another" },
  ]);
  const after = apply(LIBRARY, ops);
  expect(names(after)).toEqual(["Page", "Till", "Bare", "New one", "Another"]);
  expect(rulesOf(after, "bare")).toEqual([
    { events: ["label"], channels: [] },
    { events: ["pay"], channels: ["shop", "web"] },
  ]);
  const fresh = [...inOrder(after, "touchpoint")].find(([, { name }]) => name === "New one")?.[0] ?? "";
  expect(rulesOf(after, fresh)).toEqual([{ events: ["a", "b"], channels: [] }]);
});

test("a touchpoint that is gone has no rules, and a new one begins with its event", () => {
  expect(rulesOf(LIBRARY, "gone")).toEqual([]);
  const made = tieToNew(LIBRARY, "Label", [FREE]);
  expect(rulesOf(apply(LIBRARY, made.ops), made.id)).toEqual([{ events: ["label"], channels: [] }]);
  expect(tie(LIBRARY, "bare", [FREE])).toEqual([
    { op: "set", id: "bare", field: "bindings", value: [{ events: ["label"], channels: [] }] },
  ]);
});

test("a rule is written over, added or taken away by its place, and asks first for what it does not ask yet", () => {
  const rules = [{ events: ["a"] }, { events: ["b"] }];
  expect(withRule(rules, 1, { events: ["c"] })).toEqual([{ events: ["a"] }, { events: ["c"] }]);
  expect(withRule(rules, 2, { events: ["c"] })).toEqual([...rules, { events: ["c"] }]);
  expect(withoutRule(rules, 0)).toEqual([{ events: ["b"] }]);
  const known = [
    { name: "country", values: [] },
    { name: "plan", values: [] },
  ];
  expect(freeAttribute({ events: ["a"], where: [{ attribute: "country", values: ["NL"] }] }, known)).toBe(
    "plan",
  );
});
