import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Card, Evidence } from "../generated";
import { type Grade, type Ground, goneOf, gradeOf } from "./grade";

const EXAM = JSON.parse(readFileSync("../fixtures/grades.json", "utf8")) as {
  ground: Record<"sources" | "datasets" | "touchpoints", string[]>;
  cases: { says: string; evidence: Evidence[]; grade: Grade }[];
};
const { sources, datasets, touchpoints } = EXAM.ground;
const GROUND: Ground = {
  sources: new Set(sources),
  datasets: new Set(datasets),
  touchpoints: new Set(touchpoints),
  dataset: "shop",
};

test.each(EXAM.cases)("a claim has the grade of what it cites: $says", ({ evidence, grade }) => {
  expect(gradeOf({ type: "card", evidence }, GROUND)).toBe(grade);
});

test("a card that asks the data is measured until its dataset or what it asks about is gone", () => {
  const card: Card = { type: "card", question: { kind: "reach", at: ["track"] } };
  expect([gradeOf(card), gradeOf(card, GROUND)]).toEqual(["measured", "measured"]);
  expect(gradeOf(card, { ...GROUND, datasets: new Set() })).toBe("assumed");
  expect(gradeOf(card, { ...GROUND, touchpoints: new Set() })).toBe("assumed");
});

test("while it is not known what is there, nothing is called gone", () => {
  const excerpt: Card = { type: "card", evidence: [{ source: "talk", excerpt: "e1" }] };
  expect([gradeOf(excerpt), gradeOf(excerpt, {})]).toEqual(["heard", "heard"]);
});

test("what is gone is named, the source first", () => {
  const reading: Evidence = { dataset: "shop", question: { kind: "reach", at: ["gone"] } };
  expect(goneOf(reading, GROUND)).toBe("question");
  expect(goneOf({ ...reading, dataset: "gone" }, GROUND)).toBe("dataset");
  expect(goneOf({ ...reading, source: "gone" }, GROUND)).toBe("source");
  expect(goneOf(reading)).toBeNull();
});
