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

/** The steps of a map that have a touchpoint, in order, each touchpoint once. */
export function drawnSteps(records: Records): DrawnStep[] {
  const stages = [...inOrder(records, "stage")];
  const steps = [...inOrder(records, "step")];
  const seen = new Set<string>();
  return stages.flatMap(([id, stage], at) =>
    steps.flatMap(([step, { stage: own, touchpoint }]) => {
      if (own !== id || !touchpoint || seen.has(touchpoint)) return [];
      seen.add(touchpoint);
      const hue = stage.colour ?? at % 4;
      return [{ id: step, node: touchpoint, stage: { id, name: stage.name ?? "", hue } }];
    }),
  );
}

/** Whether touchpoints tell more than the events' own names: some event is bound to one. */
export function isBound({ nodes }: Places): boolean {
  return nodes.some(({ bound }) => bound);
}
