import type { Told } from "./measure";

const MINUS = "−";

/** A number with a true minus sign and separators by locale. */
export function plain(value: number, digits = 0): string {
  const text = Math.abs(value).toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
  return value < 0 && !isZero ? `${MINUS}${text}` : text;
}

/** A number with its sign always said. */
export function signed(value: number, digits = 1): string {
  return value > 0 && Number(value.toFixed(digits)) !== 0 ? `+${plain(value, digits)}` : plain(value, digits);
}

/** Hours in the unit that people would say. */
export function hours(value: number): string {
  const size = Math.abs(value);
  if (size < 1 / 60) return `${plain(value * 3600)} s`;
  if (size < 1) return `${plain(value * 60)} min`;
  if (size < 48) return `${plain(value, size < 10 ? 1 : 0)} h`;
  return `${plain(value / 24, size < 240 ? 1 : 0)} days`;
}

/** A value in the unit of its measure. */
export function inUnit(value: number, unit: string): string {
  if (unit === "share") return `${plain(value * 100, value === 1 || value === 0 ? 0 : 1)}%`;
  if (unit === "hours") return hours(value);
  return plain(value, unit === "customers" ? 0 : 1);
}

/** The interval of a measure, without its unit where the value says it. */
export function interval(low: number, high: number, unit: string): string {
  if (unit === "share") return between(low * 100, high * 100, 1);
  if (unit === "hours") return hoursBetween(low, high);
  return between(low, high, unit === "customers" ? 0 : 1);
}

function between(low: number, high: number, digits: number): string {
  return `${plain(low, digits)}${low < 0 || high < 0 ? " to " : "–"}${plain(high, digits)}`;
}

const UNITS: [hours: number, name: string][] = [
  [24, "days"],
  [1, "h"],
  [1 / 60, "min"],
  [1 / 3600, "s"],
];

/** Both ends in one unit, with as many digits as tell them apart. */
function hoursBetween(low: number, high: number): string {
  const size = Math.abs(high);
  const from = size >= 48 ? 0 : size >= 1 ? 1 : size >= 1 / 60 ? 2 : 3;
  const [unit, name] = UNITS[from] ?? [1, "h"];
  const digits = (high - low) / unit >= 2 && size / unit >= 10 ? 0 : 1;
  return `${between(low / unit, high / unit, digits)} ${name}`;
}

/** What a measure says in one line, for names and tooltips. */
export function inWords(measure: Told): string {
  if (measure.value === null || measure.value === undefined) return "nothing to count";
  if (measure.too_few) return `too few to say, n ${plain(measure.n)}`;
  const value = inUnit(measure.value, measure.unit);
  const { low, high } = measure;
  const between = low != null && high != null ? `, ${interval(low, high, measure.unit)}` : "";
  return `${value}${between}, n ${plain(measure.n)}`;
}

export function clock(at: number | string | Date): string {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** A day as people say it: with the year only when it is another one. */
export function day(at: number | string | Date, now = new Date()): string {
  const date = new Date(at);
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year });
}

/** When something happened, seen from now: "14:02", "yesterday", "20 August". */
export function when(at: number | string | Date, now = new Date()): string {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(new Date(at))) / 86_400_000);
  if (days <= 0) return clock(at);
  return days === 1 ? "yesterday" : day(at, now);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${plain(count)} ${count === 1 ? one : many}`;
}
