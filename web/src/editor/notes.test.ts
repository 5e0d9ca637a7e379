import { expect, test } from "vitest";
import { apply, recordsFrom } from "../model";
import { cardOfNote, filledFields, notesOnMap, putNote } from "./notes";
import { sheetOf } from "./sheet";

const MAP = recordsFrom({
  map: { type: "map", title: "Parcel", personas: ["noor"] },
  wait: { type: "stage", name: "Wait" },
  track: { type: "step", stage: "wait", name: "Track" },
  thinks: { type: "lane", kind: "thoughts", order: "a0" },
  feels: { type: "lane", kind: "emotion", order: "a1" },
});
const NOTE = { persona: "noor", name: "Noor", field: "Thinks", text: "Where is it?" };
const EVIDENCE = [{ note: "Empathy map of Noor: Thinks", at: "now" }];

test("a note on a lane says whose it is and where it comes from", () => {
  expect(cardOfNote(NOTE, "pain-points", "now")).toEqual({
    persona: "noor",
    text: "Where is it?",
    evidence: EVIDENCE,
  });
  expect(cardOfNote(NOTE, "thoughts", "now")).toMatchObject({ text: "Where is it?", source: "Noor" });
});

test("on a lane of emotion a note is the word of a feeling that is neither good nor bad yet", () => {
  expect(cardOfNote(NOTE, "emotion", "now")).toEqual({
    persona: "noor",
    score: 0,
    feeling: "Where is it?",
    evidence: EVIDENCE,
  });
});

test("a note stands in a cell as one edit, and is then known to be on the map", () => {
  const sheet = sheetOf(MAP);
  expect(notesOnMap(sheet, "noor")).toEqual(new Set());
  const made = putNote(sheet, NOTE, { row: "thinks", column: "track" }, "now");
  const after = sheetOf(apply(MAP, made?.ops ?? []));
  expect(notesOnMap(after, "noor")).toEqual(new Set(["Where is it?"]));
  expect(notesOnMap(after, "henk")).toEqual(new Set());
});

test("no note stands where no card can", () => {
  const sheet = sheetOf(MAP);
  expect(putNote(sheet, NOTE, { row: "steps", column: "track" }, "now")).toBe(null);
  expect(putNote(sheet, NOTE, { row: "thinks", column: "names" }, "now")).toBe(null);
});

test("only fields with notes are listed", () => {
  expect(filledFields({ type: "persona", name: "Noor", thinks: [], says: ["Hello"] })).toEqual(["says"]);
});
