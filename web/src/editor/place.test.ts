import { describe, expect, test } from "vitest";
import { enter, firstPlace, type Move, moved, NAMES, type Place, STAGES, STEPS, settled } from "./place";
import { sheetOf } from "./sheet";
import { small } from "./testing";

const sheet = sheetOf(small());

function walk(from: Place, ...moves: Move[]): string {
  const end = moves.reduce((place, move) => moved(sheet, place, move), from);
  return [end.row, end.column, end.card].filter(Boolean).join(" ");
}

const at = (row: string, column: string, card = ""): Place => ({ row, column, card });

describe("walking over the map", () => {
  test("down goes through the cards of a cell, then to the next lane", () => {
    expect(walk(at("actions", "look", "one"), "down")).toBe("actions look two");
    expect(walk(at("actions", "look", "one"), "down", "down")).toBe("emotion look mood");
    expect(walk(at("emotion", "look", "mood"), "up")).toBe("actions look two");
  });

  test("right and left go from cell to cell and from the first step to the lane's name", () => {
    expect(walk(at("actions", "look", "two"), "right")).toBe("actions pay");
    expect(walk(at("actions", "pay"), "left")).toBe("actions look one");
    expect(walk(at("actions", "look", "one"), "left")).toBe(`actions ${NAMES}`);
  });

  test("the stage row has one cell a stage", () => {
    expect(walk(at(STAGES, "look"), "right")).toBe(`${STAGES} read`);
    expect(walk(at(STEPS, "pay"), "up")).toBe(`${STAGES} look`);
  });

  test("Home and End go to the ends of the lane, with Ctrl to the corners of the map", () => {
    expect(walk(at("actions", "pay"), "rowEnd")).toBe("actions read");
    expect(walk(at("actions", "pay"), "rowStart")).toBe(`actions ${NAMES}`);
    expect(walk(at("actions", "pay"), "mapStart")).toBe(`${STAGES} look`);
    expect(walk(at("actions", "pay"), "mapEnd")).toBe("pains read");
  });

  test("at an edge a move stays where it is", () => {
    expect(walk(at(STAGES, "look"), "up", "left")).toBe(`${STAGES} look`);
    expect(walk(at("pains", "read"), "down", "right")).toBe("pains read");
  });
});

test("a place whose card is gone settles in its cell, one whose lane is gone at the start", () => {
  expect(settled(sheet, at("actions", "look", "gone"))).toEqual(enter(sheet, "actions", "look"));
  expect(settled(sheet, at("actions", "gone"))).toEqual(at("actions", NAMES));
  expect(settled(sheet, at("gone", "look"))).toEqual(firstPlace(sheet));
});
