import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { Op } from "../generated";
import { apply } from "./changes";
import { normalOps } from "./normal";
import { drop, put, type Records, set } from "./records";
import { UndoStack } from "./undo";

const START: Records = new Map([
  ["c1", { type: "card", text: "One", score: 1, tags: ["a"] }],
  ["c2", { type: "card", text: "Two" }],
]);

let view: Records;
let steps: UndoStack;
let clock: number;

beforeEach(() => {
  view = START;
  steps = new UndoStack();
  clock = 0;
});

function edit(...ops: Op[]): void {
  const before = view;
  const normal = normalOps(before, ops);
  view = apply(before, normal);
  steps.push(before, view, normal, clock);
}

function somebodyElse(...ops: Op[]): void {
  view = apply(view, ops);
}

function undo(): Op[] {
  const ops = steps.undo(view);
  view = apply(view, ops);
  return ops;
}

function redo(): void {
  view = apply(view, steps.redo(view));
}

test("undo goes back step by step, redo forth again", () => {
  edit(set("c1", "text", "Uno"));
  edit(drop("c2"), put("c3", { type: "card" }));
  const full = view;
  undo();
  undo();
  expect(view).toEqual(START);
  redo();
  redo();
  expect(view).toEqual(full);
});

test("typing in one field is one step, until a pause", () => {
  for (const text of ["One t", "One tw", "One two"]) {
    clock += 400;
    edit(set("c1", "text", text));
  }
  clock += 5000;
  edit(set("c1", "text", "One two three"));
  undo();
  expect(view.get("c1")).toMatchObject({ text: "One two" });
  undo();
  expect(view).toEqual(START);
});

test("a new edit gives up what could be redone", () => {
  edit(set("c1", "score", 2));
  undo();
  edit(set("c2", "score", 2));
  expect([steps.canUndo, steps.canRedo]).toEqual([true, false]);
});

test("U1: a value that somebody wrote over since stays, and the step before it is undone instead", () => {
  edit(set("c2", "text", "Dos"));
  edit(set("c1", "score", 2));
  somebodyElse(set("c1", "score", -1));
  undo();
  expect([view.get("c1"), view.get("c2")]).toEqual([{ ...START.get("c1"), score: -1 }, START.get("c2")]);
});

test("U1: of a step with several ops, those that still apply are undone", () => {
  edit(set("c1", "score", 2), set("c2", "score", 2));
  somebodyElse(set("c1", "score", 0));
  expect(undo()).toEqual([{ op: "set", id: "c2", field: "score", value: null }]);
});

test("U2: the undo of a text or a set says on what it stands, so that the server keeps what others added", () => {
  edit(set("c1", "text", "One more"));
  somebodyElse(set("c1", "text", "One more thing"));
  expect(undo()).toEqual([{ op: "set", id: "c1", field: "text", value: "One", base: "One more" }]);
  edit(set("c1", "tags", ["a", "b"]));
  somebodyElse(set("c1", "tags", ["a", "b", "c"]));
  expect(undo()).toEqual([{ op: "set", id: "c1", field: "tags", value: ["a"], base: ["a", "b"] }]);
});

test("U3: a card that one made stays when somebody put something into it", () => {
  edit(put("c3", { type: "card" }));
  somebodyElse(set("c3", "text", "Their words"));
  expect(undo()).toEqual([]);
  expect(view.get("c3")).toEqual({ type: "card", text: "Their words" });
});

test("U4: a card that one deleted and that is there again stays as it is", () => {
  edit(drop("c1"));
  somebodyElse(put("c1", { type: "card", text: "Back" }));
  expect(undo()).toEqual([]);
});

test("a card that somebody else deleted is not brought back by undoing a field of it", () => {
  edit(set("c1", "text", "Uno"));
  somebodyElse(drop("c1"));
  expect(undo()).toEqual([]);
});

test("a card whose question the server wrote out in full is still as one made it", () => {
  edit(put("c3", { type: "card", question: { kind: "reach", place: { event: "buy" } } as never }));
  somebodyElse(
    put("c3", { type: "card", question: { kind: "reach", place: { event: "buy", channel: "" } } as never }),
  );
  expect(undo()).toEqual([{ op: "drop", id: "c3" }]);
});

test("a moment that the server wrote out in full is as it was left, another one is not", () => {
  const cited = (at: string) => set("c1", "evidence", [{ note: "A call", at }]);
  edit(cited("2026-11-28T10:11:17.854Z"));
  somebodyElse(cited("2026-11-28T10:11:17.854000Z"));
  expect(undo()).toEqual([set("c1", "evidence", null)]);
  edit(cited("2026-11-28T10:11:17.854Z"));
  somebodyElse(cited("2026-11-28T10:11:18.854000Z"));
  expect(undo()).toEqual([]);
});

test("the stack is bounded", () => {
  for (let n = 0; n < 500; n += 1) {
    clock += 10_000;
    edit(set("c1", "text", `Text ${n}`));
  }
  let count = 0;
  while (undo().length > 0) count += 1;
  expect(count).toBe(200);
});

const id = fc.constantFrom("c1", "c2", "c3");
const someOp: fc.Arbitrary<Op> = fc.oneof(
  fc.tuple(id, fc.string()).map(([card, text]) => put(card, { type: "card", text })),
  id.map(drop),
  fc
    .tuple(id, fc.constantFrom("text", "owner"), fc.string())
    .map(([card, field, value]) => set(card, field, value)),
);

test("alone, undoing everything gives the start and redoing everything the end", () => {
  fc.assert(
    fc.property(fc.array(fc.array(someOp, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (edits) => {
      view = START;
      steps = new UndoStack();
      for (const ops of edits) {
        clock += 10_000;
        edit(...ops);
      }
      const end = view;
      while (undo().length > 0);
      expect(view).toEqual(START);
      while (steps.canRedo) redo();
      expect(view).toEqual(end);
    }),
  );
});
