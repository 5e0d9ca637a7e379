import { describe, expect, test } from "vitest";
import { run } from "./commands";
import { NAMES, STAGES, STEPS } from "./place";
import { cardsAt, type Sheet } from "./sheet";
import { laneTo, stageTo, stepTo } from "./structure";
import { type Played, played } from "./testing";

function standing(row: string, column: string): Played {
  const play = played();
  play.store.set({ at: { row, column, card: "" } });
  return play;
}

function columns({ store }: Played): string[] {
  return store.getSnapshot().sheet.columns.map(({ id }) => id);
}

function texts(sheet: Sheet, row: string, column: string): (string | undefined)[] {
  return cardsAt(sheet, row, column).map(({ card }) => card.text);
}

describe("folding", () => {
  test("a folded stage is one narrow column; its cards stay where they are, not in the tray", () => {
    const play = standing(STAGES, "look");
    run("fold", play.around);
    const { sheet, at } = play.store.getSnapshot();
    expect([columns(play), sheet.tray, at?.column]).toEqual([["stage:buy", "read"], [], "stage:buy"]);
    expect(sheet.columns[0]).toEqual({
      id: "stage:buy",
      stage: "buy",
      step: null,
      isFirst: true,
      isLast: true,
      folded: 2,
    });
    run("fold", play.around);
    expect(columns(play)).toEqual(["look", "pay", "read"]);
  });

  test("Enter in the column of a folded stage opens it", () => {
    const play = standing(STAGES, "look");
    run("fold", play.around);
    play.store.set({ at: { row: "pains", column: "stage:buy", card: "" } });
    run("edit", play.around);
    expect([columns(play), play.store.getSnapshot().mode]).toEqual([["look", "pay", "read"], "moving"]);
  });

  test("a folded stage goes with its steps and their cards", () => {
    const play = standing(STAGES, "look");
    run("fold", play.around);
    run("remove", play.around);
    expect(play.log).toEqual(["ask stage buy 3"]);
  });

  test("one walks over a folded lane, except from name to name", () => {
    const play = standing("emotion", NAMES);
    run("fold", play.around);
    run("up", play.around);
    expect(play.store.getSnapshot().at?.row).toBe("actions");
    play.store.set({ at: { row: "actions", column: "pay", card: "" } });
    run("down", play.around);
    expect(play.store.getSnapshot().at).toEqual({ row: "pains", column: "pay", card: "" });
  });
});

describe("hiding", () => {
  test("a hidden lane is not shown and its cards are in no tray; it comes back where it was", () => {
    const play = standing("emotion", NAMES);
    run("hideLane", play.around);
    const { sheet } = play.store.getSnapshot();
    expect([sheet.lanes.map(({ id }) => id), sheet.hidden.map(({ id }) => id), sheet.tray]).toEqual([
      ["actions", "pains"],
      ["emotion"],
      [],
    ]);
    run("showLanes", play.around);
    expect(play.store.getSnapshot().sheet.lanes.map(({ id }) => id)).toEqual(["actions", "emotion", "pains"]);
  });

  test("a step that goes takes its cards out of hidden lanes too", () => {
    const play = standing("emotion", NAMES);
    run("hideLane", play.around);
    play.store.set({ at: { row: STEPS, column: "look", card: "" } });
    run("remove", play.around);
    expect(play.log.at(-1)).toBe("ask step look 3");
  });
});

describe("copies", () => {
  test("Ctrl+D on a lane, a step and a stage copies what stands in them", () => {
    const lane = standing("actions", NAMES);
    run("duplicate", lane.around);
    const made = lane.store.getSnapshot();
    expect(made.sheet.lanes.map(({ lane: { kind } }) => kind)).toEqual([
      "actions",
      "actions",
      "emotion",
      "pain-points",
    ]);
    expect(texts(made.sheet, made.at?.row ?? "", "look")).toEqual(["One", "Two"]);

    const step = standing(STEPS, "look");
    run("duplicate", step.around);
    const after = step.store.getSnapshot();
    expect(columns(step)).toEqual(["look", after.at?.column, "pay", "read"]);
    expect(texts(after.sheet, "actions", after.at?.column ?? "")).toEqual(["One", "Two"]);

    const stage = standing(STAGES, "look");
    run("duplicate", stage.around);
    const now = stage.store.getSnapshot();
    expect(now.sheet.spans.map(({ stage: { name }, count }) => [name, count])).toEqual([
      ["Buy", 2],
      ["Buy", 2],
      ["Use", 1],
    ]);
    expect(texts(now.sheet, "actions", now.at?.column ?? "")).toEqual(["One", "Two"]);
  });
});

test("lanes, stages and steps go to any place among the others", () => {
  const play = played();
  const sheet = () => play.store.getSnapshot().sheet;
  play.around.edit(laneTo(sheet(), "pains", 0));
  expect(sheet().lanes.map(({ id }) => id)).toEqual(["pains", "actions", "emotion"]);
  play.around.edit(stageTo(sheet(), "buy", 1));
  expect(sheet().spans.map(({ id }) => id)).toEqual(["use", "buy"]);
  play.around.edit(stepTo(sheet(), "look", "use", 1));
  expect(columns(play)).toEqual(["read", "look", "pay"]);
  expect([laneTo(sheet(), "pains", 0), stageTo(sheet(), "gone", 0)]).toEqual([[], []]);
});
