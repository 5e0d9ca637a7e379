import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Evidence, Release, Source } from "../generated";
import { type Stale, staleOf } from "./ageing";

interface Case {
  says: string;
  evidence: Evidence[];
  touchpoints?: string[];
  releases?: Release[];
  interval?: number;
  released?: string;
  stale: Stale | null;
}

const EXAM = JSON.parse(readFileSync("../fixtures/ageing.json", "utf8")) as {
  today: string;
  sources: Record<string, Source>;
  cases: Case[];
};
const SOURCES = new Map(Object.entries(EXAM.sources));

test.each(EXAM.cases)("a claim goes stale by date or by a release: $says", (asked) => {
  const { evidence, touchpoints = [], releases = [], interval, released, stale } = asked;
  const ground = { sources: SOURCES };
  const clock = { today: EXAM.today, sources: SOURCES, ground, releases, interval, released };
  expect(staleOf(evidence, touchpoints, clock)).toEqual(stale);
});

test("while the library is not known nothing is called stale", () => {
  const clock = { today: EXAM.today, sources: undefined, ground: {}, releases: [], interval: 1 };
  expect(staleOf([{ note: "old", at: "2020-01-01T00:00:00Z" }], [], clock)).toBeNull();
});
