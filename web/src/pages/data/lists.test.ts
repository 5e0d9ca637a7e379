import { expect, test } from "vitest";
import { listed, listOf } from "./lists";

test("what is listed is read back", () => {
  const values = ["Survey Preview", "no, never", "17"];
  expect(listOf(listed(values))).toEqual(values);
});

test("blanks, nothing and repetitions are no values", () => {
  expect(listOf(" test ;; preview;test; ")).toEqual(["test", "preview"]);
  expect(listOf("")).toEqual([]);
});
