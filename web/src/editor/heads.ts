import type { Op } from "../generated";
import type { Around } from "./around";
import type { Place } from "./place";
import type { Sheet } from "./sheet";
import type { Origin } from "./store";
import { laneTo, stageTo, stepTo } from "./structure";
import type { Thing } from "./things";

// Lanes, stages and steps picked up by their heads: the arrows carry them, Esc puts them back where they stood.

type Head = Exclude<Thing, { kind: "card" | "cell" }>;

export function isHeadThing(thing: Thing): thing is Head {
  return thing.kind !== "card" && thing.kind !== "cell";
}

/** Pick up a lane, a step or a stage. */
export function pickUpHead({ store }: Around, thing: Head, at: Place): boolean {
  if (thing.kind === "step" && !thing.column.step) return false;
  const from: Origin = { ...at, ...standsAt(store.getSnapshot().sheet, thing), score: null };
  store.set({ mode: "carrying", from });
  return true;
}

/** Its stage, and its rank among those that it stands among. */
function standsAt(sheet: Sheet, thing: Head): { stage: string; rank: number } {
  if (thing.kind === "lane")
    return { stage: "", rank: sheet.lanes.findIndex(({ id }) => id === thing.lane.id) };
  const { stage, id } = thing.column;
  if (thing.kind === "stage") return { stage, rank: sheet.spans.findIndex((span) => span.id === stage) };
  const siblings = sheet.steps.filter((column) => column.stage === stage);
  return { stage, rank: siblings.findIndex((column) => column.id === id) };
}

/** Back to where it was picked up. */
export function headBack(sheet: Sheet, thing: Head, { stage = "", rank }: Origin): Op[] {
  if (thing.kind === "lane") return laneTo(sheet, thing.lane.id, rank);
  if (thing.kind === "stage") return stageTo(sheet, thing.column.stage, rank);
  return stepTo(sheet, thing.column.id, stage, rank);
}
