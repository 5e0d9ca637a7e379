import { expect, test } from "vitest";
import { drop, put, set } from "../model";
import { coalesced } from "./coalescing";

const typed = (value: string, base: string) => ({ ...set("c1", "text", value), base });

test("typing that goes on keeps the first base and the last text", () => {
  expect(coalesced([typed("ab", "a")], [typed("abc", "ab")])).toEqual([typed("abc", "a")]);
});

test("a text that was emptied in between is the same as one that is absent", () => {
  const emptied = { ...set("c1", "text", null), base: "a" };
  expect(coalesced([emptied], [typed("b", "")])).toEqual([typed("b", "a")]);
});

test("typing on something else than what was typed stays a change of its own", () => {
  expect(coalesced([typed("ab", "a")], [typed("xyz", "xy")])).toBeUndefined();
});

test("dragging, which writes the same fields again and again, becomes one change", () => {
  const first = [set("c1", "step", "p1"), set("c1", "order", "a1")];
  const second = [set("c1", "step", "p2"), set("c1", "order", "a2")];
  expect(coalesced(first, second)).toEqual(second);
});

test("other fields, other records, puts and drops stay changes of their own", () => {
  const ops = [
    set("c1", "score", 1),
    set("c1", "owner", "x"),
    set("c2", "score", 1),
    drop("c1"),
    put("c1", { type: "card" }),
  ];
  for (const first of ops) {
    for (const second of ops) {
      if (first !== second) expect(coalesced([first], [second])).toBeUndefined();
    }
  }
  expect(
    coalesced([set("c1", "score", 1)], [set("c1", "score", 2), set("c1", "owner", "x")]),
  ).toBeUndefined();
});
