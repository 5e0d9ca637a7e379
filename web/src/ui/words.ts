import { msg, plural, t } from "@lingui/core/macro";
import { exactly } from "../editor/duration";
import type { Grade } from "../editor/grade";
import { spoken } from "../editor/spoken";
import type { Difference } from "../generated";
import { plain } from "./format";

// What grades and severities are called, and how things are counted.

export const GRADE_WORDS: Readonly<Record<Grade, string>> = spoken({
  assumed: msg`assumed`,
  heard: msg`heard`,
  counted: msg`counted`,
  measured: msg`measured`,
});

/** Why something cited proves nothing. */
export const GONE_WORDS = spoken({
  source: msg`Its source is gone: it proves nothing`,
  dataset: msg`Its dataset is gone: it proves nothing until the dataset is imported again`,
  question: msg`It asks about a touchpoint that is gone: it proves nothing`,
});

export const SEVERITY_WORDS = spoken({ minor: msg`minor`, moderate: msg`moderate`, severe: msg`severe` });

export function cardsInWords(count: number): string {
  return plural(count, { one: "# card", other: "# cards" });
}

/** A claim whose newest evidence is so many days old. */
export function staleInWords(days: number): string {
  return plural(days, { one: "stale: # day", other: "stale: # days" });
}

export function customersInWords(count: number): string {
  return plural(count, { one: "# customer", other: "# customers" });
}

/** A time as it would be typed. */
export function durationInWords(hours: number): string {
  const { amount, unit } = exactly(hours);
  const number = plain(amount, Number.isInteger(amount) ? 0 : 2);
  if (unit === "d") return t`${number} d`;
  if (unit === "min") return t`${number} min`;
  return unit === "s" ? t`${number} s` : t`${number} h`;
}

/** How a record differs. */
export function differenceWord(what: Difference["what"]): string {
  if (what === "added") return t`added`;
  if (what === "removed") return t`removed`;
  return what === "moved" ? t`moved` : t`changed`;
}
