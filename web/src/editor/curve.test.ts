import fc from "fast-check";
import { expect, test } from "vitest";
import { band, curve, runs } from "./curve";

interface Piece {
  from: number;
  controls: [number, number];
  to: number;
}

/** The heights of a path: where each piece begins, its two controls, where it ends. */
function pieces(path: string): Piece[] {
  const numbers = Array.from(path.matchAll(/-?[\d.]+(?:e-?\d+)?,(-?[\d.]+(?:e-?\d+)?)/g), (match) =>
    Number(match[1]),
  );
  const found: Piece[] = [];
  for (let at = 1; at + 2 < numbers.length + 0; at += 3) {
    const [from = 0, first = 0, second = 0, to = 0] = numbers.slice(at - 1, at + 3);
    found.push({ from, controls: [first, second], to });
  }
  return found;
}

test("a curve never leaves the heights of its two ends: no overshoot", () => {
  const heights = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(heights, (row) => {
      const path = curve(row.map((y, x) => ({ x: x + 0.5, y })));
      for (const { from, controls, to } of pieces(path))
        for (const y of controls) {
          expect(y).toBeGreaterThanOrEqual(Math.min(from, to) - 0.01);
          expect(y).toBeLessThanOrEqual(Math.max(from, to) + 0.01);
        }
    }),
  );
});

test("a curve goes through its points", () => {
  expect(
    curve([
      { x: 0, y: 0 },
      { x: 3, y: 3 },
    ]),
  ).toBe("M0,0C1,1 2,2 3,3");
});

test("one point is no curve; a band closes itself", () => {
  expect(curve([{ x: 1, y: 1 }])).toBe("");
  expect(
    band(
      [
        { x: 0, y: 0 },
        { x: 3, y: 0 },
      ],
      [
        { x: 0, y: 2 },
        { x: 3, y: 2 },
      ],
    ),
  ).toBe("M0,0C1,0 2,0 3,0L3,2C2,2 1,2 0,2Z");
});

test("no line runs through what nobody knows", () => {
  expect(runs([1, 2, null, 3, null, null, 4])).toEqual([[1, 2], [3], [4]]);
});
