import { expect, test } from "vitest";
import { sheetOf } from "../../../editor/sheet";
import type { AnyRecord, Step } from "../../../generated";
import { innerMap } from "./inner";

const RECORDS = new Map<string, AnyRecord>(
  Object.entries({
    map: { type: "map", title: "Life", dataset: "shop", personas: ["noor"] },
    all: { type: "stage", name: "All" },
    help: { type: "step", stage: "all", name: "Help", touchpoint: "call" },
    meets: { type: "lane", kind: "touchpoints", name: "Where" },
    mails: { type: "card", lane: "meets", step: "help", touchpoint: "mail" },
    again: { type: "card", lane: "meets", step: "help", touchpoint: "call" },
  }),
);

test("a map of the journey inside a step begins with what is met there, beside the same data", () => {
  const made = innerMap(sheetOf(RECORDS), "help", RECORDS.get("help") as Step, {
    call: { type: "touchpoint", name: "Calls us" },
    mail: { type: "touchpoint", name: "Writes" },
  });
  expect(made).toEqual({
    map: { type: "map", title: "Help", dataset: "shop", personas: ["noor"] },
    inside: { type: "stage", name: "Help" },
    "step-1": { type: "step", stage: "inside", name: "Calls us", touchpoint: "call", order: "a0" },
    "step-2": { type: "step", stage: "inside", name: "Writes", touchpoint: "mail", order: "a1" },
    meets: { type: "lane", kind: "touchpoints", name: "Where" },
  });
});

test("a step where nothing is met becomes the first step of its map", () => {
  const bare: Step = { type: "step", stage: "all", name: "Wait" };
  const made = innerMap(sheetOf(RECORDS), "wait", bare, {});
  expect(made["step-1"]).toEqual({ type: "step", stage: "inside", name: "Wait", order: "a0" });
});
