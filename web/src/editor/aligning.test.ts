import { expect, test } from "vitest";
import { recordsFrom } from "../model";
import { layOf, tracksOf } from "./aligning";
import { type Sheet, sheetOf } from "./sheet";

/** A sheet with these steps, each as "stage.step"; a stage alone has none. */
function sheet(...steps: string[]): Sheet {
  const records: Record<string, unknown> = { map: { type: "map", title: "Parcel" } };
  for (const [place, one] of steps.entries()) {
    const [stage = "", step] = one.split(".");
    records[stage] ??= { type: "stage", name: stage, order: `a${place}` };
    if (step) records[step] = { type: "step", stage, name: step.toUpperCase(), order: `a${place}` };
  }
  return sheetOf(recordsFrom(records as never));
}

/** Both as they are shown: each column by its id, a gap by its sign. */
function shown(current: Sheet, future: Sheet) {
  const tracks = tracksOf(current.columns, future.columns);
  const told = (laid: Sheet) => ({
    columns: laid.columns.map(({ id, gap }) => (gap ? `${gap.what} ${gap.name}` : id)),
    spans: laid.spans.map(({ stage, count, gap }) => `${gap ? `${gap.what} ` : ""}${stage.name} ${count}`),
  });
  return {
    current: told(layOf(tracks, "current", future.spans)(current)),
    future: told(layOf(tracks, "future", current.spans)(future)),
  };
}

test("a step of both stands in one column; what only one has leaves a gap in the other", () => {
  expect(shown(sheet("x.a", "x.b", "y.c"), sheet("x.a", "x.n", "y.c"))).toEqual({
    current: { columns: ["a", "b", "added N", "c"], spans: ["x 3", "y 1"] },
    future: { columns: ["a", "removed B", "n", "c"], spans: ["x 3", "y 1"] },
  });
});

test("a step that moved stands at its own place in each", () => {
  expect(shown(sheet("x.a", "x.b", "x.c"), sheet("x.c", "x.a", "x.b"))).toEqual({
    current: { columns: ["moved C", "a", "b", "c"], spans: ["x 4"] },
    future: { columns: ["c", "a", "b", "moved C"], spans: ["x 4"] },
  });
});

test("a stage that one map alone has is a gap over its steps", () => {
  expect(shown(sheet("x.a", "y.b", "z.c"), sheet("x.a", "z.c", "w.d"))).toEqual({
    current: { columns: ["a", "b", "c", "added D"], spans: ["x 1", "y 1", "z 1", "added w 1"] },
    future: { columns: ["a", "removed B", "c", "d"], spans: ["x 1", "removed y 1", "z 1", "w 1"] },
  });
});

test("a stage without steps is met by its first one, and is as wide", () => {
  expect(shown(sheet("x", "y.b"), sheet("x.a", "y.b"))).toEqual({
    current: { columns: ["stage:x", "b"], spans: ["x 1", "y 1"] },
    future: { columns: ["a", "b"], spans: ["x 1", "y 1"] },
  });
});

test("a sheet that has other columns by now is left as it is", () => {
  const [current, future] = [sheet("x.a"), sheet("x.a", "x.b")];
  const lay = layOf(tracksOf(current.columns, future.columns), "future", current.spans);
  const other = sheet("x.a", "x.b", "x.c");
  expect(lay(other)).toBe(other);
});
