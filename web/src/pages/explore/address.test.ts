import fc from "fast-check";
import { expect, test } from "vitest";
import { type Looking, lookingAt, START, searchFor } from "./address";

test("an address brings back exactly what was looked at", () => {
  const looking: fc.Arbitrary<Looking> = fc.record({
    kind: fc.constantFrom("flow", "variants", "funnel-steps"),
    by: fc.constantFrom("touchpoint", "event", "channel"),
    only: fc.constantFrom({}, { first: 3 }, { passed: [["event:A & B"]], since: "2026-08-01T00:00:00Z" }),
    asked: fc.constantFrom({}, { places: [["a"], ["event:b?c=d"]], within_hours: 24 }),
    map: fc.constantFrom("", "m-1"),
    isTable: fc.boolean(),
    colour: fc.constantFrom("time", "score"),
    open: fc.constantFrom("", "8f3a"),
    detail: fc.option(fc.integer({ min: 0, max: 100 })),
  });
  fc.assert(
    fc.property(looking, (one) => {
      expect(lookingAt(searchFor(one))).toEqual(one);
    }),
  );
});

test("what an address says wrongly is not asked", () => {
  expect(lookingAt("?by=moon&only={&ask=[1]&detail=x&colour=red&as=pie")).toEqual(START);
  expect(lookingAt("?detail=400").detail).toBe(100);
  expect(searchFor(START)).toBe("");
});
