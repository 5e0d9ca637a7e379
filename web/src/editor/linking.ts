import { t } from "@lingui/core/macro";
import type { Around } from "./around";
import { setField } from "./ops";
import type { Column } from "./sheet";
import type { Thing } from "./things";

// Commands about a step: its links, and whether it can be skipped or repeated.

/** The step of a place: its head, or the one in whose column a card or a cell is. */
export function stepOf({ store }: Pick<Around, "store">, thing: Thing | null): Column | null {
  if (!thing || thing.kind === "lane" || thing.kind === "stage") return null;
  const id = thing.kind === "card" ? thing.found.card.step : thing.column.id;
  return store.getSnapshot().sheet.steps.find((column) => column.step && column.id === id) ?? null;
}

/** Ask to which step a link should lead. */
export function askForLink(around: Around, thing: Thing): boolean {
  if (!stepOf(around, thing)) return false;
  around.store.set({ dialog: "link" });
  return true;
}

/** Mark a step as one that customers may skip or do again, or take the mark off. */
export function mark(around: Around, thing: Thing, field: "optional" | "repeatable"): boolean {
  const column = stepOf(around, thing);
  if (!column?.step) return false;
  around.edit([setField(column.id, field, !column.step[field])]);
  around.tell(MARKED[field](!column.step[field], column.step.name || t`This step`));
  return true;
}

const MARKED = {
  optional: (isOn: boolean, name: string) => (isOn ? t`${name} is optional` : t`${name} is not optional`),
  repeatable: (isOn: boolean, name: string) =>
    isOn ? t`${name} may be repeated` : t`${name} is not repeated`,
};
