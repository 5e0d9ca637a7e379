import { expect, test } from "vitest";
import type { Branch } from "../../generated";
import { levelsOf, shownOf, stepTo } from "./unfolding";

const TREE: Branch[] = [
  { map: "life", level: 0 },
  { map: "buy", level: 1 },
  { map: "pay", level: 2 },
  { map: "use", level: 1 },
  { map: "staff", level: 0 },
];

test("what lies below a folded map does not show", () => {
  expect(shownOf(TREE, new Set([1]))).toEqual([0, 1, 3, 4]);
  expect(shownOf(TREE, new Set([0]))).toEqual([0, 4]);
});

test("each row knows its place among its siblings", () => {
  expect(levelsOf(TREE)).toEqual([
    { place: 1, of: 2, isParent: true },
    { place: 1, of: 2, isParent: true },
    { place: 1, of: 1, isParent: false },
    { place: 2, of: 2, isParent: false },
    { place: 2, of: 2, isParent: false },
  ]);
});

test("the arrow keys walk, fold and unfold", () => {
  const open = { branches: TREE, folded: new Set<number>(), shown: [0, 1, 2, 3, 4], at: 1 };
  const folded = { ...open, folded: new Set([1]), shown: [0, 1, 3, 4] };
  expect(stepTo("ArrowLeft", open)).toEqual({ fold: true });
  expect(stepTo("ArrowRight", open)).toEqual({ row: 2 });
  expect(stepTo("ArrowRight", folded)).toEqual({ fold: false });
  expect(stepTo("ArrowDown", folded)).toEqual({ row: 3 });
  expect(stepTo("ArrowLeft", { ...open, at: 2 })).toEqual({ row: 1 });
  expect(stepTo("ArrowLeft", { ...open, at: 4 })).toBeNull();
  expect(stepTo("End", open)).toEqual({ row: 4 });
});
