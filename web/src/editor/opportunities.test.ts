import { expect, test } from "vitest";
import type { Opportunity } from "../generated";
import { gradeOfOpportunity, isAmong, isQuickWin, NO_NARROWING, sorted, worthOf } from "./opportunities";

const one = (fields: Partial<Opportunity>): Opportunity => ({ type: "opportunity", name: "Late", ...fields });

test("what is worth more than the middle for less than the middle of effort is a quick win", () => {
  expect(worthOf(one({ customer_value: 5, business_value: 2 }))).toBe(3.5);
  expect(isQuickWin(one({ customer_value: 5, business_value: 2, effort: 2 }))).toBe(true);
  expect(isQuickWin(one({ customer_value: 3, effort: 2 }))).toBe(false);
  expect(isQuickWin(one({ customer_value: 5, effort: 3 }))).toBe(false);
  expect(isQuickWin(one({ customer_value: 5 }))).toBe(false);
});

test("a source that is gone takes the grade back", () => {
  const heard = one({ evidence: [{ source: "interview-1", note: "said so" }] });
  expect(gradeOfOpportunity(heard, { sources: new Set(["interview-1"]) })).toBe("heard");
  expect(gradeOfOpportunity(heard, { sources: new Set() })).toBe("assumed");
});

test("a list is narrowed by words in any order and case, by status, team and map", () => {
  const late = one({ name: "Parcels come late", owner: "Sanne", teams: ["delivery"], status: "doing" });
  const among = (change: object) => isAmong(late, ["demo"], { ...NO_NARROWING, ...change });
  expect(among({ words: "LATE sanne" })).toBe(true);
  expect(among({ words: "early" })).toBe(false);
  expect([among({ status: "doing" }), among({ status: "open" })]).toEqual([true, false]);
  expect([among({ team: "delivery" }), among({ team: "shop" })]).toEqual([true, false]);
  expect([among({ map: "demo" }), among({ map: "other" })]).toEqual([true, false]);
});

test("what says nothing stands last, whichever way a list is sorted", () => {
  const all: [string, Opportunity][] = [
    ["a", one({ effort: 4 })],
    ["b", one({})],
    ["c", one({ effort: 1 })],
  ];
  const order = (isDown: boolean) => sorted(all, { by: "effort", isDown }, () => null).map(([id]) => id);
  expect([order(false), order(true)]).toEqual([
    ["c", "a", "b"],
    ["a", "c", "b"],
  ]);
});
