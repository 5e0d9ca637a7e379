import { Graph, layout } from "@dagrejs/dagre";
import { forward } from "./direction";
import type { FlowEdge, FlowGraph, FlowNode } from "./graph";
import { again, BAR, type Bar, back, type Point, type Ribbon, ribbons, type Way } from "./routing";

// Where everything of a flow graph stands, from left to right; thickness is volume, on bars and ribbons alike.

export const LABEL = { width: 124, height: 36 }; // above a bar: the name and the number
const TALLEST = 150; // pixels of the bar with the most customers
const THINNEST = 1.5;
const GAP = 26;
const BETWEEN = 34; // pixels from the end of a label to the next bar
const FAR = (LABEL.width + BETWEEN) * 0.8; // from a bar to where a ribbon is led, if it goes further than to the next

export interface PlacedNode extends Bar {
  node: FlowNode;
  /** It stands on the map that gives the columns, or there is no such map. */
  isDrawn: boolean;
}

/** What columns are headed by: a stage over its steps, which has a hue, and a step over its touchpoints. */
export interface Head {
  id: string;
  name: string;
  hue: number | null;
  x: number;
  width: number;
}

export interface Placed {
  nodes: readonly PlacedNode[];
  ribbons: readonly Ribbon[];
  heads: readonly Head[];
}

/** How many pixels a customer takes, for the tallest bar to be so tall. */
export function scaleOf({ nodes, edges }: FlowGraph, tallest = TALLEST): number {
  const most = Math.max(1, ...nodes.map(({ id, customers }) => volumeOf(id, customers, edges)));
  return tallest / most;
}

/** Customers at a node, or those that come or go where these are more: who comes twice goes twice. */
function volumeOf(id: string, customers: number, edges: readonly FlowEdge[]): number {
  const sum = (end: "source" | "target") =>
    edges.reduce(
      (total, edge) => total + (edge[end] === id && edge.source !== edge.target ? edge.count : 0),
      0,
    );
  return Math.max(customers, sum("source"), sum("target"));
}

/** Every size that a layout needs, and which edges go which way. */
export function measured(graph: FlowGraph, tallest = TALLEST) {
  const scale = scaleOf(graph, tallest);
  const ahead = new Set(forward(graph));
  const heightOf = (node: FlowNode) => Math.max(6, volumeOf(node.id, node.customers, graph.edges) * scale);
  const widthOf = (edge: FlowEdge) => Math.max(THINNEST, edge.count * scale);
  return { ahead, heightOf, widthOf };
}

/** A layout by the flows alone. */
export function laidOut(graph: FlowGraph): Placed {
  const { ahead, heightOf, widthOf } = measured(graph);
  const drawn = new Graph({ multigraph: true });
  drawn.setGraph({ rankdir: "LR", ranksep: BETWEEN, nodesep: GAP, edgesep: 14 });
  for (const node of graph.nodes)
    drawn.setNode(node.id, { width: LABEL.width, height: LABEL.height + heightOf(node) });
  for (const edge of ahead) {
    const weight = 1 + Math.round(widthOf(edge));
    drawn.setEdge(edge.source, edge.target, { width: 1, height: widthOf(edge), weight }, edge.id);
  }
  layout(drawn);
  const nodes = graph.nodes.map((node): PlacedNode => {
    const box = drawn.node(node.id) as Point;
    const height = heightOf(node);
    return {
      node,
      isDrawn: true,
      x: box.x - LABEL.width / 2,
      y: box.y - (LABEL.height + height) / 2 + LABEL.height,
      height,
    };
  });
  const bars = new Map(nodes.map((one) => [one.node.id, one]));
  const ways = [...ahead].map((edge): Way => {
    const { points = [] } = drawn.edge(edge.source, edge.target, edge.id) as { points?: Point[] };
    const from = (bars.get(edge.source)?.x ?? 0) + FAR;
    const until = (bars.get(edge.target)?.x ?? 0) - FAR;
    return { edge, width: widthOf(edge), via: points.filter(({ x }) => x > from && x < until) };
  });
  return { nodes, ribbons: drawnRibbons(graph, nodes, ways, widthOf), heads: [] };
}

const WIDEST_BACK = 14; // pixels: an arc in full thickness would cover what it passes

/** The ribbons forward, and over them those back and those from a node to itself. */
export function drawnRibbons(
  graph: FlowGraph,
  nodes: readonly PlacedNode[],
  ways: readonly Way[],
  widthOf: (edge: FlowEdge) => number,
): Ribbon[] {
  const bars = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const ahead = new Set(ways.map(({ edge }) => edge));
  const others = graph.edges.filter((edge) => !ahead.has(edge));
  const arcs = others.map((edge) =>
    (edge.source === edge.target ? again : back)(bars, edge, Math.min(widthOf(edge), WIDEST_BACK)),
  );
  return [...ribbons(bars, ways), ...arcs];
}

/** How much room a picture takes: from the left edge of its first bar to the end of its last label. */
export function extent({ nodes, ribbons: drawn }: Placed): { width: number; height: number } {
  const right = Math.max(0, ...nodes.map(({ x }) => x + Math.max(LABEL.width, BAR)));
  const feet = nodes.map(({ y, height }) => y + height);
  return { width: right, height: Math.max(0, ...feet, ...drawn.map(({ middle }) => middle.y + 14)) };
}

const PILL = { width: 58, height: 20 };

/** The ribbons whose words have room, the widest first: the others say theirs when one is on them. */
export function withWords({ ribbons: drawn, nodes }: Placed): ReadonlySet<string> {
  const taken: Point[] = [];
  const isFree = (spot: Point) =>
    taken.every(({ x, y }) => Math.abs(x - spot.x) > PILL.width || Math.abs(y - spot.y) > PILL.height) &&
    nodes.every((node) => !coversLabel(node, spot));
  const found = new Set<string>();
  for (const { edge, middle } of [...drawn].sort((one, other) => other.width - one.width)) {
    if (!isFree(middle)) continue;
    taken.push(middle);
    found.add(edge.id);
  }
  return found;
}

function coversLabel({ x, y }: Point, spot: Point): boolean {
  const isBeside = spot.x + PILL.width / 2 < x || spot.x - PILL.width / 2 > x + LABEL.width * 0.8;
  const isAway = spot.y + PILL.height / 2 < y - LABEL.height || spot.y - PILL.height / 2 > y;
  return !isBeside && !isAway;
}
