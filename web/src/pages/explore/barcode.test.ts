import { expect, test } from "vitest";
import { hues, marks } from "./barcode";

test("what is met several times in a row is one mark, and what is met again later another one", () => {
  expect(marks(["a", "b", "b", "b", "a"])).toEqual([
    { id: "a", times: 1 },
    { id: "b", times: 3 },
    { id: "a", times: 1 },
  ]);
  expect(marks([])).toEqual([]);
});

test("each node has one colour, and what is no node of the data a quiet one", () => {
  const found = hues(["a", "b", "a", ":ended"]);
  expect([...found.keys()]).toEqual(["a", "b", ":ended"]);
  expect(new Set(found.values()).size).toBe(3);
  expect(found.get(":ended")).toBe("var(--edge)");
});
