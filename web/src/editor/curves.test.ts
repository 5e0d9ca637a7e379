import { expect, test } from "vitest";
import type { Card, Lane } from "../generated";
import { alongCurve, asideOf, curvesOf, whoseNext } from "./curves";
import type { Column, LaneView } from "./sheet";

const column = (id: string): Column => ({
  id,
  stage: "buy",
  step: { type: "step" },
  isFirst: true,
  isLast: true,
});
const COLUMNS = [column("pay"), column("wait")];

function lane(cards: Record<string, Partial<Card>[]>, fields: Partial<Lane> = {}): LaneView {
  const cells = Object.entries(cards).map(
    ([step, here]) =>
      [
        step,
        here.map((fields, place) => ({ id: `${step}${place}`, card: { type: "card" as const, ...fields } })),
      ] as const,
  );
  return { id: "feels", lane: { type: "lane", kind: "emotion", ...fields }, cells: new Map(cells) };
}

test("each persona has a curve, and what was measured one of its own behind them", () => {
  const view = lane({
    pay: [{ persona: "ann", basis: "measured" }, { persona: "ann" }],
    wait: [{ persona: "bob" }, {}],
  });
  expect(curvesOf(view, COLUMNS)).toEqual([
    { key: "ann|assumed", persona: "ann", basis: "assumed", rank: 0 },
    { key: "bob|assumed", persona: "bob", basis: "assumed", rank: 1 },
    { key: "|assumed", persona: "", basis: "assumed", rank: 2 },
    { key: "ann|measured", persona: "ann", basis: "measured", rank: 3 },
  ]);
});

test("a card of nobody in particular is of its lane's persona", () => {
  const view = lane({ pay: [{}] }, { persona: "ann" });
  expect(curvesOf(view, COLUMNS).map(({ persona }) => persona)).toEqual(["ann"]);
});

test("a curve runs through the first card with a score at each step", () => {
  const view = lane({ pay: [{}, { score: 1 }, { score: 2, persona: "bob" }] });
  expect(alongCurve(view, COLUMNS, "|assumed").map((found) => found?.id ?? null)).toEqual(["pay1", null]);
});

test("the points of several curves stand beside one another, inside half a column", () => {
  expect([0, 1, 2].map((rank) => asideOf(rank, 3))).toEqual([-12, -34, -56]);
  expect(asideOf(4, 5)).toBe(-60);
});

test("a new point is of the first persona without one at that step", () => {
  const view = lane({ pay: [{ persona: "ann" }] });
  expect(whoseNext(view, "pay", ["ann", "bob"])).toBe("bob");
  expect(whoseNext(view, "wait", ["ann", "bob"])).toBe("ann");
  expect(whoseNext(lane({}), "pay", ["ann"])).toBe("");
  expect(whoseNext(lane({}, { persona: "bob" }), "pay", ["ann", "bob"])).toBe("");
});
