import { ticks } from "./scales";

// A number from period to period as a line: where its points, its band and its axis stand.

export interface Told {
  label: string;
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface Chart {
  points: readonly { label: string; x: number; y: number }[];
  /** Lines between points that follow one another without a gap. */
  lines: readonly string[];
  bands: readonly string[];
  marks: readonly { value: number; y: number }[];
}

export const CHART = { width: 760, height: 300 };

/**
 * Points over a width, the largest bound or value on top. Amounts are seen from zero, below it only where a value is;
 * what is on a scale, such as a score, from the whole number below the smallest to that above the largest value, since
 * an interval may pass the end of the scale.
 */
export function chart(rows: readonly Told[], isOnScale = false, { width, height } = CHART): Chart {
  const known = rows.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null));
  const lowest = Math.min(...known);
  const least = isOnScale && known.length > 0 ? Math.floor(lowest) : Math.min(0, lowest);
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const most = isOnScale ? Math.max(Math.ceil(Math.max(...values)), least + 1) : Math.max(0, ...known);
  const axis = ticks(most - least).map((tick) => tick + least);
  const top = axis.at(-1) ?? 1;
  const yOf = (value: number) => height - ((Math.min(value, top) - least) / (top - least || 1)) * height;
  const xOf = (at: number) => (rows.length > 1 ? (at / (rows.length - 1)) * width : width / 2);
  const points = rows.flatMap(({ label, value }, at) =>
    value === null ? [] : [{ label, x: xOf(at), y: yOf(value), at }],
  );
  const runs = runsOf(points);
  const bands = runs.map((run) => {
    const edge = (bound: "low" | "high") =>
      run.map(({ x, y, at }) => {
        const value = rows[at]?.[bound];
        return spot(x, value == null ? y : yOf(value));
      });
    return `M${[...edge("high"), ...edge("low").reverse()].join("L")}Z`;
  });
  return {
    points: points.map(({ label, x, y }) => ({ label, x, y })),
    lines: runs.map((run) => `M${run.map(({ x, y }) => spot(x, y)).join("L")}`),
    bands,
    marks: axis.map((value) => ({ value, y: yOf(value) })),
  };
}

/** Points parted where a period has no value. */
function runsOf<T extends { at: number }>(points: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.at === point.at - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

function spot(x: number, y: number): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
