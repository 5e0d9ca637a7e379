import { expect, test } from "vitest";
import type { Mapping } from "../../generated";
import { trimmed } from "./kinds";
import { assign, eventOf, keep, moveStep, privacyOf, ROLES, type Role, roleOf, scoreAlike } from "./roles";

const EVENTS: Mapping = { kind: "events", customer: "who", time: "when", event: "what" };
const WIDE: Mapping = {
  kind: "wide",
  customer: "order",
  steps: [
    { column: "paid_at", event: "Paid" },
    { column: "delivered_at", event: "Delivered" },
  ],
};

test("a column that is given a part has it, whichever it had before, and nothing else of it stays", () => {
  for (const kind of ["events", "answers", "wide", "customers", "aliases"] as const)
    for (const before of ROLES[kind])
      for (const after of ROLES[kind]) {
        const start: Mapping = { kind, customer: "", steps: [{ column: "x", event: "X" }] };
        const once = assign(start, "a", before, ["1", "2"]);
        const twice = assign(once, "a", after, ["1", "2"]);
        expect([before, after, roleOf(twice, "a")]).toEqual([before, after, after]);
        expect(trimmed(twice)).toEqual(trimmed(assign(start, "a", after, ["1", "2"])));
      }
});

test("who had a part alone has none when another column gets it", () => {
  const changed = assign(EVENTS, "person", "customer");
  expect([changed.customer, roleOf(changed, "who")]).toEqual(["person", "left"]);
});

test("a promise goes to the moment whose name it shares most with", () => {
  expect(assign(WIDE, "estimated_delivery_date", "promised").steps).toEqual([
    { column: "paid_at", event: "Paid", due: undefined, after: undefined },
    { column: "delivered_at", event: "Delivered", due: "estimated_delivery_date", after: undefined },
  ]);
});

test("what is left out is dropped, who is a pseudonym, and what is to be stored beside becomes an attribute", () => {
  const privacy = (mapping: Mapping, column: string) => [roleOf(mapping, column), privacyOf(mapping, column)];
  expect(privacy(EVENTS, "city")).toEqual(["left", "drop"]);
  expect(privacy(EVENTS, "who")).toEqual(["customer", "pseudonymise"]);
  const kept = keep(keep(EVENTS, "city", "generalise"), "plan", "keep");
  expect(privacy(kept, "city")).toEqual(["attribute", "generalise"]);
  expect(keep(kept, "city", "pseudonymise").attributes?.map((one) => one.column)).toEqual(["city", "plan"]);
  expect(privacy(keep(kept, "city", "drop"), "city")).toEqual(["left", "drop"]);
});

test("moments go a place earlier or later and stop at the ends", () => {
  const columns = (mapping: Mapping) => mapping.steps?.map((step) => step.column);
  expect(columns(moveStep(WIDE, "delivered_at", -1))).toEqual(["delivered_at", "paid_at"]);
  expect(columns(moveStep(WIDE, "paid_at", -1))).toEqual(["paid_at", "delivered_at"]);
  expect(columns(moveStep(WIDE, "delivered_at", 1))).toEqual(["paid_at", "delivered_at"]);
});

test("one question's scale and codes hold for all with its instrument", () => {
  const model = { instrument: "rating", scale_min: 1, scale_max: 5, not_applicable: ["6"] } as const;
  const mapping: Mapping = {
    kind: "answers",
    customer: "who",
    time: "when",
    asked: [
      { column: "a", ...model, not_applicable: ["6"] },
      { column: "b", instrument: "rating", scale_min: 1, scale_max: 7 },
      { column: "c", instrument: "nps", scale_min: 0, scale_max: 10 },
      { column: "d" },
    ],
  };
  expect(scoreAlike(mapping, "a").asked?.map((one) => [one.scale_max, one.not_applicable])).toEqual([
    [5, ["6"]],
    [5, ["6"]],
    [10, undefined],
    [undefined, undefined],
  ]);
});

test("a column of moments is called by its words", () => {
  const names: [string, string][] = [
    ["order_delivered_carrier_date", "Delivered carrier"],
    ["Paid At", "Paid"],
    ["date", "Date"],
  ];
  expect(names.map(([column]) => eventOf(column))).toEqual(names.map(([, name]) => name));
});

test("each kind offers to leave a column out and to say who", () => {
  const offers = (role: Role) => Object.values(ROLES).every((roles) => roles.includes(role));
  expect([offers("left"), offers("customer")]).toEqual([true, true]);
});
