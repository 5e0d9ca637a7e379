import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { LaneKind, NewMap } from "../generated";
import { KINDS } from "./kinds";

/** The five stages that fit most journeys, with the lanes that most maps begin with. */
const STAGES = [msg`Become aware`, msg`Consider`, msg`Buy`, msg`Use`, msg`Stay or leave`];
const LANES: LaneKind[] = [
  "actions",
  "touchpoints",
  "emotion",
  "thoughts",
  "pain-points",
  "measures",
  "opportunities",
];

/** A new map, in the language of the moment: its header, and the five general stages with a step each unless it should be empty. */
export function starter(title: string, isEmpty: boolean): NonNullable<NewMap["records"]> {
  const records: NonNullable<NewMap["records"]> = { map: { type: "map", title, language: i18n.locale } };
  const stages = isEmpty ? [] : STAGES;
  for (const [at, name] of stages.entries()) {
    records[`stage-${at + 1}`] = { type: "stage", name: i18n._(name), order: `a${at}` };
    records[`step-${at + 1}`] = { type: "step", stage: `stage-${at + 1}`, order: "a0" };
  }
  const lanes = isEmpty ? [] : LANES;
  for (const [at, kind] of lanes.entries()) {
    records[`lane-${kind}`] = { type: "lane", kind, name: KINDS[kind].name, order: `a${at}` };
  }
  return records;
}
