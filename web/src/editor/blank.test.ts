import { expect, test } from "vitest";
import { isBlank } from "./blank";

test("a card that only stands somewhere says nothing", () => {
  expect(isBlank({ type: "card", lane: "does", step: "pay", order: "a1", text: "", tags: [] })).toBe(true);
});

test.each([
  { text: "Pays" },
  { score: 0 },
  { severity: "severe" as const },
  { teams: ["shop"] },
  { figures: [{ label: "2025", value: 3 }] },
  { image: "cat" },
  { met: 3 },
])("a card says something with %o", (fields) => {
  expect(isBlank({ type: "card", lane: "does", step: "pay", ...fields })).toBe(false);
});
