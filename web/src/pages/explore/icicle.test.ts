import { expect, test } from "vitest";
import { icicle } from "./icicle";

test("each block is as tall as its customers, within the one that it follows", () => {
  const blocks = icicle(
    [
      { path: ["b"], customers: 20 },
      { path: ["a"], customers: 80 },
      { path: ["a", "x"], customers: 30 },
      { path: ["a", "y"], customers: 50 },
      { path: ["lost", "z"], customers: 9 },
    ],
    100,
  );
  expect(blocks.map(({ path, depth, top, height }) => [path.join(), depth, top, height])).toEqual([
    ["a", 1, 0, 80],
    ["a,y", 2, 0, 50],
    ["a,x", 2, 50, 30],
    ["b", 1, 80, 20],
  ]);
});
