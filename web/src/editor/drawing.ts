// Small charts of a few figures as shapes in a box; the same figures stand beside them in a table.

export interface Drawn {
  label: string;
  value: number;
}

export const BOX = { width: 120, height: 48 };

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A bar for each figure, from the line of zero up or down. */
export function barsOf(figures: readonly Drawn[]): Bar[] {
  const { top, unit } = scaleOf(figures);
  const slot = BOX.width / Math.max(figures.length, 1);
  const width = Math.min(slot * 0.7, 24);
  return figures.map(({ value }, place) => ({
    x: place * slot + (slot - width) / 2,
    y: (top - Math.max(value, 0)) * unit,
    width,
    height: Math.max(Math.abs(value) * unit, 1),
  }));
}

/** The points of a line through the figures, from left to right. */
export function pointsOf(figures: readonly Drawn[]): { x: number; y: number }[] {
  const { top, unit } = scaleOf(figures);
  const between = (BOX.width - 8) / Math.max(figures.length - 1, 1);
  return figures.map(({ value }, place) => ({
    x: figures.length === 1 ? BOX.width / 2 : 4 + place * between,
    y: (top - value) * unit,
  }));
}

/** Where zero stands. */
export function zeroOf(figures: readonly Drawn[]): number {
  const { top, unit } = scaleOf(figures);
  return top * unit;
}

function scaleOf(figures: readonly Drawn[]): { top: number; unit: number } {
  const values = figures.map(({ value }) => value).filter(Number.isFinite);
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  return { top, unit: BOX.height / (top - bottom || 1) };
}

/** The shares of a whole, each with where it begins; what is not above zero has none. */
export function sharesOf(figures: readonly Drawn[]): { label: string; share: number; from: number }[] {
  const total = figures.reduce((sum, { value }) => sum + Math.max(value, 0), 0);
  let from = 0;
  return figures.map(({ label, value }) => {
    const share = total > 0 ? Math.max(value, 0) / total : 0;
    const at = from;
    from += share;
    return { label, share, from: at };
  });
}

/** A ring's part as an SVG path around a middle. */
export function arc(from: number, share: number, middle: number, radius: number): string {
  const end = from + Math.min(share, 0.9999);
  const [a, b] = [from, end].map((turn) => {
    const angle = (turn - 0.25) * 2 * Math.PI;
    return `${round(middle + radius * Math.cos(angle))},${round(middle + radius * Math.sin(angle))}`;
  });
  return `M${a}A${radius},${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${b}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
