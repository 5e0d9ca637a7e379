import type { Result } from "./answers";
import { scoreColour } from "./scales";

// Which mean score customers gave at each node of a picture, and its colour.

export interface Scored {
  mean: number;
  colour: string;
}

/** The score of each node: of its scales the one with the most answers; what comments feel is none. */
export function scoresOf({ rows = [] }: Result): ReadonlyMap<string, Scored> {
  const found = new Map<string, Scored & { n: number }>();
  for (const { key, figures } of rows) {
    const { mean } = figures;
    const node = key.node ?? "";
    if (!mean || mean.value == null || mean.too_few || key.instrument === "feeling") continue;
    if (mean.n <= (found.get(node)?.n ?? 0)) continue;
    const ends = [Number(key.scale_min), Number(key.scale_max)] as const;
    const scale = key.better === "low" ? ([ends[1], ends[0]] as const) : ends;
    found.set(node, { mean: mean.value, colour: scoreColour(mean.value, scale), n: mean.n });
  }
  return new Map([...found].map(([node, { mean, colour }]) => [node, { mean, colour }]));
}
