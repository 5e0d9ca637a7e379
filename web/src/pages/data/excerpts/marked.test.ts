import { expect, test } from "vitest";
import { pieces } from "./marked";

test("a text is cut at the words that decided", () => {
  expect(
    pieces("So slow, but kind", [
      { start: 13, end: 17, strength: 2 },
      { start: 3, end: 7, strength: -2 },
    ]),
  ).toEqual([
    { text: "So ", strength: 0 },
    { text: "slow", strength: -2 },
    { text: ", but ", strength: 0 },
    { text: "kind", strength: 2 },
  ]);
});

test("letters beyond the first plane count as one", () => {
  expect(pieces("😀 kind", [{ start: 2, end: 6, strength: 2 }])).toEqual([
    { text: "😀 ", strength: 0 },
    { text: "kind", strength: 2 },
  ]);
});

test("a text without marks is one piece", () => {
  expect(pieces("Two chairs", [])).toEqual([{ text: "Two chairs", strength: 0 }]);
});
