// A flow graph: what happened, and what came straight after it. How much of it is drawn.

export interface FlowNode {
  id: string;
  name: string;
  customers: number;
}

export interface FlowEdge {
  id: string;
  source: string;
  target: string;
  /** Customers who went this way. */
  count: number;
  /** Median hours from one to the other, where that is known. */
  hours: number | null;
}

export interface FlowGraph {
  nodes: readonly FlowNode[];
  edges: readonly FlowEdge[];
}

export const MOST_NODES = 40; // that a picture can hold; the others stand in the table

/** The nodes that most customers came to, and what goes on between them. */
export function largest({ nodes, edges }: FlowGraph, most = MOST_NODES): FlowGraph {
  if (nodes.length <= most) return { nodes, edges };
  const kept = [...nodes].sort((one, other) => other.customers - one.customers).slice(0, most);
  const ids = new Set(kept.map(({ id }) => id));
  return { nodes: kept, edges: edges.filter(({ source, target }) => ids.has(source) && ids.has(target)) };
}

/** Flows of at least so many customers, and the widest way to each node, so that every node stays reachable. */
export function kept(graph: FlowGraph, least: number): FlowEdge[] {
  const ways = widestWays(graph);
  const drawn = graph.edges.filter((edge) => edge.count >= least || ways.has(edge.id));
  const joined = new Set(drawn.flatMap(({ source, target }) => [source, target]));
  const alone = graph.nodes.filter(({ id }) => !joined.has(id));
  const added = new Set(alone.map(({ id }) => widest(graph.edges, id)));
  return added.size ? graph.edges.filter((edge) => drawn.includes(edge) || added.has(edge)) : drawn;
}

function widest(edges: readonly FlowEdge[], id: string): FlowEdge | undefined {
  const own = edges.filter(({ source, target }) => source === id || target === id);
  return own.sort((one, other) => other.count - one.count)[0];
}

/** The edges by which each node is reached from where journeys begin, along the widest ways. */
function widestWays({ nodes, edges }: FlowGraph): ReadonlySet<string> {
  const ways = new Set<string>();
  const reached = new Set<string>();
  const open: FlowEdge[] = [];
  const reach = (id: string) => {
    reached.add(id);
    open.push(...edges.filter(({ source, target }) => source === id && !reached.has(target)));
    open.sort((one, other) => one.count - other.count);
  };
  for (const root of byStart({ nodes, edges })) {
    if (reached.has(root)) continue;
    reach(root);
    for (let edge = open.pop(); edge; edge = open.pop()) {
      if (reached.has(edge.target)) continue;
      ways.add(edge.id);
      reach(edge.target);
    }
  }
  return ways;
}

/** The nodes, first where more customers set out than arrive: journeys begin there. */
export function byStart({ nodes, edges }: FlowGraph): string[] {
  const surplus = new Map(nodes.map(({ id }) => [id, 0]));
  for (const { source, target, count } of edges) {
    surplus.set(source, (surplus.get(source) ?? 0) + count);
    surplus.set(target, (surplus.get(target) ?? 0) - count);
  }
  return [...surplus].sort(([, one], [, other]) => other - one).map(([id]) => id);
}

/** How few customers a flow may have, for a slider from all flows (0) to the largest alone (100). */
export function leastAt({ edges }: FlowGraph, detail: number): number {
  const counts = edges.map(({ count }) => count).sort((one, other) => one - other);
  if (counts.length === 0) return 0;
  const at = Math.round((Math.min(Math.max(detail, 0), 100) / 100) * (counts.length - 1));
  return counts[at] ?? 0;
}

/** Where the slider begins: with about half as many flows more as there are nodes. */
export function firstDetail({ nodes, edges }: FlowGraph): number {
  const wanted = Math.round(nodes.length * 1.5);
  if (edges.length <= wanted) return 0;
  return Math.round((1 - wanted / edges.length) * 100);
}
