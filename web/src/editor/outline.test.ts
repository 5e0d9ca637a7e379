import { describe, expect, test } from "vitest";
import { contents, endOf, headOf, lanesOf, leafOf, percentOf, shownColumn } from "./outline";
import { NAMES, STAGES, STEPS } from "./place";
import { sheetOf } from "./sheet";
import { small } from "./testing";

const sheet = sheetOf(
  small({
    end: { type: "stage", name: "End", order: "a2" },
    asked: { type: "lane", kind: "measures", order: "a3" },
  }),
);

const shown = (row: string, column: string, last = "") =>
  shownColumn(sheet, { row, column, card: "" }, last)?.id;

describe("the step that the outline shows", () => {
  test("it is the first until something has the focus", () => {
    expect(shownColumn(sheet, null, "")?.id).toBe("look");
    expect(shownColumn(sheetOf(new Map()), null, "")).toBeNull();
  });

  test("it follows the focus to a card, a step, and a stage without steps", () => {
    expect([shown("actions", "pay"), shown(STEPS, "read"), shown(STEPS, "stage:end")]).toEqual([
      "pay",
      "read",
      "stage:end",
    ]);
  });

  test("the name of a lane keeps the step shown before", () => {
    expect(shown("actions", NAMES, "read")).toBe("read");
  });

  test("a stage keeps a later step of its own, and leads to its first step from elsewhere", () => {
    expect([shown(STAGES, "look", "pay"), shown(STAGES, "look", "read")]).toEqual(["pay", "look"]);
  });

  test("a step that a colleague deleted gives way to the first", () => {
    expect(shown("actions", NAMES, "gone")).toBe("look");
  });
});

test("a page knows its stage, its rank and its neighbours", () => {
  const [look, pay, read, end] = sheet.columns;
  const pages = sheet.columns.map((column) => {
    const leaf = leafOf(sheet, column);
    return leaf && [leaf.span.id, leaf.rank, leaf.total, leaf.before, leaf.after];
  });
  expect(pages).toEqual([
    ["buy", 1, 4, null, pay],
    ["buy", 2, 4, look, read],
    ["use", 3, 4, pay, end],
    ["end", 4, 4, read, null],
  ]);
});

test("the contents list every stage with its own steps, in order", () => {
  const listed = contents(sheet).map(({ span, columns }) => [span.id, columns.map((column) => column.id)]);
  expect(listed).toEqual([
    ["buy", ["look", "pay"]],
    ["use", ["read"]],
    ["end", ["stage:end"]],
  ]);
});

test("a new card goes below the last one of its cell, or into the empty cell", () => {
  expect([endOf(sheet, "actions", "look"), endOf(sheet, "pains", "pay")]).toEqual([
    { row: "actions", column: "look", card: "two" },
    { row: "pains", column: "pay", card: "" },
  ]);
});

test("the head of a step is a place of the step row", () => {
  expect(sheet.columns.map(headOf)[1]).toEqual({ row: STEPS, column: "pay", card: "" });
});

test("the pages along all steps take the lanes of one shape", () => {
  const ids = (shape: "emotion" | "measure") => lanesOf(sheet, shape).map((view) => view.id);
  expect([ids("emotion"), ids("measure")]).toEqual([["emotion"], ["asked"]]);
});

test("the scale goes from −2 on the left to +2 on the right and stops there", () => {
  expect([-3, -2, -0.5, 0, 2, 9].map(percentOf)).toEqual([0, 0, 37.5, 50, 100, 100]);
});
