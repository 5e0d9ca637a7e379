// Times as people type them, "2 h", "3 d", "1 h 30 min", in hours.

const UNITS: Record<string, number> = { s: 1 / 3600, min: 1 / 60, h: 1, d: 24, w: 168 };

// What each unit is called by those who type, in English and Dutch.
const NAMES: Record<string, string> = {
  s: "s|sec|secs|second|seconds|seconde|seconden",
  min: "m|min|mins|minute|minutes|minuut|minuten",
  h: "h|hr|hrs|hour|hours|u|uur|uren",
  d: "d|day|days|dag|dagen",
  w: "w|wk|week|weeks|weken",
};
const UNIT_OF = new Map(
  Object.entries(NAMES).flatMap(([unit, names]) => names.split("|").map((name) => [name, unit] as const)),
);

const PART = /(\d+(?:[.,]\d+)?)\s*(\p{L}*)\.?/gu;

/** The hours that a text says; null for an empty one, undefined when it says no time. A bare number is hours. */
export function hoursFrom(text: string): number | null | undefined {
  const typed = text.trim().toLowerCase();
  if (!typed) return null;
  if (typed.replace(PART, "").replace(/\s|,|\+|&|\ben\b|\band\b/g, "")) return undefined;
  let hours = 0;
  for (const [, amount = "", name = ""] of typed.matchAll(PART)) {
    const size = UNITS[name ? (UNIT_OF.get(name) ?? "") : "h"];
    if (size === undefined) return undefined;
    hours += Number(amount.replace(",", ".")) * size;
  }
  return Math.round(hours * 1e6) / 1e6;
}

/** The largest unit in which a time is a whole number, and that number; hours with decimals else. */
export function exactly(hours: number): { amount: number; unit: "d" | "h" | "min" | "s" } {
  for (const unit of ["d", "h", "min", "s"] as const) {
    const amount = hours / (UNITS[unit] ?? 1);
    if (amount >= 1 && Math.abs(amount - Math.round(amount)) < 1e-3)
      return { amount: Math.round(amount), unit };
  }
  return { amount: Math.round(hours * 1000) / 1000, unit: "h" };
}
