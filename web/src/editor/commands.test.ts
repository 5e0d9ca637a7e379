import { describe, expect, test } from "vitest";
import { afterTyping, removeNow, run } from "./commands";
import { NAMES, STAGES, STEPS } from "./place";
import { cardsAt } from "./sheet";
import { type Played, played, small } from "./testing";

function standing(row: string, column: string, card = ""): Played {
  const play = played();
  play.store.set({ at: { row, column, card } });
  return play;
}

function texts({ store }: Played, row: string, column: string): (string | undefined)[] {
  return cardsAt(store.getSnapshot().sheet, row, column).map(({ card }) => card.text);
}

function field(play: Played, id: string, name: string): unknown {
  return (play.records().get(id) as unknown as Record<string, unknown> | undefined)?.[name];
}

describe("typing", () => {
  test("Enter edits what stands there, a letter types over it", () => {
    const play = standing("actions", "look", "one");
    run("edit", play.around);
    expect(play.store.getSnapshot()).toMatchObject({ mode: "typing", typed: null });
    run("typeOver", play.around, "x");
    expect(play.store.getSnapshot()).toMatchObject({ mode: "typing", typed: "x" });
  });

  test("a letter in an empty cell makes a card that holds it", () => {
    const play = standing("pains", "pay");
    run("typeOver", play.around, "S");
    const { at, mode, typed, sheet } = play.store.getSnapshot();
    expect([mode, typed, cardsAt(sheet, "pains", "pay").map((card) => card.id)]).toEqual([
      "typing",
      "S",
      [at?.card],
    ]);
  });

  test("Tab ends typing one cell to the right, Shift+Tab to the left", () => {
    const play = standing("actions", "pay");
    run("edit", play.around);
    afterTyping(play.store, "commitRight");
    expect(play.store.getSnapshot()).toMatchObject({
      mode: "moving",
      at: { row: "actions", column: "read" },
    });
    afterTyping(play.store, "commitLeft");
    expect(play.store.getSnapshot().at?.column).toBe("pay");
  });
});

describe("adding", () => {
  test("N adds below the card in focus, Shift+Enter above it", () => {
    const play = standing("actions", "look", "one");
    run("newCard", play.around);
    expect(texts(play, "actions", "look")).toEqual(["One", undefined, "Two"]);
    play.store.set({ at: { row: "actions", column: "look", card: "one" }, mode: "moving" });
    run("newAbove", play.around);
    expect(texts(play, "actions", "look")).toEqual([undefined, "One", undefined, "Two"]);
  });

  test("N on a step, a stage or a lane adds another one after it and lets its name be typed", () => {
    const step = standing(STEPS, "look");
    run("newCard", step.around);
    const { sheet, at, mode } = step.store.getSnapshot();
    expect(sheet.columns.map((column) => column.id)).toEqual(["look", at?.column, "pay", "read"]);
    expect(mode).toBe("typing");
    const stage = standing(STAGES, "look");
    run("newCard", stage.around);
    expect(stage.store.getSnapshot().sheet.spans.map((span) => span.stage.name)).toEqual([
      "Buy",
      undefined,
      "Use",
    ]);
    const lane = standing("actions", NAMES);
    run("newCard", lane.around);
    expect(lane.store.getSnapshot().sheet.lanes.map((view) => view.lane.kind)).toEqual([
      "actions",
      "actions",
      "emotion",
      "pain-points",
    ]);
  });

  test("Ctrl+D puts a copy right below and goes there", () => {
    const play = standing("actions", "look", "one");
    run("duplicate", play.around);
    expect(texts(play, "actions", "look")).toEqual(["One", "One", "Two"]);
    expect(play.store.getSnapshot().at?.card).not.toBe("one");
  });

  test("a point on the curve begins in the middle", () => {
    const play = standing("emotion", "pay");
    run("newCard", play.around);
    expect(field(play, play.store.getSnapshot().at?.card ?? "", "score")).toBe(0);
  });
});

