import { msg, t } from "@lingui/core/macro";
import { spoken } from "../../../editor/spoken";
import type { Counted, Deviation, StepAlignment } from "../../../generated";

// What an alignment says, in the reader's language.

export type What = Exclude<NonNullable<Counted["what"]>, "" | "all" | "fits" | "deviates" | "no-step">;

/** What is said of a step, in the order in which it is shown. */
export const WHATS = ["followed", "missing", "stopped", "ad-hoc", "out-of-order", "again", "failed"] as const;

export const WORDS: Readonly<Record<What, string>> = spoken({
  followed: msg`followed`,
  missing: msg`missing`,
  stopped: msg`stopped`,
  "ad-hoc": msg`ad hoc`,
  "out-of-order": msg`out of order`,
  again: msg`again`,
  failed: msg`failed`,
});

export const MEANINGS: Readonly<Record<What, string>> = spoken({
  followed: msg`Customers who did the step in its place.`,
  missing: msg`Customers who went on without the step, though the map requires it there.`,
  stopped: msg`Customers who went no further than this step so far, though the map requires more.`,
  "ad-hoc": msg`Customers who did something after the step, before the next one, that the map does not draw.`,
  "out-of-order": msg`Customers who did the step at another place than drawn.`,
  again: msg`Customers who did the step more often than drawn.`,
  failed: msg`Customers who met a broken promise or a failure at the step.`,
});

export function countOf(step: StepAlignment, what: What): number {
  if (what === "ad-hoc") return step.ad_hoc;
  if (what === "out-of-order") return step.out_of_order;
  return step[what];
}

/** One deviation of a story. */
export function deviationInWords({ what, step, step_name, name = "" }: Deviation): string {
  if (what === "ad-hoc" && !step) return t`“${name}” before the first step`;
  if (what === "ad-hoc") return t`“${name}” after “${step_name}”`;
  if (what === "stopped") return step ? t`stopped after “${step_name}”` : t`no step done`;
  if (what === "missing") return t`“${step_name}” missing`;
  if (what === "out-of-order") return t`“${step_name}” out of order`;
  return what === "again" ? t`“${step_name}” once more` : t`“${step_name}” failed`;
}
