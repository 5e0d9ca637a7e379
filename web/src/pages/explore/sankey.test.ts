import { expect, test } from "vitest";
import { sankey } from "./sankey";

const COUNTS = [
  { step: 1, node: "order", customers: 70 },
  { step: 1, node: ":rest", customers: 130 },
  { step: 2, node: ":ended", customers: 150 },
  { step: 2, node: "pay", customers: 50 },
];

test("each step is a stack, the most customers on top, and below what says least", () => {
  const { bars } = sankey(COUNTS, []);
  expect(bars.map(({ step, node }) => [step, node])).toEqual([
    [1, "order"],
    [1, ":rest"],
    [2, "pay"],
    [2, ":ended"],
  ]);
  const [order, rest] = bars;
  expect((rest?.y ?? 0) >= (order?.y ?? 0) + (order?.height ?? 0)).toBe(true);
  expect(bars.map(({ height }) => height)).toEqual([147, 273, 105, 315]);
});

test("ribbons are as thick as the customers who went, and one to a bar that is not drawn is left out", () => {
  const links = [
    { step: 1, node: "order", next: "pay", customers: 50 },
    { step: 1, node: ":rest", next: "gone", customers: 9 },
  ];
  expect(sankey(COUNTS, links).ribbons.map(({ edge, width }) => [edge.count, width])).toEqual([[50, 105]]);
});
