// What the colours of a picture mean: five classes of time or of score, from the tokens.

const MINUTE = 1 / 60;
const DAY = 24;

/** Times in hours at which people would part fast from slow. */
const MARKS = [
  1 / 3600,
  1 / 360,
  MINUTE / 2,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  0.5,
  1,
  4,
  12,
  DAY,
  2 * DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  180 * DAY,
  365 * DAY,
];
const CLASSES = 5;

/** Up to four times that part the given ones into classes of about equal size; fewer where they are all alike. */
export function timeBreaks(hours: readonly number[]): number[] {
  const sorted = [...hours].sort((one, other) => one - other);
  const found = new Set<number>();
  for (let part = 1; part < CLASSES; part += 1) {
    const at = sorted[Math.floor((part / CLASSES) * sorted.length)];
    const mark = at === undefined ? undefined : nearest(at);
    if (mark !== undefined && sorted.some((one) => one < mark) && sorted.some((one) => one >= mark))
      found.add(mark);
  }
  return [...found].sort((one, other) => one - other);
}

function nearest(hours: number): number | undefined {
  const away = (mark: number) => Math.abs(Math.log(mark) - Math.log(Math.max(hours, 1e-6)));
  return [...MARKS].sort((one, other) => away(one) - away(other))[0];
}

/** The class of a value, from 0 for the lowest. */
export function classOf(value: number, breaks: readonly number[]): number {
  return breaks.filter((mark) => value >= mark).length;
}

/** The token of a class among so many: slow is the far end from the paper. */
export function timeColour(place: number, breaks: readonly number[]): string {
  const step = breaks.length === 0 ? 2 : Math.round((place / breaks.length) * (CLASSES - 1));
  return `var(--flow-${step})`;
}

const MOODS = ["m2", "m1", "0", "p1", "p2"];

/** The token of a mean score on its scale. */
export function scoreColour(value: number, [worst, best]: readonly [number, number]): string {
  const share = best === worst ? 0.5 : (value - worst) / (best - worst);
  const at = Math.min(Math.max(Math.floor(share * MOODS.length), 0), MOODS.length - 1);
  return `var(--mood-${MOODS[at]})`;
}

/** The tokens of scores from the worst to the best. */
export const MOOD_COLOURS: readonly string[] = MOODS.map((mood) => `var(--mood-${mood})`);

/** Round marks for an axis from zero to at least the largest value. */
export function ticks(largest: number, about = 4): number[] {
  if (!(largest > 0)) return [0, 1];
  const raw = largest / about;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * size).find((one) => one >= raw) ?? size * 10;
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}
