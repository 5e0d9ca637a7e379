import { BAR, type Ribbon, ribbons, type Way } from "./routing";

// Step by step: at which node the customers were at each step, stacked, and who went from where to where.

export interface StepCount {
  step: number;
  node: string;
  customers: number;
}

export interface StepLink extends StepCount {
  next: string;
}

export interface StepBar extends StepCount {
  id: string;
  x: number;
  y: number;
  height: number;
}

export interface Sankey {
  bars: readonly StepBar[];
  ribbons: readonly Ribbon[];
  width: number;
  height: number;
}

export const SANKEY = { step: 168, tall: 420, gap: 14, label: 18 };

/** The last ones of a step are those that say least: the rest, the unknown, and who had come to the end. */
const LAST = ["", ":rest", ":unknown", ":ended"];

export function stepId(step: number, node: string): string {
  return JSON.stringify([step, node]);
}

/** Bars of each step from the most customers down, and the ribbons between two steps. */
export function sankey(counts: readonly StepCount[], links: readonly StepLink[]): Sankey {
  const total = Math.max(1, ...[...bySteps(counts)].map(([, all]) => sum(all)));
  const scale = SANKEY.tall / total;
  const bars = [...bySteps(counts)].flatMap(([step, all]) => column(step, all, scale));
  const placed = new Map(bars.map((bar) => [bar.id, bar]));
  const ways = links.flatMap(({ step, node, next, customers }): Way[] => {
    const [source, target] = [stepId(step, node), stepId(step + 1, next)];
    if (!placed.has(source) || !placed.has(target)) return [];
    const edge = { id: JSON.stringify([step, node, next]), source, target, count: customers, hours: null };
    return [{ edge, width: Math.max(0.5, customers * scale), via: [] }];
  });
  const feet = bars.map(({ y, height }) => y + height);
  const width = Math.max(0, ...bars.map(({ x }) => x)) + SANKEY.step;
  return { bars, ribbons: ribbons(placed, ways), width, height: Math.max(0, ...feet) + BAR };
}

function bySteps(counts: readonly StepCount[]): Map<number, StepCount[]> {
  const found = new Map<number, StepCount[]>();
  for (const one of counts) found.set(one.step, [...(found.get(one.step) ?? []), one]);
  return new Map([...found].sort(([one], [other]) => one - other));
}

function sum(counts: readonly StepCount[]): number {
  return counts.reduce((total, { customers }) => total + customers, 0);
}

function column(step: number, counts: readonly StepCount[], scale: number): StepBar[] {
  const place = ({ node }: StepCount) => Math.max(0, LAST.indexOf(node));
  const order = [...counts].sort(
    (one, other) => place(one) - place(other) || other.customers - one.customers,
  );
  let y = 0;
  return order.map((one) => {
    y += SANKEY.label;
    const bar = {
      ...one,
      id: stepId(step, one.node),
      x: (step - 1) * SANKEY.step,
      y,
      height: Math.max(2, one.customers * scale),
    };
    y += bar.height + SANKEY.gap;
    return bar;
  });
}
