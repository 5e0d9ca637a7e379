import { expect, test } from "vitest";
import { groupsOf } from "./groups";

test("two groups are told apart by a place, by two values, or by a day", () => {
  expect(groupsOf({ by: "place", place: "ask", name: "Asked", not: "Did not" })?.groups).toEqual([
    { name: "Asked", only: { passed: [["ask"]] } },
    { name: "Did not", only: { never: [["ask"]] } },
  ]);
  expect(groupsOf({ by: "attribute", attribute: "plan", first: "A", second: "B" })?.groups[1]).toEqual({
    name: "B",
    only: { segment: [{ attribute: "plan", values: ["B"] }] },
  });
  expect(groupsOf({ by: "day", day: "2026-08-01", before: "Before", after: "After" })?.groups).toEqual([
    { name: "Before", only: { until: "2026-08-01T00:00:00.000Z" } },
    { name: "After", only: { since: "2026-08-01T00:00:00.000Z" } },
  ]);
});

test("what is not said yet makes no groups", () => {
  expect(groupsOf({ by: "place", place: "", name: "", not: "" })).toBe(null);
  expect(groupsOf({ by: "attribute", attribute: "plan", first: "A", second: "A" })).toBe(null);
  expect(groupsOf({ by: "day", day: "", before: "", after: "" })).toBe(null);
});
