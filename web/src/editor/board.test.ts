import { expect, test } from "vitest";
import type { AnyRecord } from "../generated";
import { apply, inOrder, type Records } from "../model";
import { besideOnBoard, board, toColumn } from "./board";

const one = (name: string, order: string, status?: "open" | "planned" | "shipped"): AnyRecord => ({
  type: "opportunity",
  name,
  order,
  ...(status ? { status } : {}),
});
const RECORDS: Records = new Map([
  ["a", one("A", "a1")],
  ["b", one("B", "a2", "open")],
  ["c", one("C", "a3", "planned")],
  ["d", one("D", "a4", "shipped")],
]);
const columns = (records: Records) =>
  board(inOrder(records, "opportunity")).map(({ column, entries }) => [column, ...entries.map(([id]) => id)]);

test("what has no status is open, and every status has its column", () => {
  expect(columns(RECORDS)).toEqual([
    ["open", "a", "b"],
    ["planned", "c"],
    ["doing"],
    ["shipped", "d"],
    ["dropped"],
  ]);
});

test("an opportunity moves to another status and to a place within it", () => {
  const moved = apply(RECORDS, toColumn(RECORDS, "a", "planned", "c"));
  expect(columns(moved)[1]).toEqual(["planned", "a", "c"]);
  const last = apply(moved, toColumn(moved, "a", "planned"));
  expect(columns(last)[1]).toEqual(["planned", "c", "a"]);
  expect(toColumn(RECORDS, "gone", "planned")).toEqual([]);
});

test("arrows pass empty columns, and moving does not", () => {
  const all = board(inOrder(RECORDS, "opportunity"));
  expect(besideOnBoard(all, "c", "next")).toEqual({ target: { column: "doing", before: "" }, focus: "d" });
  expect(besideOnBoard(all, "b", "next")).toEqual({ target: { column: "planned", before: "" }, focus: "c" });
  expect(besideOnBoard(all, "b", "up")).toEqual({ target: { column: "open", before: "a" }, focus: "a" });
  expect(besideOnBoard(all, "a", "down")).toEqual({ target: { column: "open", before: "" }, focus: "b" });
  expect(besideOnBoard(all, "a", "previous")).toEqual({ target: null, focus: "" });
});
