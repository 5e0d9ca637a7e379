import { expect, test } from "vitest";
import type { AnyRecord } from "../generated";
import { calledIn, placeOfRecord, recordAt } from "./finding";
import { sheetOf } from "./sheet";

const RECORDS = new Map<string, AnyRecord>([
  ["map", { type: "map", title: "Parcel" }],
  ["wait", { type: "stage", name: "Wait" }],
  ["track", { type: "step", stage: "wait", name: "Track" }],
  ["pains", { type: "lane", kind: "pain-points" }],
  ["late", { type: "card", lane: "pains", step: "track", text: "No\n time" }],
  ["lost", { type: "card", lane: "pains", step: "gone", text: "In the tray" }],
]);
const SHEET = sheetOf(RECORDS);

test.each([
  ["late", { row: "pains", column: "track", card: "late" }],
  ["pains", { row: "pains", column: "names", card: "" }],
  ["track", { row: "steps", column: "track", card: "" }],
  ["wait", { row: "stages", column: "track", card: "" }],
])("%s is found where it stands, and there it is found again", (id, place) => {
  expect(placeOfRecord(SHEET, id)).toEqual(place);
  expect(recordAt(SHEET, place)).toEqual({ id, step: "" });
});

test("an empty cell is its lane and its step", () => {
  const place = { row: "pains", column: "track", card: "" };
  expect(recordAt(SHEET, place)).toEqual({ id: "pains", step: "track" });
  expect(placeOfRecord(SHEET, "pains", "track")).toEqual(place);
});

test("what has no place on the map is not found there", () => {
  expect([placeOfRecord(SHEET, "lost"), placeOfRecord(SHEET, "map"), placeOfRecord(SHEET, "none")]).toEqual([
    null,
    null,
    null,
  ]);
  expect(recordAt(SHEET, null)).toEqual({ id: "map", step: "" });
});

test("a record is called by its first words", () => {
  expect([calledIn(RECORDS, "late"), calledIn(RECORDS, "pains"), calledIn(RECORDS, "map")]).toEqual([
    "No time",
    "",
    "Parcel",
  ]);
});
