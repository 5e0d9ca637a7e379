import type { Looking } from "./address";
import type { Analysis } from "./answers";
import { SHAPES } from "./kinds";
import { usualPeriod } from "./trends";

/** What is looked at, with periods of a length that fits the data where nobody chose one. */
export function inUsualPeriods(looking: Looking, places: Parameters<typeof usualPeriod>[0]): Looking {
  if (looking.kind !== "retention" || looking.asked.every) return looking;
  return { ...looking, asked: { ...looking.asked, every: usualPeriod(places) } };
}

/** The analysis that the server is asked; nothing as long as it lacks something that only people can say. */
export function analysisFor({ kind, by, only, asked }: Looking): Analysis | null {
  const shape = SHAPES[kind];
  if (!shape) return null;
  const whole: Record<string, unknown> = { ...shape.start, ...asked };
  if (Object.entries(shape.needs).some(([name, least]) => sizeOf(whole[name]) < least)) return null;
  const seen = shape.hasBy ? { by } : {};
  const filtered = Object.keys(only).length > 0 ? { only } : {};
  return { analysis: kind, ...seen, ...filtered, ...whole } as Analysis;
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value ? 1 : 0;
}
