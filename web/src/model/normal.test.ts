import { expect, test } from "vitest";
import { normalOps } from "./normal";
import { put, type Records, set } from "./records";

const RECORDS: Records = new Map([
  ["c1", { type: "card", text: "Old", tags: ["a"], score: 1 }],
  ["s1", { type: "stage" }],
]);

test("a text and a set carry the value on which they were edited, other fields do not", () => {
  const ops = [set("c1", "text", "New"), set("c1", "tags", ["a", "b"]), set("c1", "score", 2)];
  expect(normalOps(RECORDS, ops)).toEqual([
    { op: "set", id: "c1", field: "text", value: "New", base: "Old" },
    { op: "set", id: "c1", field: "tags", value: ["a", "b"], base: ["a"] },
    { op: "set", id: "c1", field: "score", value: 2 },
  ]);
});

test("the base of an absent text is its default", () => {
  expect(normalOps(RECORDS, [set("s1", "name", "Find")])).toMatchObject([{ base: "" }]);
});

test("a base that was given stays", () => {
  const op = { ...set("c1", "text", "New"), base: "Older" };
  expect(normalOps(RECORDS, [op])).toEqual([op]);
});

test("each op stands on the ops before it", () => {
  const ops = [set("c1", "text", "One"), set("c1", "text", "Two")];
  expect(normalOps(RECORDS, ops)).toMatchObject([{ base: "Old" }, { base: "One" }]);
});

test("a default is written as absence", () => {
  const record = { type: "card", text: "", span: 1, order: "a0", lane: "l1", tags: [], due: null } as const;
  expect(normalOps(RECORDS, [set("c1", "text", ""), put("c2", { ...record, tags: [] })])).toEqual([
    { op: "set", id: "c1", field: "text", value: null, base: "Old" },
    { op: "put", id: "c2", record: { type: "card", lane: "l1" } },
  ]);
});

test("an op on an absent record, or on a field that the type does not have, stays as it is", () => {
  const ops = [set("gone", "text", "x"), set("c1", "constructor", "x")];
  expect(normalOps(RECORDS, ops)).toEqual(ops);
});
