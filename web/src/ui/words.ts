import { msg, plural } from "@lingui/core/macro";
import type { Grade } from "../editor/grade";
import { spoken } from "../editor/spoken";

// What grades and severities are called, and how things are counted.

export const GRADE_WORDS: Readonly<Record<Grade, string>> = spoken({
  assumed: msg`assumed`,
  heard: msg`heard`,
  counted: msg`counted`,
  measured: msg`measured`,
});

export const SEVERITY_WORDS = spoken({ minor: msg`minor`, moderate: msg`moderate`, severe: msg`severe` });

export function cardsInWords(count: number): string {
  return plural(count, { one: "# card", other: "# cards" });
}

export function customersInWords(count: number): string {
  return plural(count, { one: "# customer", other: "# customers" });
}
