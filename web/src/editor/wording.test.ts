import { expect, test } from "vitest";
import { placeWord } from "./wording";

const HEIGHT = 168;

test("a word stands above a good point and below a bad one", () => {
  expect(placeWord("glad", { x: -12, y: 60 }, [], HEIGHT, true)).toEqual({ x: -12, y: 41 });
  expect(placeWord("sad", { x: -12, y: 110 }, [], HEIGHT, false)).toEqual({ x: -12, y: 129 });
});

test("at the edge of the lane it goes to the other side", () => {
  expect(placeWord("glad", { x: -12, y: 10 }, [], HEIGHT, true)).toEqual({ x: -12, y: 29 });
});

test("it leaves room to other points", () => {
  const below = { x: -20, y: 41, radius: 12 };
  expect(placeWord("glad", { x: -12, y: 60 }, [below], HEIGHT, true)).toEqual({ x: -12, y: 79 });
  const above = { x: -20, y: 79, radius: 12 };
  expect(placeWord("glad", { x: -12, y: 60 }, [below, above], HEIGHT, true)).toEqual({ x: 14, y: 60 });
});

test("a row of round things is kept clear from end to end, as the badge of a gap is", () => {
  const badge = [27, 46, 65].map((x) => ({ x, y: 39, radius: 9 }));
  const { x, y } = placeWord("delighted", { x: -12, y: 20 }, badge, HEIGHT, true);
  expect(x + 27 <= 18 || y < 30 - 7).toBe(true);
});
