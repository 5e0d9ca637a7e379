import type { Asked } from "../../generated";

// What the first values of a column speak for, where a person gives it another part and the server was not asked.

const TIME =
  /^\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{10}(\d{3}){0,3}$)([ T]\d{1,2}:\d\d.*)?/;
const NUMBER = /^\s*[-−]?\d+([.,]\d+)?\s*$/;
const MOST = 0.8; // of the values that are filled

export function wordsOf(column: string): string[] {
  return column
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function shareOf(samples: readonly string[], pattern: RegExp): number {
  const filled = samples.filter((value) => value.trim());
  return filled.length === 0 ? 0 : filled.filter((value) => pattern.test(value)).length / filled.length;
}

export function looksLikeTime(samples: readonly string[]): boolean {
  return shareOf(samples, TIME) >= MOST;
}

export function looksLikeNumber(samples: readonly string[]): boolean {
  return shareOf(samples, NUMBER) >= MOST;
}

/** The usual scale of an instrument. */
export const SCALES: Readonly<Record<string, readonly [low: number, high: number]>> = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
  rating: [1, 5],
};

const USUAL = [5, 7, 10, 100];

/** A question as its column's name and first values speak for; without numbers it is a written answer. */
export function questionFor(column: string, samples: readonly string[]): Asked {
  const words = wordsOf(column).join(" ");
  if (!looksLikeNumber(samples)) return { column };
  if (/\bnps\b|net ?pro|recommend|aanbevel/.test(words))
    return { column, instrument: "nps", scale_min: 0, scale_max: 10 };
  if (/\bces\b|effort|easy|ease|moeite/.test(words)) return scored(column, "ces", samples, 7);
  if (/csat|satisf|tevreden/.test(words)) return scored(column, "csat", samples, 5);
  return scored(column, "rating", samples, 5);
}

function scored(
  column: string,
  instrument: "ces" | "csat" | "rating",
  samples: readonly string[],
  usual: number,
): Asked {
  const values = samples
    .filter((value) => NUMBER.test(value))
    .map((value) => Number(value.replace(",", ".")));
  const most = Math.max(usual, ...values);
  const top = most === 6 ? 5 : (USUAL.find((size) => size >= most) ?? most); // a six on five: "never used", most often
  const low = values.includes(0) && top >= 10 ? 0 : 1;
  const beyond = most === 6 ? { not_applicable: ["6"] } : {};
  const blank = values.includes(0) && low === 1 ? { blank: ["0"] } : {};
  return { column, instrument, scale_min: low, scale_max: top, ...beyond, ...blank };
}
