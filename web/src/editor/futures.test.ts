import { expect, test } from "vitest";
import type { Difference } from "../generated";
import { differenceAfter, goneCards, inTheJourney, placeOfDifference, placesOf } from "./futures";
import { sheetOf } from "./sheet";
import { small } from "./testing";

const THEN = small({ lost: { type: "card", lane: "pains", step: "pay", text: "Slow" } });
const SHEET = sheetOf(small());

function difference(what: Difference["what"], id: string, type = "card", fields: string[] = []): Difference {
  const told = fields.map((field) => ({ field, before: null, after: null }));
  return { what, id, type, name: id, sentence: "", fields: told, stage: "", lane: "", group: "" };
}

const FOUND = [
  difference("removed", "lost"),
  difference("changed", "two"),
  difference("added", "read", "step"),
];

test("the title and the kind tell the two maps apart and are no difference; the scenario is one", () => {
  const own = difference("changed", "map", "map", ["title", "kind", "base_map", "dataset"]);
  const more = difference("changed", "map", "map", ["title", "scenario"]);
  expect(inTheJourney([own, ...FOUND])).toEqual(FOUND);
  expect(inTheJourney([more])).toEqual([difference("changed", "map", "map", ["scenario"])]);
});

test("a card that is gone is found in the cell in which it stood", () => {
  const lost = { id: "lost", card: { type: "card", lane: "pains", step: "pay", text: "Slow" } };
  expect([...goneCards(FOUND, THEN)]).toEqual([["pains|pay", [lost]]]);
  expect(placeOfDifference(SHEET, difference("removed", "lost"), THEN)).toEqual({
    row: "pains",
    column: "pay",
    card: "",
  });
});

test("one goes from difference to difference in reading order, and round the end", () => {
  const places = placesOf(SHEET, FOUND, THEN);
  expect(places.map(({ row, column, card }) => `${row} ${column} ${card}`.trim())).toEqual([
    "steps read",
    "actions look two",
    "pains pay",
  ]);
  const walked = (at: (typeof places)[number] | null, by: 1 | -1) =>
    places.indexOf(differenceAfter(SHEET, at, places, by) ?? places[0] ?? never());
  expect([walked(null, 1), walked(places[0] ?? null, 1), walked(places[2] ?? null, 1)]).toEqual([0, 1, 0]);
  expect([walked(null, -1), walked(places[0] ?? null, -1)]).toEqual([2, 2]);
  expect(walked({ row: "emotion", column: "look", card: "" }, 1)).toBe(2);
  expect(differenceAfter(SHEET, null, [], 1)).toBeNull();
});

function never(): never {
  throw new Error("there is a place");
}
