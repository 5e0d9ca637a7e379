import { expect, test } from "vitest";
import type { AnyRecord, Difference, History, Version } from "../generated";
import { apply } from "../model";
import { contentOf, marksOf, restoring, timeline } from "./timeline";

const ANNA = { id: "anna", name: "Anna" };

function sitting(first: number, last: number, begin: string, end: string) {
  return { actor: ANNA, first, last, begin, end, changes: last - first + 1 };
}

const PAGE: History = {
  seq: 9,
  sittings: [
    sitting(7, 9, "2026-03-03T10:00:00Z", "2026-03-03T10:20:00Z"),
    sitting(1, 6, "2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z"),
  ],
  versions: {},
};
const version = (seq: number): Version => ({
  type: "version",
  name: `At ${seq}`,
  seq,
  at: "2026-03-05T12:00:00Z",
});

function lines(pages: History[], versions: Map<string, Version>): string[][] {
  return timeline(pages, versions).map((day) => day.moments.map(({ kind, seq }) => `${kind} ${seq}`));
}

test("sittings stand by day, the latest first, and a version above what it names", () => {
  const versions = new Map([
    ["v1", version(6)],
    ["v2", version(8)],
  ]);
  expect(lines([PAGE], versions)).toEqual([
    ["sitting 9", "version 8"],
    ["version 6", "sitting 6"],
  ]);
});

test("a version of a page that is not shown yet waits", () => {
  const later = { ...PAGE, sittings: PAGE.sittings.slice(0, 1) };
  expect(lines([later], new Map([["v1", version(6)]]))).toEqual([["sitting 9"]]);
});

const THEN = new Map<string, AnyRecord>([
  ["map", { type: "map", title: "Parcel" }],
  ["wait", { type: "stage", name: "Wait" }],
]);
const NOW = new Map<string, AnyRecord>([
  ["map", { type: "map", title: "Parcels" }],
  ["after", { type: "stage", name: "After" }],
  ["c1", { type: "comment", target: "map", text: "Why?" }],
  ["v1", version(6)],
]);

test("restoring makes the map as it was and keeps what stands beside it", () => {
  const restored = apply(NOW, restoring(NOW, THEN));
  expect(contentOf(restored)).toEqual(THEN);
  expect([...restored.keys()].sort()).toEqual(["c1", "map", "v1", "wait"]);
});

test("what is gone is marked in the past, what is new in the present, what changed in both", () => {
  const one = (id: string, what: Difference["what"]): Difference => ({
    id,
    what,
    type: "card",
    name: id,
    sentence: "",
  });
  const differences = [one("a", "added"), one("b", "removed"), one("c", "changed")];
  const look = {
    of: "past" as const,
    seq: 1,
    title: "",
    records: THEN,
    differences,
  };
  expect([...marksOf({ ...look, side: "then" }).keys()]).toEqual(["b", "c"]);
  expect([...marksOf({ ...look, side: "now" }).keys()]).toEqual(["a", "c"]);
});