describe("moving", () => {
  test("Alt+arrows move a card to the next cell, and up and down past other cards", () => {
    const play = standing("actions", "look", "one");
    run("shiftDown", play.around);
    expect(texts(play, "actions", "look")).toEqual(["Two", "One"]);
    run("shiftRight", play.around);
    expect([texts(play, "actions", "look"), texts(play, "actions", "pay")]).toEqual([["Two"], ["One"]]);
    run("shiftDown", play.around);
    expect(texts(play, "pains", "pay")).toEqual(["One"]);
    expect(play.store.getSnapshot().at).toEqual({ row: "pains", column: "pay", card: "one" });
  });

  test("Space picks up, arrows carry, Space puts down", () => {
    const play = standing("actions", "look", "two");
    run("pickUp", play.around);
    run("right", play.around);
    run("right", play.around);
    expect(play.store.getSnapshot().mode).toBe("carrying");
    run("put", play.around);
    expect([play.store.getSnapshot().mode, texts(play, "actions", "read")]).toEqual(["moving", ["Two"]]);
  });

  test("Esc takes a carried card back to the place between its neighbours", () => {
    const play = standing("actions", "look", "one");
    run("pickUp", play.around);
    run("right", play.around);
    run("leave", play.around);
    expect(texts(play, "actions", "look")).toEqual(["One", "Two"]);
    expect(play.store.getSnapshot()).toMatchObject({ mode: "moving", at: { card: "one", column: "look" } });
  });

  test("Alt+up and down bend the curve by half a point and stop at its ends", () => {
    const play = standing("emotion", "look", "mood");
    for (let press = 0; press < 4; press++) run("shiftUp", play.around);
    expect(field(play, "mood", "score")).toBe(2);
    run("lower", play.around);
    expect(field(play, "mood", "score")).toBe(1.5);
  });

  test("a step moves past its neighbour and over the edge into the next stage", () => {
    const play = standing(STEPS, "look");
    run("shiftRight", play.around);
    expect(play.store.getSnapshot().sheet.columns.map((column) => column.id)).toEqual([
      "pay",
      "look",
      "read",
    ]);
    run("shiftRight", play.around);
    expect(field(play, "look", "stage")).toBe("use");
    expect(play.store.getSnapshot().sheet.columns.map((column) => column.id)).toEqual([
      "pay",
      "look",
      "read",
    ]);
  });

  test("stages and lanes change places", () => {
    const stage = standing(STAGES, "look");
    run("shiftRight", stage.around);
    expect(stage.store.getSnapshot().sheet.spans.map((span) => span.id)).toEqual(["use", "buy"]);
    const lane = standing("pains", NAMES);
    run("shiftUp", lane.around);
    expect(lane.store.getSnapshot().sheet.lanes.map((view) => view.id)).toEqual([
      "actions",
      "pains",
      "emotion",
    ]);
  });

  test("siblings with one order key, as two people make them, still leave room between them", () => {
    const play = played(
      small({
        a: { type: "card", lane: "pains", step: "pay", text: "A", order: "a0" },
        b: { type: "card", lane: "pains", step: "pay", text: "B", order: "a0" },
      }),
    );
    play.store.set({ at: { row: "pains", column: "pay", card: "a" } });
    run("duplicate", play.around);
    expect(texts(play, "pains", "pay")).toEqual(["A", "A", "B"]);
  });
});

describe("deleting", () => {
  test("a card goes at once, with an undo, and the focus goes to its neighbour", () => {
    const play = standing("actions", "look", "one");
    run("remove", play.around);
    expect([texts(play, "actions", "look"), play.log]).toEqual([["Two"], ["The card is deleted"]]);
    expect(play.store.getSnapshot().at).toEqual({ row: "actions", column: "look", card: "two" });
  });

  test("a lane, a step or a stage with cards asks first; an empty one goes at once", () => {
    const lane = standing("actions", NAMES);
    run("remove", lane.around);
    expect(lane.log).toEqual(["ask lane actions 2"]);
    const stage = standing(STAGES, "look");
    run("remove", stage.around);
    expect(stage.log).toEqual(["ask stage buy 3"]);
    const empty = standing("pains", NAMES);
    run("remove", empty.around);
    expect(empty.store.getSnapshot().sheet.lanes.map((view) => view.id)).toEqual(["actions", "emotion"]);
  });

  test("a stage goes with its steps and their cards", () => {
    const play = standing(STAGES, "look");
    removeNow(play.around, "stage", "buy");
    expect([...play.records().keys()]).toEqual(["map", "use", "read", "actions", "emotion", "pains"]);
  });
});

describe("after something is taken away, the focus is on what stands in its place", () => {
  const place = (play: ReturnType<typeof standing>) => {
    const { at } = play.store.getSnapshot();
    return [at?.row, at?.column];
  };

  test("the next lane; below the last one, the lane before", () => {
    const first = standing("actions", NAMES);
    removeNow(first.around, "lane", "actions");
    expect(place(first)).toEqual(["emotion", NAMES]);
    const last = standing("pains", NAMES);
    removeNow(last.around, "lane", "pains");
    expect(place(last)).toEqual(["emotion", NAMES]);
  });

  test("the next step; the empty stage, where it was the last of its stage", () => {
    const first = standing(STEPS, "look");
    removeNow(first.around, "step", "look");
    expect(place(first)).toEqual([STEPS, "pay"]);
    const last = standing(STEPS, "read");
    removeNow(last.around, "step", "read");
    expect(place(last)).toEqual([STEPS, "stage:use"]);
  });

  test("the next stage, and the one before the last", () => {
    const first = standing(STAGES, "look");
    removeNow(first.around, "stage", "buy");
    expect(place(first)).toEqual([STAGES, "read"]);
    const last = standing(STAGES, "read");
    removeNow(last.around, "stage", "use");
    expect(place(last)).toEqual([STAGES, "pay"]);
  });
});

test("Esc closes the panel first and lets go of the card then", () => {
  const play = standing("actions", "look", "one");
  play.store.set({ isPanelOpen: true });
  run("leave", play.around);
  expect(play.store.getSnapshot()).toMatchObject({ isPanelOpen: false, at: { card: "one" } });
  run("leave", play.around);
  expect(play.store.getSnapshot().at).toEqual({ row: "actions", column: "look", card: "" });
});

test("a command without a meaning here says so, and changes nothing", () => {
  const play = standing("actions", "look", "one");
  expect(run("raise", play.around)).toBe(false);
  expect(run("customers", play.around)).toBe(false);
  expect(play.records()).toEqual(small());
});
