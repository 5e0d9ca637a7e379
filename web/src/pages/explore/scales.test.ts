import { expect, test } from "vitest";
import { classOf, scoreColour, ticks, timeBreaks, timeColour } from "./scales";

test("times part into classes at times that people would say", () => {
  expect(timeBreaks([0.07, 6, 19, 26, 34, 53, 58, 62, 79])).toEqual([4, 24, 48, 72]);
  expect(timeBreaks([5, 5, 5])).toEqual([]);
  expect(timeBreaks([])).toEqual([]);
});

test("slow is the far end from the paper, and one class alone is in the middle", () => {
  const breaks = [1, 24, 48, 72];
  expect([0.5, 1, 30, 50, 100].map((hours) => timeColour(classOf(hours, breaks), breaks))).toEqual(
    [0, 1, 2, 3, 4].map((step) => `var(--flow-${step})`),
  );
  expect(timeColour(0, [])).toBe("var(--flow-2)");
  expect([0, 1].map((place) => timeColour(place, [24]))).toEqual(["var(--flow-0)", "var(--flow-4)"]);
});

test("scores go from rust to teal over their own scale", () => {
  expect([1, 2, 3, 4.4, 5].map((score) => scoreColour(score, [1, 5]))).toEqual(
    ["m2", "m1", "0", "p2", "p2"].map((mood) => `var(--mood-${mood})`),
  );
});

test("axes have round marks up to the largest value", () => {
  expect(ticks(87)).toEqual([0, 25, 50, 75, 100]);
  expect(ticks(0.31)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  expect(ticks(0)).toEqual([0, 1]);
});
