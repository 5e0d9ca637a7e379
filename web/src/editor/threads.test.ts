import { expect, test } from "vitest";
import type { AnyRecord } from "../generated";
import { apply } from "../model";
import { mentionedIn, openCounts, resolving, sameThreads, saying, threadsOf } from "./threads";

const ANNA = { id: "anna", name: "Anna de Vries" };
const BEN = { id: "ben", name: "Ben" };
const NOON = new Date("2026-03-02T12:00:00Z");
const MAP = new Map<string, AnyRecord>([
  ["map", { type: "map", title: "Parcel" }],
  ["late", { type: "card", text: "No time is named" }],
  ["c1", { type: "comment", target: "late", text: "Is this so?", at: "2026-03-01T10:00:00Z" }],
  ["c2", { type: "comment", target: "late", thread: "c1", text: "It is.", at: "2026-03-01T11:00:00Z" }],
  ["c3", { type: "comment", target: "gone", text: "And here?", at: "2026-03-01T09:00:00Z" }],
  ["c4", { type: "comment", target: "map", resolved: true, text: "Done", at: "2026-03-01T12:00:00Z" }],
]);

function outline(records: ReadonlyMap<string, AnyRecord>) {
  return threadsOf(records).map(({ id, state, answers }) => [id, state, answers.map((one) => one.id)]);
}

test("answers stand in their thread, and a thread whose target is gone is an orphan", () => {
  expect(outline(MAP)).toEqual([
    ["c3", "orphan", []],
    ["c1", "open", ["c2"]],
    ["c4", "resolved", []],
  ]);
  expect([...openCounts(threadsOf(MAP))]).toEqual([["late", 1]]);
});

test("an answer whose first comment was deleted begins a thread of its own", () => {
  const records = new Map([...MAP].filter(([id]) => id !== "c1"));
  expect(outline(records)).toContainEqual(["c2", "open", []]);
});

test("a thread is resolved and reopened", () => {
  const [, first] = threadsOf(MAP);
  if (!first) throw new Error("no thread");
  const done = apply(MAP, [resolving(first, true)]);
  expect(outline(done)).toContainEqual(["c1", "resolved", ["c2"]]);
  expect(apply(done, [resolving(first, false)])).toEqual(MAP);
});

test("what is said carries its author, its place and whom it speaks to", () => {
  const said = { text: " Ask @ben and @Anna de Vries. ", target: "late" };
  expect(saying(said, ANNA, [ANNA, BEN, { id: "x", name: "" }], NOON)).toMatchObject({
    op: "put",
    record: {
      type: "comment",
      target: "late",
      text: "Ask @ben and @Anna de Vries.",
      author: "anna",
      author_name: "Anna de Vries",
      at: "2026-03-02T12:00:00.000Z",
      mentions: ["anna", "ben"],
    },
  });
  expect(mentionedIn("Nobody", [BEN])).toEqual([]);
});

test("typing in a card leaves the threads as they are; deleting it does not", () => {
  const typed = apply(MAP, [{ op: "set", id: "late", field: "text", value: "No" }]);
  const gone = apply(MAP, [{ op: "drop", id: "late" }]);
  expect(sameThreads(threadsOf(MAP), threadsOf(typed))).toBe(true);
  expect(sameThreads(threadsOf(MAP), threadsOf(gone))).toBe(false);
});
