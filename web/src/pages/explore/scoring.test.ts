import { expect, test } from "vitest";
import type { Result } from "./answers";
import { scoresOf } from "./scoring";

function row(node: string, instrument: string, value: number, n: number, better = "high") {
  const key = { node, instrument, scale_min: "1", scale_max: "5", better };
  return { key, figures: { mean: { value, unit: "score" as const, n, customers: n, too_few: n < 10 } } };
}

test("a node has the score that most answered, coloured towards the good end of its scale", () => {
  const result: Result = {
    analysis: { analysis: "scores" },
    definition: "",
    customers: 90,
    rows: [
      row("door", "csat", 4.6, 30),
      row("door", "ces", 1.2, 50, "low"),
      row("door", "feeling", 0.1, 90),
      row("ask", "csat", 1.4, 20),
      row("few", "csat", 3, 4),
    ],
  };
  expect([...scoresOf(result)]).toEqual([
    ["door", { mean: 1.2, colour: "var(--mood-p2)" }],
    ["ask", { mean: 1.4, colour: "var(--mood-m2)" }],
  ]);
});
