import { expect, test } from "vitest";
import { mentionBegun, mentioning, peopleFor, spokenParts } from "./mentions";

const PEOPLE = [
  { id: "anna", name: "Anna Visser" },
  { id: "ben", name: "Ben Bakker" },
];

test("an @ at the start of a word begins a name; one in an address does not", () => {
  expect(mentionBegun("See @An", 7)).toEqual({ from: 4, word: "An" });
  expect(mentionBegun("@", 1)).toEqual({ from: 0, word: "" });
  expect(mentionBegun("@Anna Vi", 8)).toEqual({ from: 0, word: "Anna Vi" });
  expect([mentionBegun("to a@b", 6), mentionBegun("@Anna ", 6), mentionBegun("none", 4)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("people are found by each part of their name, whatever the case", () => {
  const found = (word: string) => peopleFor(word, PEOPLE).map(({ id }) => id);
  expect([found(""), found("b"), found("viss"), found("x"), found("Ben Bakker")]).toEqual([
    ["anna", "ben"],
    ["ben"],
    ["anna"],
    [],
    [],
  ]);
});

test("the chosen name stands in full, and one types on after it", () => {
  expect(mentioning("See @An today", { from: 4, word: "An" }, "Anna Visser")).toEqual({
    text: "See @Anna Visser today",
    caret: 17,
  });
});

test("the names in a remark stand out, the longest first", () => {
  expect(spokenParts("Hi @Anna Visser and @Anna, a@b", ["Anna", "Anna Visser"])).toEqual([
    { text: "Hi ", isName: false },
    { text: "@Anna Visser", isName: true },
    { text: " and ", isName: false },
    { text: "@Anna", isName: true },
    { text: ", a@b", isName: false },
  ]);
});
