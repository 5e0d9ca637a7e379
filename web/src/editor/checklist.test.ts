import { expect, test } from "vitest";
import type { AnyRecord } from "../generated";
import { recordsFrom } from "../model";
import { checklist, doneIn, type ItemName } from "./checklist";
import { sheetOf } from "./sheet";
import { SMALL, small } from "./testing";

function items(more: Record<string, AnyRecord> = {}) {
  return Object.fromEntries(checklist(sheetOf(small(more))).map((item) => [item.name, item])) as Record<
    ItemName,
    ReturnType<typeof checklist>[number]
  >;
}

const DONE: Record<string, AnyRecord> = {
  map: {
    type: "map",
    title: "Small",
    scope_begin: "sees an advert",
    scope_end: "reads",
    personas: ["maya"],
    customer_goal: "to read tonight",
    owner: "Sanne",
  },
  touch: { type: "lane", kind: "touchpoints", order: "a3" },
  ideas: { type: "lane", kind: "opportunities", order: "a4" },
  shop: { type: "card", lane: "touch", step: "pay", text: "Shop" },
  book: { type: "card", lane: "touch", step: "read", text: "Book" },
  glad: { type: "card", lane: "emotion", step: "read", score: 2 },
  slow: { type: "card", lane: "pains", step: "pay", text: "Slow", severity: "minor" },
  faster: { type: "card", lane: "ideas", step: "pay", text: "Faster", owner: "Ben" },
};

test("an empty map has nothing done, and says of each thing what is missing", () => {
  const found = checklist(sheetOf(recordsFrom({ map: { type: "map", title: "Empty" } })));
  expect(found.map(({ name }) => name)).toEqual([
    "scope",
    "persona",
    "stages",
    "goals",
    "touchpoints",
    "emotions",
    "pains",
    "opportunities",
    "owners",
  ]);
  expect([doneIn(found), found.every(({ state }) => state.length > 0)]).toEqual([0, true]);
  expect(found.find(({ name }) => name === "emotions")?.state).toBe("No stage yet.");
});

test("a map that has all nine is done", () => {
  const found = checklist(sheetOf(small(DONE)));
  expect(found.filter(({ isDone }) => !isDone)).toEqual([]);
  expect(doneIn(found)).toBe(9);
});

test("a scope with a beginning leads to the end", () => {
  const { scope } = items({ map: { ...SMALL.map, scope_begin: "an advert" } as AnyRecord });
  expect(scope).toEqual({
    name: "scope",
    isDone: false,
    state: "Say with which moment the map ends.",
    goal: { kind: "field", field: "scope_end" },
  });
});

test("what belongs in each stage says how many have it, and leads to the first that has not", () => {
  const { emotions, touchpoints } = items();
  expect([emotions.isDone, emotions.state, emotions.goal]).toEqual([
    false,
    "1 of 2 stages have one; next: Use.",
    { kind: "place", at: { row: "emotion", column: "read", card: "" } },
  ]);
  expect(touchpoints.goal).toEqual({ kind: "lane", lane: "touchpoints", stage: "buy" });
});

test("a pain point without a severity leads to its field", () => {
  const { pains } = items({ slow: { type: "card", lane: "pains", step: "pay", text: "Slow" } });
  expect([pains.isDone, pains.state, pains.goal]).toEqual([
    false,
    "1 pain point has no severity yet.",
    { kind: "place", at: { row: "pains", column: "pay", card: "slow" }, field: "severity" },
  ]);
});

test("a stage without a name, one stage alone, and an opportunity without an owner are not done", () => {
  const bare = items({ use: { type: "stage", order: "a1" } }).stages;
  expect([bare.state, bare.goal]).toEqual([
    "1 stage has no name yet.",
    { kind: "place", at: { row: "stages", column: "read", card: "" } },
  ]);
  const { owners } = items({ ...DONE, faster: { ...DONE.faster, owner: "" } as AnyRecord });
  expect([owners.isDone, owners.goal]).toEqual([
    false,
    { kind: "place", at: { row: "ideas", column: "pay", card: "faster" }, field: "owner" },
  ]);
  const one = checklist(
    sheetOf(recordsFrom({ map: { type: "map", title: "One" }, buy: { type: "stage", name: "Buy" } })),
  );
  expect(one.find(({ name }) => name === "stages")?.isDone).toBe(false);
});

test("a stage that is folded counts with all its steps", () => {
  const folded = items({ ...DONE, use: { ...SMALL.use, collapsed: true } as AnyRecord });
  expect([folded.emotions.isDone, folded.touchpoints.isDone]).toEqual([true, true]);
});
