import { expect, test } from "vitest";
import { START } from "./address";
import { analysisFor, inUsualPeriods } from "./asking";

test("an analysis is asked with the filter, and seen as what it can be seen as", () => {
  expect(analysisFor({ ...START, only: { first: 3 } })).toEqual({
    analysis: "flow",
    by: "touchpoint",
    only: { first: 3 },
    limit: 1000,
  });
  expect(analysisFor({ ...START, kind: "retention", asked: { every: "month" } })).toEqual({
    analysis: "retention",
    limit: 2000,
    every: "month",
  });
});

test("who came back is asked by periods that fit the data, unless somebody chose others", () => {
  const retention = { ...START, kind: "retention" as const };
  const years = { first: "2024-01-01T00:00:00Z", last: "2025-12-31T00:00:00Z" };
  expect(inUsualPeriods(retention, years).asked).toEqual({ every: "month" });
  expect(inUsualPeriods({ ...retention, asked: { every: "week", start: [["a"]] } }, years).asked).toEqual({
    every: "week",
    start: [["a"]],
  });
  expect(inUsualPeriods(START, years)).toBe(START);
});

test("what lacks something that only people can say is not asked yet", () => {
  const funnel = { ...START, kind: "funnel-steps" };
  expect(analysisFor(funnel)).toBe(null);
  expect(analysisFor({ ...funnel, asked: { places: [["a"]] } })).toBe(null);
  expect(analysisFor({ ...funnel, asked: { places: [["a"], ["b"]] } })).toEqual({
    analysis: "funnel-steps",
    places: [["a"], ["b"]],
  });
  expect(analysisFor({ ...START, kind: "moon" })).toBe(null);
});
