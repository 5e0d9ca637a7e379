import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { libraryDocument, mapDocument } from "./document";
import { recordsFrom } from "./records";

interface Cell {
  readonly lane: string;
  readonly step: string;
}

const FILE = join(import.meta.dirname, "../../../fixtures/documents/map.json");
const expected = JSON.parse(readFileSync(FILE, "utf8"));
const ids = (found: ReadonlyMap<string, unknown>) => [...found.keys()];

test("a map is read in order, and what lost its place lies in the tray", () => {
  const document = mapDocument(recordsFrom(expected.records));
  const stages = Object.keys(expected.steps_of);
  expect({
    records: expected.records,
    title: document.header.title,
    stages: ids(document.stages),
    steps: ids(document.steps),
    lanes: ids(document.lanes),
    links: ids(document.links),
    steps_of: Object.fromEntries(stages.map((stage) => [stage, ids(document.stepsOf(stage))])),
    cells: expected.cells.map((cell: Cell) => ({
      ...cell,
      cards: ids(document.cardsIn(cell.lane, cell.step)),
    })),
    tray: ids(document.tray),
  }).toEqual(expected);
});

test("a document that lost its header has a bare one", () => {
  expect(mapDocument(new Map()).header).toEqual({ type: "map", title: "Untitled map" });
});

test("the lookups of the same records are the same object", () => {
  const records = recordsFrom(expected.records);
  expect(mapDocument(records)).toBe(mapDocument(records));
});

test("the library is read in order", () => {
  const library = libraryDocument(
    recordsFrom({
      web: { type: "channel", name: "Web", order: "a1" },
      app: { type: "channel", name: "App", order: "a1" },
      shop: { type: "channel", name: "Shop" },
      tess: { type: "persona", name: "Tess" },
      pay: { type: "touchpoint", name: "Payment" },
    }),
  );
  expect([library.channels, library.personas, library.touchpoints].map(ids)).toEqual([
    ["shop", "app", "web"],
    ["tess"],
    ["pay"],
  ]);
});
