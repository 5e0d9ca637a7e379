import type { Opportunity } from "../generated";
import type { InOrder } from "../model";

// Opportunities in a grid of jobs by barriers, and as a tree of impact. Pure: no framework, no words.

type Entry = readonly [id: string, opportunity: Opportunity];

export interface Perspectives {
  jobs: readonly string[];
  barriers: readonly string[];
  /** What stands where a job meets a barrier. */
  at: (job: string, barrier: string) => readonly Entry[];
  /** What says no job or no barrier. */
  unplaced: readonly Entry[];
}

/** The grid of jobs that customers want done by what keeps them from it; each in the order in which it first comes. */
export function perspectives(all: InOrder<Opportunity>): Perspectives {
  const placed = [...all].filter(([, { job, barrier }]) => job && barrier);
  return {
    jobs: [...new Set(placed.map(([, { job = "" }]) => job))],
    barriers: [...new Set(placed.map(([, { barrier = "" }]) => barrier))],
    at: (job, barrier) => placed.filter(([, one]) => one.job === job && one.barrier === barrier),
    unplaced: [...all].filter(([, { job, barrier }]) => !job || !barrier),
  };
}

export const LEVELS = ["goal", "persona", "impact", "opportunity"] as const;
export type Level = (typeof LEVELS)[number];

/** A node of the tree: a goal, a persona whom it needs, what that persona would do differently, an opportunity for it. */
export interface ImpactNode {
  /** Tells it from all others: the keys of those above it, and its own. */
  key: string;
  level: Level;
  /** What it is: a goal or an impact in words, the id of a persona or of an opportunity; nothing where nobody said. */
  value: string;
  children: readonly ImpactNode[];
}

/** All opportunities below goal, persona and impact; those of which a level says nothing stand last at it. */
export function impactTree(all: InOrder<Opportunity>): ImpactNode[] {
  return grown([...all], 0, "");
}

function grown(entries: readonly Entry[], depth: number, above: string): ImpactNode[] {
  const level = LEVELS[depth];
  if (!level) return [];
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const value = level === "opportunity" ? entry[0] : (entry[1][level] ?? "");
    groups.set(value, [...(groups.get(value) ?? []), entry]);
  }
  const said = [...groups].sort(([a], [b]) => Number(a === "") - Number(b === ""));
  return said.map(([value, within]) => {
    const key = `${above}/${encodeURIComponent(value)}`;
    return { key, level, value, children: grown(within, depth + 1, key) };
  });
}

export interface Standing {
  node: ImpactNode;
  depth: number;
  /** The key of the node above it; nothing for a goal. */
  above: string;
}

/** The nodes that are seen, from top to bottom: those below a closed one are not. */
export function seen(
  tree: readonly ImpactNode[],
  closed: ReadonlySet<string>,
  depth = 0,
  above = "",
): Standing[] {
  return tree.flatMap((node) => [
    { node, depth, above },
    ...(closed.has(node.key) ? [] : seen(node.children, closed, depth + 1, node.key)),
  ]);
}
