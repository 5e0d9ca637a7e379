import { expect, test } from "vitest";
import { apply } from "../model";
import { setField } from "./ops";
import { sheetOf } from "./sheet";
import { small } from "./testing";

test("a sheet has the steps under their stages, the cards in their cells and the counts of proof", () => {
  const sheet = sheetOf(small());
  expect(sheet.columns.map(({ id, isFirst, isLast }) => [id, isFirst, isLast])).toEqual([
    ["look", true, false],
    ["pay", false, true],
    ["read", true, true],
  ]);
  expect(sheet.spans.map(({ id, start, count, hue }) => [id, start, count, hue])).toEqual([
    ["buy", 0, 2, 0],
    ["use", 2, 1, 1],
  ]);
  expect(sheet.lanes[0]?.cells.get("look")?.map((card) => card.id)).toEqual(["one", "two"]);
  expect(sheet.all.map(({ id }) => id)).toEqual(["mood", "one", "two"]);
});

test("a stage without steps has a column of its own", () => {
  const sheet = sheetOf(small({ rest: { type: "stage", name: "Rest", order: "a2" } }));
  expect(sheet.columns.at(-1)).toEqual({
    id: "stage:rest",
    stage: "rest",
    step: null,
    isFirst: true,
    isLast: true,
  });
});

test("a card whose lane or step is gone waits in the tray", () => {
  const lost = { type: "card", lane: "actions", step: "gone", text: "Lost" } as const;
  expect(sheetOf(small({ lost })).tray).toEqual([{ id: "lost", card: lost }]);
});

test("what an edit does not touch keeps its identity, so that it is not drawn again", () => {
  const records = small();
  const before = sheetOf(records);
  const after = sheetOf(apply(records, [setField("one", "text", "Uno")]), before);
  expect(after.columns).toBe(before.columns);
  expect(after.spans).toBe(before.spans);
  expect(after.lanes[1]).toBe(before.lanes[1]);
  expect(after.lanes[0]).not.toBe(before.lanes[0]);
  expect(after.lanes[0]?.cells.get("look")?.[1]).toBe(before.lanes[0]?.cells.get("look")?.[1]);
});
