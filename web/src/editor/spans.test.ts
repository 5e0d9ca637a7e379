import { expect, test } from "vitest";
import { run } from "./commands";
import { addStep, removeWhole, shiftStage, shiftStep } from "./edits";
import { cardsAt, type Sheet } from "./sheet";
import { bandsOf, coveredBy, reaching, spanTo, stretched } from "./spans";
import { duplicateStage, duplicateStep } from "./structure";
import { type Played, played, small } from "./testing";

const WIDE = small({
  wide: { type: "card", lane: "actions", step: "look", span: 2, text: "Wide", order: "a2" },
  late: { type: "card", lane: "actions", step: "pay", text: "Late", order: "a0" },
});

function wide(play: Played): [string, number] {
  const card = play.records().get("wide");
  return card?.type === "card" ? [card.step ?? "", card.span ?? 1] : ["gone", 0];
}

const after = (change: (sheet: Sheet) => Parameters<Played["around"]["edit"]>[0]) => {
  const play = played(WIDE);
  play.around.edit(change(play.store.getSnapshot().sheet));
  return wide(play);
};

function sheetWith(more: Parameters<typeof small>[0]): Sheet {
  return played(small(more)).store.getSnapshot().sheet;
}

test("spanning cards lie above the others of their columns, each in the highest row with room", () => {
  const sheet = sheetWith({
    over: { type: "card", lane: "pains", step: "look", span: 2, order: "a0" },
    under: { type: "card", lane: "pains", step: "pay", span: 2, order: "a0" },
    past: { type: "card", lane: "pains", step: "read", span: 9, order: "a1" },
  });
  const pains = sheet.lanes.find(({ id }) => id === "pains");
  const bands = pains && bandsOf(pains, sheet);
  expect([...(bands?.lying.values() ?? [])].map(({ found, row, count }) => [found.id, row, count])).toEqual([
    ["over", 0, 2],
    ["under", 1, 2],
  ]);
  expect([bands?.rows, bands?.below]).toEqual([2, [1, 2, 2]]);
  expect(sheet.lanes.flatMap((view) => (view === pains ? [] : [bandsOf(view, sheet)]))).toEqual([null, null]);
});

test("a card reaches into a folded stage, and covers it as a whole", () => {
  const sheet = sheetWith({
    use: { type: "stage", name: "Use", order: "a1", collapsed: true },
    wide: { type: "card", lane: "pains", step: "pay", span: 2, order: "a0" },
  });
  const [found] = cardsAt(sheet, "pains", "pay");
  const lying = sheet.lanes.map((view) => bandsOf(view, sheet)?.lying.get("wide")).find(Boolean);
  expect([lying?.count, lying?.width]).toEqual([2, 1.4]);
  expect(found && spanTo(sheet, found, "stage:use")).toBe(2);
});

test("a card goes no farther than the map, and not below one step", () => {
  const { sheet } = played(WIDE).store.getSnapshot();
  const found = cardsAt(sheet, "actions", "look").find(({ id }) => id === "wide");
  if (!found) throw new Error("no card");
  expect(coveredBy(sheet, found).map(({ id }) => id)).toEqual(["look", "pay"]);
  expect([stretched(sheet, found, 9), stretched(sheet, found, 0), stretched(sheet, found, 2)]).toEqual([
    [{ op: "set", id: "wide", field: "span", value: 3 }],
    [{ op: "set", id: "wide", field: "span", value: 1 }],
    [],
  ]);
});

test("a step that is deleted makes the cards over it narrower; one that loses its first step goes on to the next", () => {
  expect(after((sheet) => removeWhole(sheet, "step", "pay"))).toEqual(["look", 1]);
  expect(after((sheet) => removeWhole(sheet, "step", "look"))).toEqual(["pay", 1]);
  expect(after((sheet) => removeWhole(sheet, "stage", "buy"))).toEqual(["gone", 0]);
});

test("a step that comes in between is covered too; one after the end is not", () => {
  expect(after((sheet) => addStep(sheet, "buy", "look").ops)).toEqual(["look", 3]);
  expect(after((sheet) => addStep(sheet, "buy", "pay").ops)).toEqual(["look", 2]);
  expect(after((sheet) => duplicateStep(sheet, sheet.columns[0] as never).ops)).toEqual(["look", 3]);
});

test("a card covers the same steps when these change places, and lets go of one that leaves", () => {
  expect(after((sheet) => shiftStep(sheet, "look", 1))).toEqual(["pay", 2]);
  expect(after((sheet) => shiftStep(sheet, "pay", 1))).toEqual(["look", 2]);
  expect(after((sheet) => shiftStage(sheet, "buy", 1))).toEqual(["look", 2]);
  expect(after((sheet) => shiftStep(sheet, "read", -1))).toEqual(["look", 2]);
});

test("a copy of a stage has copies of its spanning cards that stay within it", () => {
  const play = played(small({ far: { type: "card", lane: "pains", step: "pay", span: 2, order: "a0" } }));
  const made = duplicateStage(play.store.getSnapshot().sheet, "buy");
  play.around.edit(made.ops);
  const spans = [...play.records()].flatMap(([id, card]) =>
    card.type === "card" && card.lane === "pains" ? [[id === "far", card.span]] : [],
  );
  expect(spans).toEqual([
    // What was copied stands between the steps that the card covers.
    [true, 4],
    [false, 1],
  ]);
});

test("a cell knows which cards reach into it from before", () => {
  const { sheet } = played(WIDE).store.getSnapshot();
  const [actions] = sheet.lanes;
  const at = (step: string) => actions && reaching(actions, sheet, step).map(({ id }) => id);
  expect([at("look"), at("pay"), at("read")]).toEqual([[], ["wide"], []]);
});

test("Alt+Shift and an arrow make a card wider and narrower, and the widened card comes first in its cell", () => {
  const play = played();
  play.store.set({ at: { row: "actions", column: "look", card: "two" } });
  expect([run("widen", play.around), run("widen", play.around)]).toEqual([true, true]);
  expect(play.records().get("two")).toMatchObject({ span: 3 });
  const { sheet } = play.store.getSnapshot();
  expect(cardsAt(sheet, "actions", "look").map(({ id }) => id)).toEqual(["two", "one"]);
  run("narrow", play.around);
  run("narrow", play.around);
  run("narrow", play.around);
  expect(play.records().get("two")).toMatchObject({ span: 1 });
  play.store.set({ at: { row: "emotion", column: "look", card: "mood" } });
  expect(run("widen", play.around)).toBe(false);
});
