import { describe, expect, it } from "vitest";
import type { AnalysedRow, Effect } from "../../../generated";
import { apart, besideZero, drawingOf, scaleOf } from "./drawing";

const SIZE = { width: 280, height: 100 };

function row(key: Record<string, string>, value: number | null, isFew = false): AnalysedRow {
  const figure = { value, unit: "share" as const, low: 0, high: 1, n: 20, customers: 20, too_few: isFew };
  return { key: { group: "", ...key }, figures: { value: figure } };
}

function effect(rows: AnalysedRow[], rest: Partial<Effect>, every = "week"): Effect {
  const analysis = { analysis: "before-after", every, started: "2025-01-15" };
  return { opportunity: "one", answer: { analysis, definition: "", customers: 9, rows } as never, ...rest };
}

describe("the numbers before and after a start", () => {
  it("stand in the middle of their weeks, those that are too few or unknown are not drawn", () => {
    const rows = [
      row({ side: "before", period: "" }, 0.2),
      row({ side: "before", period: "2025-01-01" }, 0),
      row({ side: "before", period: "2025-01-08" }, 0.4, true),
      row({ side: "after", period: "2025-01-15" }, 1),
      row({ side: "after", period: "2025-01-22" }, null),
    ];
    const line = { name: "before" as const, begin: "2025-01-01", end: "2025-01-29", first: 0, last: 1 };
    const drawing = drawingOf(effect(rows, { lines: [line] }), SIZE);

    expect(drawing.spots.map(({ x, y, top, bottom }) => [x, y, top, bottom])).toEqual([
      [35, 100, 0, 100],
      [175, 0, 0, 100],
    ]);
    expect(drawing.start).toBe(140);
    expect(drawing.strokes).toEqual([{ name: "before", from: { x: 0, y: 100 }, to: { x: 280, y: 0 } }]);
  });

  it("of two groups stand on both sides, with where the treated would be without the change", () => {
    const of = (group: string, side: string, value: number) => row({ group, side, period: "" }, value);
    const rows = [
      of("treated", "before", 0.2),
      of("treated", "after", 1),
      of("control", "before", 0),
      of("control", "after", 0.2),
    ];
    const sides = { "treated-after": rows[1]?.figures.value } as Effect["sides"];
    const drawing = drawingOf(effect(rows, { sides }, ""), SIZE);

    expect(drawing.strokes.map(({ name, from, to }) => [name, Math.round(from.y), Math.round(to.y)])).toEqual(
      [
        ["control", 100, 80],
        ["continued", 80, 60],
        ["after", 80, 0],
      ],
    );
  });
});

describe("an axis", () => {
  it("has round numbers around all values", () => {
    expect(scaleOf([0.13, 0.34], 100).marks.map(({ value }) => Number(value.toFixed(2)))).toEqual([
      0.1, 0.2, 0.3, 0.4,
    ]);
    expect(scaleOf([5, 5], 100).marks.length).toBeGreaterThan(0);
    expect(scaleOf([], 100).marks.length).toBeGreaterThan(0);
  });

  it.each([
    { values: [0.01, 0.06, -0.02], ends: [0, 0.06] },
    { values: [0.9, 0.99, 1.08], ends: [0.9, 1] },
    { values: [0, 0], ends: [0, 0.5] },
    { values: [1, 1], ends: [0.5, 1] },
  ])("of a share never goes below 0 % nor above 100 %: $values", ({ values, ends }) => {
    const { least, most, marks } = scaleOf(values, 100, "share");
    expect([least, most].map((one) => Number(one.toFixed(6)))).toEqual(ends);
    expect(marks.every(({ value }) => value >= 0 && value <= 1 + 1e-9)).toBe(true);
  });

  it("cuts a line where it leaves the axis, and keeps its slope", () => {
    const rows = [
      row({ side: "before", period: "2025-01-01" }, 0),
      row({ side: "after", period: "2025-01-22" }, 0.4),
    ];
    const line = {
      name: "continued" as const,
      begin: "2025-01-01",
      end: "2025-01-29",
      first: 0.4,
      last: -0.4,
    };
    const { strokes } = drawingOf({ ...effect(rows, { lines: [line] }), unit: "share" }, SIZE);
    expect(strokes).toEqual([{ name: "continued", from: { x: 0, y: 0 }, to: { x: 140, y: 100 } }]);
  });

  it("holds zero beside an interval", () => {
    const { zero, low, high } = besideZero(3, 2, 4);
    expect([zero < low, low < high, zero >= 0, high <= 1]).toEqual([true, true, true, true]);
  });
});

describe("names of lines", () => {
  it("stand at their ends, pushed down where one would cover another", () => {
    const stroke = (name: string, y: number) => ({ name, from: { x: 0, y: 0 }, to: { x: 1, y } });
    expect(apart([stroke("low", 60), stroke("high", 10), stroke("near", 15)])).toEqual([
      { name: "high", y: 10 },
      { name: "near", y: 24 },
      { name: "low", y: 60 },
    ]);
  });
});
