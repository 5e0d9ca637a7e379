import { byStart, type FlowEdge, type FlowGraph } from "./graph";

// Which flows go forward in a picture, and which go back over it.

/** The flows without those that would close a circle: of each circle the narrowest goes back. */
export function forward({ nodes, edges }: FlowGraph): FlowEdge[] {
  const order = byStart({ nodes, edges });
  const place = new Map(order.map((id, at) => [id, at]));
  const at = (id: string) => place.get(id) ?? 0;
  // Of two flows alike, the one away from the beginning goes forward.
  const widest = [...edges].sort(
    (one, other) =>
      other.count - one.count || at(one.source) - at(other.source) || at(one.target) - at(other.target),
  );
  const after = new Map<string, Set<string>>(nodes.map(({ id }) => [id, new Set()]));
  const chosen = new Set<FlowEdge>();
  for (const edge of widest) {
    if (edge.source === edge.target || leadsTo(after, edge.target, edge.source)) continue;
    after.get(edge.source)?.add(edge.target);
    chosen.add(edge);
  }
  return edges.filter((edge) => chosen.has(edge));
}

function leadsTo(after: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const reached = new Set([from]);
  for (const id of reached) {
    if (id === to) return true;
    for (const next of after.get(id) ?? []) reached.add(next);
  }
  return false;
}
