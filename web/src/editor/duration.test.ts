import { expect, test } from "vitest";
import { exactly, hoursFrom } from "./duration";

test.each([
  ["2 h", 2],
  ["2", 2],
  ["3 d", 72],
  ["15 min", 0.25],
  ["1,5 uur", 1.5],
  ["1 h 30 min", 1.5],
  ["1 dag en 2 uur", 26],
  ["90s", 0.025],
  ["2 weken", 336],
  ["0", 0],
])("%s is %d hours", (text, hours) => {
  expect(hoursFrom(text)).toBe(hours);
});

test.each(["soon", "2 moons", "h", "-2 h", "1 h later"])("%s says no time", (text) => {
  expect(hoursFrom(text)).toBeUndefined();
});

test("nothing typed is no time", () => {
  expect(hoursFrom("  ")).toBeNull();
});

test("a time is written in the largest unit that fits it", () => {
  expect([72, 26, 0.25, 0.025, 1.234, 0].map(exactly)).toEqual([
    { amount: 3, unit: "d" },
    { amount: 26, unit: "h" },
    { amount: 15, unit: "min" },
    { amount: 90, unit: "s" },
    { amount: 1.234, unit: "h" },
    { amount: 0, unit: "h" },
  ]);
});
