import { msg, t } from "@lingui/core/macro";
import { spoken } from "../editor/spoken";
import { region } from "./language";
import type { Told } from "./measure";

// Pictures and files write numbers alike (src/footfall/render/formats.py): both sit the exam in fixtures/numbers.json.

const MINUS = "−";

const formats = new Map<string, Intl.NumberFormat>(); // making one takes longer than using it a hundred times

function withDigits(digits: number): Intl.NumberFormat {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const key = `${region()} ${digits}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(region(), options);
  formats.set(key, format);
  return format;
}

/** A number with a true minus sign and separators by locale. */
export function plain(value: number, digits = 0): string {
  const text = withDigits(digits).format(Math.abs(value));
  const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
  return value < 0 && !isZero ? `${MINUS}${text}` : text;
}

/** A number with its sign always said. */
export function signed(value: number, digits = 1): string {
  return value > 0 && Number(value.toFixed(digits)) !== 0 ? `+${plain(value, digits)}` : plain(value, digits);
}

/** Hours in the unit that people would say. */
export function hours(value: number): string {
  const [unit, say] = unitFor(value);
  const amount = value / unit;
  const isWhole = unit < 1 || Math.abs(amount) >= 100 || plain(amount, 1).endsWith("0");
  return say(plain(amount, isWhole ? 0 : 1));
}

const WHOLE = ["customers", "events", "answers"];

/** A value in the unit of its measure. */
export function inUnit(value: number, unit: string): string {
  if (unit === "share") return `${plain(value * 100, value === 1 || value === 0 ? 0 : 1)}%`;
  if (unit === "hours") return hours(value);
  if (unit === "points") return signed(value, 0);
  return plain(value, WHOLE.includes(unit) ? 0 : 1);
}

/** A difference between two values of one unit, with its sign; shares differ by percentage points. */
export function difference(value: number, unit: string): string {
  if (unit === "share") return signed(value * 100);
  if (unit === "hours") return `${value > 0 ? "+" : value < 0 ? MINUS : ""}${hours(Math.abs(value))}`;
  return signed(value, unit === "customers" || unit === "points" ? 0 : 1);
}

/** The interval of a measure, without its unit where the value says it; times in the unit of the value. */
export function interval(low: number, high: number, unit: string, value?: number | null): string {
  if (unit === "share") return between(low * 100, high * 100, 1);
  if (unit === "hours") return hoursBetween(low, high, unitFor(value ?? high));
  if (unit === "points" || WHOLE.includes(unit)) return between(low, high, 0);
  return between(low, high, plain(low, 1) === plain(high, 1) ? 2 : 1); // on a narrow scale both ends may be near
}

/** A range; with a minus in it, a word keeps the dash from being read as one more. */
export function between(low: number, high: number, digits: number): string {
  const [from, until] = [plain(low, digits), plain(high, digits)];
  return `${from}${until}`.includes(MINUS) ? t`${from} to ${until}` : `${from}–${until}`;
}

type Unit = [hours: number, say: (amount: string) => string];
const HOURS: Unit = [1, (amount) => t`${amount} h`];
const DAYS: Unit = [24, (amount) => t`${amount} days`];
const MINUTES: Unit = [1 / 60, (amount) => t`${amount} min`];
const SECONDS: Unit = [1 / 3600, (amount) => t`${amount} s`];

/** The unit that people would choose for a time of some hours. */
function unitFor(value: number): Unit {
  const size = Math.abs(value);
  if (size >= 48) return DAYS;
  if (size >= 1) return HOURS;
  return size >= 2 / 60 ? MINUTES : SECONDS;
}

/** Both ends in one unit, with a decimal where whole ones would hardly tell them apart. */
function hoursBetween(low: number, high: number, [unit, say]: Unit): string {
  const [first, last] = [low / unit, high / unit];
  const digits = last >= 100 || (last >= 10 && last - first >= 2) ? 0 : 1;
  return say(between(first, last, digits));
}

const UNIT_WORDS: Readonly<Record<string, string>> = spoken({
  share: msg`share`,
  hours: msg`hours`,
  score: msg`score`,
  points: msg`points`,
  customers: msg`customers`,
});

/** What the unit of a measure is called. */
export function unitInWords(unit: string): string {
  return UNIT_WORDS[unit] ?? unit;
}

/** What a measure says in one line, for names and tooltips. */
export function inWords(measure: Told): string {
  if (measure.value === null || measure.value === undefined) return t`nothing to count`;
  if (measure.too_few) return t`too few to say, n ${plain(measure.n)}`;
  const value = inUnit(measure.value, measure.unit);
  const { low, high } = measure;
  const between = low != null && high != null ? `, ${interval(low, high, measure.unit, measure.value)}` : "";
  return `${value}${between}, n ${plain(measure.n)}`;
}

export function clock(at: number | string | Date): string {
  return new Date(at).toLocaleTimeString(region(), { hour: "2-digit", minute: "2-digit" });
}

/** A day as people say it: with the year only when it is another one. */
export function day(at: number | string | Date, now = new Date()): string {
  const date = new Date(at);
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString(region(), { day: "numeric", month: "long", year });
}

/** A day in a few letters: "20 Aug". */
export function shortDay(at: number | string | Date): string {
  return new Date(at).toLocaleDateString(region(), { day: "numeric", month: "short" });
}

const NOON = 12 * 3_600_000; // after a day began, wherever that was, its date is the same in UTC

/** The moment at which something happened, or its day where no more is known. */
export function dated(at: string, isWholeDay: boolean | undefined, timeZone?: string): string {
  const date = { day: "numeric", month: "short", year: "numeric" } as const;
  if (isWholeDay)
    return new Date(new Date(at).getTime() + NOON).toLocaleDateString(region(), { ...date, timeZone: "UTC" });
  return new Date(at).toLocaleString(region(), { ...date, hour: "2-digit", minute: "2-digit", timeZone });
}

/** Which of a customer's sessions it is, where there are several. */
export function inSession(session = 1): string {
  return session > 1 ? t`session ${session}` : "";
}

/** When something happened, seen from now: "14:02", "yesterday", "20 August". */
export function when(at: number | string | Date, now = new Date()): string {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(new Date(at))) / 86_400_000);
  if (days <= 0) return clock(at);
  return days === 1 ? t`yesterday` : day(at, now);
}
