import { describe, expect, test } from "vitest";
import { run } from "./commands";
import { meantCards, rangeTo, toggled } from "./selection";
import { cardsAt } from "./sheet";
import { type Played, played, small } from "./testing";

const MORE = {
  three: { type: "card", lane: "actions", step: "pay", text: "Three", order: "a0" },
  pain: { type: "card", lane: "pains", step: "look", text: "Pain", order: "a0" },
} as const;

function standing(row: string, column: string, card = ""): Played {
  const play = played(small(MORE));
  play.store.set({ at: { row, column, card } });
  return play;
}

function selected({ store }: Played): string[] {
  return [...store.getSnapshot().selected];
}

function texts({ store }: Played, row: string, column: string): (string | undefined)[] {
  return cardsAt(store.getSnapshot().sheet, row, column).map(({ card }) => card.text);
}

describe("selecting", () => {
  test("Shift+down takes the next card of the cell, then whole cells of the lanes below", () => {
    const play = standing("actions", "look", "one");
    run("extendDown", play.around);
    expect(selected(play)).toEqual(["one", "two"]);
    run("extendDown", play.around);
    expect(selected(play)).toEqual(["one", "two", "mood"]);
    run("extendDown", play.around);
    expect(selected(play)).toEqual(["one", "two", "mood", "pain"]);
    run("extendUp", play.around);
    expect(selected(play)).toEqual(["one", "two", "mood"]);
  });

  test("Shift+right takes the cells to the right, and goes no further than the map", () => {
    const play = standing("actions", "look", "two");
    for (let press = 0; press < 5; press++) run("extendRight", play.around);
    expect([selected(play), play.store.getSnapshot().at?.column]).toEqual([["one", "two", "three"], "read"]);
  });

  test("Ctrl+A selects the lane, and once more the map", () => {
    const play = standing("actions", "look", "one");
    run("selectAll", play.around);
    expect(selected(play)).toEqual(["one", "two", "three"]);
    run("selectAll", play.around);
    expect(selected(play)).toEqual(["one", "two", "three", "mood", "pain"]);
  });

  test("Ctrl+click adds to the card in focus and takes out again; Shift+click takes all between", () => {
    const { store } = standing("actions", "look", "one");
    const pain = { row: "pains", column: "look", card: "pain" };
    const both = toggled(store.getSnapshot(), pain);
    expect([...both.selected]).toEqual(["one", "pain"]);
    expect([...toggled(both, pain).selected]).toEqual(["one"]);
    const range = rangeTo(store.getSnapshot().sheet, store.getSnapshot(), pain);
    expect([...range.selected]).toEqual(["one", "two", "mood", "pain"]);
  });

  test("an arrow and Esc let go of the selection, and so does a card that vanishes", () => {
    const play = standing("actions", "look", "one");
    run("selectAll", play.around);
    run("right", play.around);
    expect(selected(play)).toEqual([]);
    run("selectAll", play.around);
    play.around.edit([{ op: "drop", id: "two" }]);
    expect(selected(play)).toEqual(["one", "three"]);
    run("leave", play.around);
    expect([selected(play), play.store.getSnapshot().at?.card]).toEqual([[], "three"]);
  });

  test("without a selection the card in focus is meant", () => {
    const { store } = standing("actions", "look", "two");
    const state = store.getSnapshot();
    expect(meantCards(state.sheet, state).map(({ id }) => id)).toEqual(["two"]);
  });
});

describe("acting on several", () => {
  test("Del takes all of them away with one undo", () => {
    const play = standing("actions", "look", "one");
    run("selectAll", play.around);
    run("remove", play.around);
    expect([texts(play, "actions", "look"), texts(play, "actions", "pay"), play.log]).toEqual([
      [],
      [],
      ["3 cards are deleted"],
    ]);
  });

  test("Ctrl+D copies each group below itself and selects the copies", () => {
    const play = standing("actions", "look", "one");
    run("selectAll", play.around);
    run("duplicate", play.around);
    expect([texts(play, "actions", "look"), texts(play, "actions", "pay")]).toEqual([
      ["One", "Two", "One", "Two"],
      ["Three", "Three"],
    ]);
    expect(selected(play)).toHaveLength(3);
    expect(selected(play)).not.toContain("one");
  });

  test("Alt+arrows move them together and keep their order; at the edge nothing moves", () => {
    const play = standing("actions", "look", "one");
    run("selectAll", play.around);
    run("shiftRight", play.around);
    expect([texts(play, "actions", "pay"), texts(play, "actions", "read")]).toEqual([
      ["One", "Two"],
      ["Three"],
    ]);
    const before = play.records();
    run("shiftRight", play.around);
    expect(play.records()).toEqual(before);
    run("shiftDown", play.around);
    expect(texts(play, "pains", "pay")).toEqual(["One", "Two"]);
  });

  test("Esc takes carried cards back to where each of them stood", () => {
    const play = standing("actions", "look", "one");
    run("selectAll", play.around);
    run("pickUp", play.around);
    run("right", play.around);
    run("down", play.around);
    run("leave", play.around);
    expect([play.records(), play.store.getSnapshot().mode]).toEqual([small(MORE), "moving"]);
  });
});
