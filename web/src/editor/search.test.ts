import { describe, expect, test } from "vitest";
import type { AnyRecord } from "../generated";
import { run } from "./commands";
import { type Filter, type Known, keptBy, placesOf, toggledIn, valuesOf } from "./search";
import { sheetOf } from "./sheet";
import { played, small } from "./testing";

const MORE: Record<string, AnyRecord> = {
  cafe: { type: "card", lane: "actions", step: "pay", text: "Café near Noor", tags: ["food"], order: "a0" },
  told: {
    type: "card",
    lane: "pains",
    step: "look",
    text: "Too slow",
    owner: "Ada",
    tags: ["food", "app"],
    channels: ["web"],
    evidence: [{ note: "six interviews" }],
    order: "a0",
  },
};

const sheet = sheetOf(small(MORE));
const known: Known = {
  ground: {},
  wordsOf: (card) => card.text ?? "",
  channelsOf: (card) => card.channels ?? [],
  personas: { noor: { name: "Noor" }, henk: { name: "Henk" } },
};

function found(words: string): string[] {
  return placesOf(sheet, words, known).map(({ row, column, card }) => `${row} ${column} ${card}`.trim());
}

function kept(filter: Filter): string[] | null {
  const ids = keptBy(sheet, filter, known);
  return ids && [...ids];
}

describe("search", () => {
  test("finds words in stages, steps, lanes and cards, without case and accents", () => {
    expect(found("CAFE")).toEqual(["actions pay cafe"]);
    expect(found("pay")).toEqual(["steps pay"]);
    expect(found("buy")).toEqual(["stages look"]);
    expect(found("action")).toEqual(["actions names"]);
    expect(found("o")).toEqual([
      "steps look",
      "actions names",
      "actions look one",
      "actions look two",
      "actions pay cafe",
      "emotion names",
      "pains names",
      "pains look told",
    ]);
  });

  test("all words must be there, also in tags, owners and notes; nothing finds nothing", () => {
    expect(found("slow ada interviews")).toEqual(["pains look told"]);
    expect([found("slow henk"), found("  ")]).toEqual([[], []]);
  });
});

describe("filters", () => {
  test("a filter keeps the cards with one of the values in each facet", () => {
    expect(kept({})).toBe(null);
    expect(kept({ tag: ["food"] })).toEqual(["cafe", "told"]);
    expect(kept({ tag: ["food"], evidence: ["heard"] })).toEqual(["told"]);
    expect(kept({ owner: ["Ada"], channel: ["web"] })).toEqual(["told"]);
    expect(kept({ persona: ["noor", "henk"] })).toEqual(["cafe"]);
    expect(kept({ owner: ["nobody"] })).toEqual([]);
  });

  test("each facet offers the values that cards have, with their counts", () => {
    expect(valuesOf(sheet, "tag", known)).toEqual([
      ["food", 2],
      ["app", 1],
    ]);
    expect(valuesOf(sheet, "evidence", known)).toEqual([
      ["assumed", 4],
      ["heard", 1],
    ]);
    expect(valuesOf(sheet, "persona", known)).toEqual([["noor", 1]]);
  });

  test("a value goes in and out, and an empty facet leaves nothing behind", () => {
    const one = toggledIn({}, "tag", "food");
    expect(toggledIn(one, "tag", "app")).toEqual({ tag: ["food", "app"] });
    expect(toggledIn(one, "tag", "food")).toEqual({});
  });

  test("Ctrl+F opens the bar, and Show all cards ends a filter", () => {
    const play = played(small(MORE));
    run("find", play.around);
    play.store.set({ filter: { tag: ["food"] } });
    run("showAll", play.around);
    expect(play.store.getSnapshot()).toMatchObject({ isFinding: true, filter: {} });
  });
});
