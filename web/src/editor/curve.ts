// Curves that never overshoot: cubic Hermite with the tangents of Fritsch and Carlson,
// "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17 (1980).

export interface Point {
  x: number;
  y: number;
}

function slopes(points: readonly Point[]): number[] {
  const secants = points.slice(1).map((point, place) => {
    const from = points[place] ?? point;
    return (point.y - from.y) / (point.x - from.x || 1);
  });
  return points.map((_, place) => {
    const before = secants[place - 1];
    const after = secants[place];
    if (before === undefined) return after ?? 0;
    if (after === undefined) return before;
    if (before * after <= 0) return 0;
    return (2 * before * after) / (before + after); // harmonic mean: stays inside the monotone region
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function segments(points: readonly Point[]): string {
  const tangents = slopes(points);
  return points
    .slice(1)
    .map((to, place) => {
      const from = points[place] ?? to;
      const third = (to.x - from.x) / 3;
      const leave = from.y + third * (tangents[place] ?? 0);
      const arrive = to.y - third * (tangents[place + 1] ?? 0);
      return `C${round(from.x + third)},${round(leave)} ${round(to.x - third)},${round(arrive)} ${round(to.x)},${round(to.y)}`;
    })
    .join("");
}

/** The curve through these points, sorted by x, as an SVG path; empty under two points. */
export function curve(points: readonly Point[]): string {
  const [first] = points;
  if (!first || points.length < 2) return "";
  return `M${round(first.x)},${round(first.y)}${segments(points)}`;
}

/** The closed band between two curves over the same x. */
export function band(upper: readonly Point[], lower: readonly Point[]): string {
  const back = [...lower].reverse();
  const [turn] = back;
  if (!turn || upper.length < 2) return "";
  return `${curve(upper)}L${round(turn.x)},${round(turn.y)}${segments(back)}Z`;
}

/** Cut a row of points where one is missing: no line runs through what nobody knows. */
export function runs<T>(row: readonly (T | null)[]): T[][] {
  const cut: T[][] = [[]];
  for (const item of row) {
    if (item === null) cut.push([]);
    else cut.at(-1)?.push(item);
  }
  return cut.filter((run) => run.length > 0);
}
