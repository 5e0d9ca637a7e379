import type { FlowEdge } from "./graph";

// Walking through a graph with the arrow keys: from a node along an edge to the next node, up and down among siblings.

export type Spot = { kind: "node" | "edge"; id: string };

/** Where things stand, in pixels; what is higher comes first. */
export interface Walkable {
  nodes: readonly { id: string; x: number; y: number }[];
  edges: readonly FlowEdge[];
}

export type Way = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End";

export function isWay(key: string): key is Way {
  return /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key);
}

/** Where a key leads; where it leads nowhere, one stays. */
export function walk(graph: Walkable, at: Spot | null, key: Way): Spot | null {
  if (!at) return firstSpot(graph);
  if (key === "Home" || key === "End") {
    const end = inReadingOrder(graph).at(key === "Home" ? 0 : -1);
    return end ? { kind: "node", id: end.id } : at;
  }
  return (at.kind === "node" ? fromNode(graph, at.id, key) : fromEdge(graph, at.id, key)) ?? at;
}

/** Where one begins: at what stands first in the order of reading. */
export function firstSpot(graph: Walkable): Spot | null {
  const first = inReadingOrder(graph)[0];
  return first ? { kind: "node", id: first.id } : null;
}

function inReadingOrder({ nodes }: Walkable) {
  return [...nodes].sort((one, other) => one.x - other.x || one.y - other.y);
}

function fromNode(graph: Walkable, id: string, key: Way): Spot | null {
  if (key === "ArrowRight") return edgeSpot(strongest(graph.edges.filter(({ source }) => source === id)));
  if (key === "ArrowLeft") return edgeSpot(strongest(graph.edges.filter(({ target }) => target === id)));
  const order = inReadingOrder(graph);
  const next = order[order.findIndex((node) => node.id === id) + (key === "ArrowDown" ? 1 : -1)];
  return next ? { kind: "node", id: next.id } : null;
}

function fromEdge({ edges }: Walkable, id: string, key: Way): Spot | null {
  const edge = edges.find((one) => one.id === id);
  if (!edge) return null;
  if (key === "ArrowRight") return { kind: "node", id: edge.target };
  if (key === "ArrowLeft") return { kind: "node", id: edge.source };
  const siblings = byCount(edges.filter(({ source }) => source === edge.source));
  return edgeSpot(siblings[siblings.indexOf(edge) + (key === "ArrowDown" ? 1 : -1)]);
}

function edgeSpot(edge: FlowEdge | undefined): Spot | null {
  return edge ? { kind: "edge", id: edge.id } : null;
}

function byCount(edges: readonly FlowEdge[]): FlowEdge[] {
  return [...edges].sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
}

function strongest(edges: readonly FlowEdge[]): FlowEdge | undefined {
  return byCount(edges)[0];
}
