import { expect, test } from "vitest";
import type { AnyRecord } from "../generated";
import { sceneOf } from "./scenes";
import { sheetOf } from "./sheet";

const scene = (step: string, order: string): AnyRecord => ({ type: "card", lane: "board", step, order });
const RECORDS: Record<string, AnyRecord> = {
  map: { type: "map", title: "Pizza" },
  eat: { type: "stage", name: "Eat", order: "a0" },
  ask: { type: "step", stage: "eat", name: "Ask", order: "a0" },
  pay: { type: "step", stage: "eat", name: "Pay", order: "a1" },
  board: { type: "lane", kind: "storyboard", order: "a0" },
  c: scene("pay", "a0"),
  b: scene("ask", "a1"),
  a: scene("ask", "a0"),
};

test("scenes are numbered along the steps, and within a step from above to below", () => {
  const sheet = sheetOf(new Map(Object.entries(RECORDS)));
  expect(["a", "b", "c", "gone"].map((id) => sceneOf(sheet, "board", id))).toEqual([1, 2, 3, 0]);
});
