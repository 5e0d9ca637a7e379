import { expect, test } from "vitest";
import { chart } from "./chart";

const row = (label: string, value: number | null, low: number | null = null, high: number | null = null) => ({
  label,
  value,
  low,
  high,
});

test("a line runs over the periods and is parted where nothing is known", () => {
  const found = chart([row("w1", 10, 5, 20), row("w2", 20), row("w3", null), row("w4", 0)], false, {
    width: 300,
    height: 100,
  });
  expect(found.points).toEqual([
    { label: "w1", x: 0, y: 50 },
    { label: "w2", x: 100, y: 0 },
    { label: "w4", x: 300, y: 100 },
  ]);
  expect(found.lines).toEqual(["M0 50L100 0", "M300 100"]);
  expect(found.bands[0]).toBe("M0 0L100 0L100 0L0 75Z");
  expect(found.marks.map(({ value }) => value)).toEqual([0, 5, 10, 15, 20]);
});

test("what is on a scale is seen from the whole number below it, not from zero", () => {
  const { marks, bands } = chart([row("w1", 3.6, 3.2, 4.1), row("w2", 4.9, 4.6, 5.2)], true);
  expect([marks[0]?.value, marks.at(-1)?.value]).toEqual([3, 5]);
  expect(bands[0]).toContain("L760 0L");
});

test("scores below zero have room below it", () => {
  const { marks } = chart([row("w1", -1), row("w2", 1)]);
  expect([marks[0]?.value, marks.at(-1)?.value]).toEqual([-1, 1]);
});
