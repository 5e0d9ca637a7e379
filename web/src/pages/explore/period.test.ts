import { expect, test } from "vitest";
import { periodInWords, periodMark } from "./period";

test("periods are told as people say them", () => {
  expect(["2026-03-02", "2026-03", "2026-Q1", "2025-W01", "2026-W53"].map(periodInWords)).toEqual([
    "2 Mar 2026",
    "Mar 2026",
    "Q1 2026",
    "wk 1, 30 Dec 2024",
    "wk 53, 28 Dec 2026",
  ]);
  expect([periodMark("2025-W01"), periodMark("2026"), periodInWords("spring")]).toEqual([
    "30 Dec 2024",
    null,
    null,
  ]);
});
