import { expect, test } from "vitest";
import type { AnyRecord } from "../generated";
import { apply, inOrder, recordsFrom } from "../model";
import {
  apart,
  copyShelved,
  evidenceWith,
  fieldBeside,
  moveNote,
  namedBy,
  RINGS,
  rated,
  replaced,
  ringAt,
  shelve,
  shifted,
  shiftShelved,
  spotsOf,
} from "./shelf";

const NOOR: AnyRecord = { type: "persona", name: "Noor", thinks: ["Where is it?"], order: "a0" };
const LIBRARY = recordsFrom({
  noor: NOOR,
  henk: { type: "persona", name: "Henk", order: "a1" },
  phone: { type: "channel", name: "Phone", order: "a0" },
  call: { type: "touchpoint", name: "Call", channels: ["phone"], order: "a0" },
});

function names(records = LIBRARY): string[] {
  return [...inOrder(records, "persona").values()].map((persona) => persona.name);
}

test("a new persona stands at the end and a copy below its first, under another name", () => {
  expect(names(apply(LIBRARY, shelve(LIBRARY, "persona", { name: "Anna" }).ops))).toEqual([
    "Noor",
    "Henk",
    "Anna",
  ]);
  const once = apply(LIBRARY, copyShelved(LIBRARY, "noor").ops);
  expect(names(apply(once, copyShelved(once, "noor").ops))).toEqual([
    "Noor",
    "Noor (copy) 2",
    "Noor (copy)",
    "Henk",
  ]);
});

test("a record goes one place up or down, and stays at the ends", () => {
  expect(names(apply(LIBRARY, shiftShelved(LIBRARY, "noor", 1)))).toEqual(["Henk", "Noor"]);
  expect(shiftShelved(LIBRARY, "noor", -1)).toEqual([]);
  expect(shiftShelved(LIBRARY, "henk", 1)).toEqual([]);
});

test("the fields of the empathy map lie around the persona", () => {
  expect(fieldBeside("hears", "right")).toBe("says");
  expect(fieldBeside("sees", "down")).toBe("does");
  expect(fieldBeside("thinks", "down")).toBe("hears");
  expect(fieldBeside("thinks", "left")).toBe(null);
});

test("a note leaves one field and enters the other as one edit", () => {
  if (NOOR.type !== "persona") throw new Error("a persona");
  const after = apply(LIBRARY, moveNote("noor", NOOR, "thinks", "Where is it?", "says"));
  expect(after.get("noor")).toMatchObject({ says: ["Where is it?"] });
  expect(moveNote("noor", NOOR, "thinks", "Where is it?", "thinks")).toEqual([]);
});

test("what was typed over a text that is gone meanwhile is kept", () => {
  expect(replaced(["a", "b"], "a", "c")).toEqual(["c", "b"]);
  expect(replaced(["b"], "a", "c")).toEqual(["b", "c"]);
  expect(replaced(["a", "b"], "a", "b")).toEqual(["b"]);
  expect(shifted(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
  expect(shifted(["a", "b"], "a", -1)).toEqual(["a", "b"]);
});

test("each stakeholder stands on its ring", () => {
  const stakeholders = RINGS.flatMap((ring) =>
    [1, 2, 3].map((place) => [`${ring}${place}`, { type: "stakeholder", name: ring, ring }] as const),
  );
  const found = spotsOf(new Map(stakeholders)).map(({ id, x, y }) => id.startsWith(ringAt(x, y)));
  expect(found).toEqual(stakeholders.map(() => true));
  expect(ringAt(0, 0)).toBe("indirect");
});

test("stakeholders of the same rating stand apart, the first where it belongs", () => {
  const same = ["one", "two", "three"].map((id) => ({ id, x: 0.94, y: 0.94 }));
  const found = apart([...same, { id: "far", x: 0.1, y: 0.94 }]);
  expect(found.map(({ id, y }) => [id, Number(y.toFixed(2))])).toEqual([
    ["one", 0.94],
    ["two", 0.81],
    ["three", 0.68],
    ["far", 0.94],
  ]);
});

test("ratings are halves from 1 to 5", () => {
  expect([-0.2, 0, 0.51, 0.55, 1, 2].map(rated)).toEqual([1, 1, 3, 3, 5, 5]);
});

test("records of the library that name a record are counted", () => {
  expect([namedBy(LIBRARY, "phone"), namedBy(LIBRARY, "noor")]).toEqual([1, 0]);
});

test("a note of evidence that is mended keeps its day, a new one has today", () => {
  const evidence = [{ note: "Intervew 3", at: "2026-01-02" }, { value: 0.4 }];
  expect(evidenceWith(evidence, ["Interview 3"], "now")).toEqual([
    { value: 0.4 },
    { note: "Interview 3", at: "2026-01-02" },
  ]);
  expect(evidenceWith([], ["Workshop"], "now")).toEqual([{ note: "Workshop", at: "now" }]);
});
