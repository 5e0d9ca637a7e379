import { expect, test } from "vitest";
import { arc, barsOf, pointsOf, sharesOf, zeroOf } from "./drawing";

const of = (...values: number[]) => values.map((value, place) => ({ label: `${place}`, value }));

test("bars stand on zero, and hang from it below", () => {
  expect(barsOf(of(2, -2))).toEqual([
    { x: 18, y: 0, width: 24, height: 24 },
    { x: 78, y: 24, width: 24, height: 24 },
  ]);
  expect(zeroOf(of(2, -2))).toBe(24);
});

test("a line runs through its figures from edge to edge", () => {
  expect(pointsOf(of(0, 4, 2))).toEqual([
    { x: 4, y: 48 },
    { x: 60, y: 0 },
    { x: 116, y: 24 },
  ]);
  expect(pointsOf(of(3))).toEqual([{ x: 60, y: 0 }]);
});

test("nothing but zeros is drawn without a division by zero", () => {
  expect(barsOf(of(0)).map(({ height }) => height)).toEqual([1]);
  expect(sharesOf(of(0, 0)).map(({ share }) => share)).toEqual([0, 0]);
});

test("a ring is shared out; what is below zero has no part", () => {
  expect(sharesOf(of(3, -1, 1))).toEqual([
    { label: "0", share: 0.75, from: 0 },
    { label: "1", share: 0, from: 0.75 },
    { label: "2", share: 0.25, from: 0.75 },
  ]);
  expect(arc(0, 0.25, 10, 8)).toBe("M10,2A8,8 0 0 1 18,10");
});
