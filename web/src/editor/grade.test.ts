import { expect, test } from "vitest";
import type { Card } from "../generated";
import { gradeOf, gradeOfEvidence } from "./grade";

test("proof is graded by what is cited: an interval, an n, a note, nothing", () => {
  expect(gradeOfEvidence({ low: 1, high: 2, n: 9 })).toBe("measured");
  expect(gradeOfEvidence({ n: 0 })).toBe("counted");
  expect(gradeOfEvidence({ note: "Interview 7" })).toBe("heard");
  expect(gradeOfEvidence({})).toBe("assumed");
});

test("a card has the grade of the strongest thing it cites; one that asks the data is measured", () => {
  expect(gradeOf({ type: "card", evidence: [{ note: "said" }, { n: 3 }] })).toBe("counted");
  expect(gradeOf({ type: "card" })).toBe("assumed");
  expect(gradeOf({ type: "card", question: { kind: "reach", at: ["a"] } })).toBe("measured");
});

test("an excerpt is heard until its source is taken away", () => {
  const card: Card = { type: "card", evidence: [{ source: "talk", excerpt: "e1" }] };
  expect([gradeOf(card), gradeOf(card, new Set(["talk"]))]).toEqual(["heard", "heard"]);
  expect(gradeOf(card, new Set())).toBe("assumed");
});
