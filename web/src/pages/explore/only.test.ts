import { expect, test } from "vitest";
import type { Only } from "../../generated";
import { type Condition, conditions, isEverything, onlyOf, withCondition, withoutCondition } from "./only";

const ALL: Only = {
  since: "2026-08-01T00:00:00Z",
  until: "2026-09-01T00:00:00Z",
  each: "session",
  segment: [{ attribute: "country", values: ["NL", "BE"] }],
  passed: [["pay"], ["event:Track"]],
  never: [["ask"]],
  repeated: [["track", "look"]],
  began_at: ["order"],
  ended_at: ["door"],
  without: ["event:Ping"],
  channels: ["web", ""],
  first: 5,
};

test("a filter is a list of conditions and a list of conditions a filter", () => {
  expect(conditions(ALL).map(({ kind }) => kind)).toEqual(
    "since until each segment passed passed never repeated began_at ended_at without channels first".split(
      " ",
    ),
  );
  expect(onlyOf(conditions(ALL))).toEqual(ALL);
});

test("each condition is taken away alone, until everything is looked at", () => {
  const fewer = conditions(ALL).map((gone) => conditions(withoutCondition(ALL, gone)).length);
  expect(new Set(fewer)).toEqual(new Set([12]));
  expect(isEverything(conditions(ALL).reduce(withoutCondition, ALL))).toBe(true);
});

test("what can hold once alone is replaced, and places are added", () => {
  const belgium: Condition = { kind: "segment", attribute: "country", values: ["BE"] };
  expect(withCondition(ALL, belgium).segment).toEqual([{ attribute: "country", values: ["BE"] }]);
  expect(withCondition(ALL, { kind: "first", count: 9 }).first).toBe(9);
  const asked = withCondition(ALL, { kind: "passed", place: ["ask"] });
  expect(asked.passed).toEqual([["pay"], ["event:Track"], ["ask"]]);
  expect(withCondition(asked, { kind: "passed", place: ["ask"] })).toEqual(asked);
});
