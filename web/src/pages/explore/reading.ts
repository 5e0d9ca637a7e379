import type { Places } from "../../generated";
import { inOrder, type Records } from "../../model";
import type { Result, Row } from "./answers";
import type { DrawnStep } from "./columns";
import type { FlowEdge, FlowGraph } from "./graph";

// A flow graph out of the answers: flows from one, how many came to each node from the other.

const NAMES = { source: "source", target: "target", node: "node" } as const;

/** An id for a flow that no two flows share. */
export function edgeId({ key }: Row): string {
  return JSON.stringify([key[NAMES.source], key[NAMES.target]]);
}

export function graphOf(flow: Result, reach: Result): FlowGraph {
  const nodes = (reach.rows ?? []).map(({ key, figures }) => {
    const id = key[NAMES.node] ?? "";
    return { id, name: reach.names?.[id] ?? id, customers: figures.customers?.value ?? 0 };
  });
  const known = new Set(nodes.map(({ id }) => id));
  const edges = (flow.rows ?? [])
    .map(edgeOf)
    .filter(({ source, target }) => known.has(source) && known.has(target));
  return { nodes, edges };
}

function edgeOf(row: Row): FlowEdge {
  const { customers, transitions, median_hours } = row.figures;
  return {
    id: edgeId(row),
    source: row.key[NAMES.source] ?? "",
    target: row.key[NAMES.target] ?? "",
    count: (customers ?? transitions)?.value ?? 0,
    hours: median_hours?.value ?? null,
  };
}

/** The touchpoints that the steps of a map draw, in order, each touchpoint once. */
export function drawnSteps(records: Records): DrawnStep[] {
  const stages = [...inOrder(records, "stage")];
  const steps = [...inOrder(records, "step")];
  const onCards = touchpointsOnCards(records);
  const seen = new Set<string>();
  return stages.flatMap(([id, stage], at) =>
    steps.flatMap(([step, { stage: own, name = "", touchpoint = "" }]) => {
      if (own !== id) return [];
      const all = onCards.get(step) ?? [];
      const nodes = (all.includes(touchpoint) ? all : [touchpoint, ...all]).filter(
        (node) => node && !seen.has(node),
      );
      for (const node of nodes) seen.add(node);
      const head = { id, name: stage.name ?? "", hue: stage.colour ?? at % 4 };
      return [...new Set(nodes)].map((node) => ({ id: step, name, node, stage: head }));
    }),
  );
}

/** The touchpoints of the cards in touchpoint lanes, by the step in which each begins, in the order of the cards. */
function touchpointsOnCards(records: Records): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [, { lane = "", step = "", touchpoint }] of inOrder(records, "card")) {
    const on = records.get(lane);
    if (!touchpoint || on?.type !== "lane" || on.kind !== "touchpoints") continue;
    found.set(step, [...(found.get(step) ?? []), touchpoint]);
  }
  return found;
}

/** Whether touchpoints tell more than the events' own names: some event is bound to one. */
export function isBound({ nodes }: Places): boolean {
  return nodes.some(({ bound }) => bound);
}
