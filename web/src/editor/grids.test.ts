import { expect, test } from "vitest";
import type { Opportunity } from "../generated";
import { type ImpactNode, impactTree, perspectives, seen } from "./grids";

const one = (fields: Partial<Opportunity>): Opportunity => ({ type: "opportunity", name: "O", ...fields });
const ALL: ReadonlyMap<string, Opportunity> = new Map([
  ["a", one({ job: "Plan the week", barrier: "No date", persona: "noor", impact: "Calls less" })],
  [
    "b",
    one({ job: "Send it back", barrier: "No date", goal: "Fewer calls", persona: "noor", impact: "Waits" }),
  ],
  ["c", one({ job: "Plan the week", goal: "Fewer calls", persona: "noor", impact: "Waits" })],
]);

test("the grid has the jobs and barriers that are said, and beside it what says only one", () => {
  const grid = perspectives(ALL);
  expect([grid.jobs, grid.barriers]).toEqual([["Plan the week", "Send it back"], ["No date"]]);
  expect(grid.at("Plan the week", "No date").map(([id]) => id)).toEqual(["a"]);
  expect(grid.unplaced.map(([id]) => id)).toEqual(["c"]);
});

const shape = (node: ImpactNode): unknown => [node.value, node.children.map(shape)];

test("the tree goes from goal over persona and impact to opportunities; what has no goal stands last", () => {
  expect(impactTree(ALL).map(shape)).toEqual([
    [
      "Fewer calls",
      [
        [
          "noor",
          [
            [
              "Waits",
              [
                ["b", []],
                ["c", []],
              ],
            ],
          ],
        ],
      ],
    ],
    ["", [["noor", [["Calls less", [["a", []]]]]]]],
  ]);
});

test("what lies below a closed node is not seen", () => {
  const tree = impactTree(ALL);
  const first = tree[0]?.key ?? "";
  expect(seen(tree, new Set([first])).map(({ node, depth }) => [node.value, depth])).toEqual([
    ["Fewer calls", 0],
    ["", 0],
    ["noor", 1],
    ["Calls less", 2],
    ["a", 3],
  ]);
});
