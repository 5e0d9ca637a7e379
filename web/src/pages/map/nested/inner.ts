import { t } from "@lingui/core/macro";
import { everyLane, type Sheet } from "../../../editor/sheet";
import type { NewMap, Step } from "../../../generated";
import { place } from "../../../model";
import type { Library } from "../context";

type MapRecord = NonNullable<NewMap["records"]>[string];
type Entry = readonly [id: string, record: MapRecord];

/** The records of a new map of the journey inside a step: the same lanes, one stage, a step for each touchpoint met. */
export function innerMap(
  sheet: Sheet,
  id: string,
  step: Step,
  touchpoints: Library["touchpoints"],
): Record<string, MapRecord> {
  const name = step.name || t`Untitled map`;
  const { kind, personas, dataset, language, team } = sheet.header;
  const shared = Object.entries({ kind, personas, dataset, language, team });
  const head = Object.fromEntries(shared.filter(([, value]) => value !== undefined));
  const met = touchpointsAt(sheet, id, step).map((touchpoint) => ({
    name: touchpoints[touchpoint]?.name ?? "",
    touchpoint,
  }));
  const steps = met.length > 0 ? met : [{ name }];
  const { keys } = place([], 0, steps.length);
  return Object.fromEntries<MapRecord>([
    ["map", { ...head, type: "map", title: name }],
    ["inside", { type: "stage", name }],
    ...steps.map((one, at): Entry => {
      return [`step-${at + 1}`, { ...one, type: "step", stage: "inside", order: keys[at] ?? "a0" }];
    }),
    ...everyLane(sheet).map((view): Entry => [view.id, view.lane]),
  ]);
}

function touchpointsAt(sheet: Sheet, id: string, step: Step): string[] {
  const cards = sheet.lanes.flatMap(({ lane, cells }) =>
    lane.kind === "touchpoints" ? (cells.get(id) ?? []) : [],
  );
  const named = [step.touchpoint, ...cards.map(({ card }) => card.touchpoint)];
  return [...new Set(named.filter((one): one is string => !!one))];
}
