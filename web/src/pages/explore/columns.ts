import type { FlowEdge, FlowGraph } from "./graph";
import { drawnRibbons, type Head, LABEL, measured, type Placed, type PlacedNode } from "./layout";
import type { Point, Way } from "./routing";

// A flow graph in the columns of a drawn map: its steps from left to right under their stages, and below them what
// nobody drew. A flow over several columns passes below the steps between.

/** A touchpoint of a step of the map, which is a node, and the step's stage. */
export interface DrawnStep {
  id: string;
  name: string;
  node: string;
  stage: { id: string; name: string; hue: number };
}

export const COLUMN = 150; // pixels from one step to the next
const TALLEST = 160; // pixels of a bar: most flows go straight on, others below them
const GAP = 24;

/** A layout in which each drawn touchpoint has its own column; what nobody drew stands below, between them. */
export function inColumns(graph: FlowGraph, drawn: readonly DrawnStep[]): Placed {
  const steps = happening(graph, drawn);
  const { heightOf, widthOf } = measured(graph, TALLEST);
  const at = columnsOf(graph, steps);
  const isDrawn = new Set(steps.map(({ node }) => node));
  const top = LABEL.height;
  const nodes = graph.nodes
    .filter(({ id }) => isDrawn.has(id))
    .map(
      (node): PlacedNode => ({
        node,
        isDrawn: true,
        x: at(node.id) * COLUMN,
        y: top,
        height: heightOf(node),
      }),
    );
  const floor: Floor = new Map(nodes.map(({ x, y, height }) => [x / COLUMN, y + height + GAP / 2]));
  const ahead = graph.edges.filter(({ source, target }) => at(source) < at(target));
  const ways = [...ahead]
    .sort((one, other) => other.count - one.count)
    .map((edge): Way => {
      const width = widthOf(edge);
      return { edge, width, via: passes(at(edge.source), at(edge.target), floor, width) };
    });
  const free = graph.nodes.filter(({ id }) => !isDrawn.has(id));
  nodes.push(...below(free, at, floor, heightOf));
  return { nodes, ribbons: drawnRibbons(graph, nodes, ways, widthOf), heads: headsOf(steps, at) };
}

/** The touchpoints that customers came to; of a step to which nobody came its first one keeps a column. */
function happening({ nodes }: FlowGraph, drawn: readonly DrawnStep[]): DrawnStep[] {
  const known = new Set(nodes.map(({ id }) => id));
  const met = new Set(drawn.filter(({ node }) => known.has(node)).map(({ id }) => id));
  return drawn.filter(
    ({ id, node }, at) => known.has(node) || (!met.has(id) && drawn.findIndex((one) => one.id === id) === at),
  );
}

/** In which column each node stands, counted from the left; what nobody drew stands halfway between two. */
function columnsOf({ nodes, edges }: FlowGraph, steps: readonly DrawnStep[]): (id: string) => number {
  const found = new Map(steps.map(({ node }, place) => [node, place]));
  const free = nodes.filter(({ id }) => !found.has(id)).map(({ id }) => id);
  // First those beside drawn ones, then those beside these; who stands by itself begins at the left.
  for (let left = free.length; left > 0; left -= 1) {
    const known = new Map(found);
    for (const id of free) {
      const place = known.has(id) ? undefined : amid(id, edges, known);
      if (place !== undefined) found.set(id, Math.floor(place) + 0.5);
    }
  }
  return (id) => found.get(id) ?? 0.5;
}

/** The middle of the places of those around a node; nothing where none of them has one. */
function amid(
  id: string,
  edges: readonly FlowEdge[],
  known: ReadonlyMap<string, number>,
): number | undefined {
  let [sum, weight] = [0, 0];
  for (const { source, target, count } of edges) {
    const other = source === id ? known.get(target) : target === id ? known.get(source) : undefined;
    if (other === undefined) continue;
    sum += other * count;
    weight += count;
  }
  return weight ? sum / weight : undefined;
}

/** How far down each column is taken. */
type Floor = Map<number, number>;

/** The points below what a flow skips; what it passes is taken from there on. */
function passes(from: number, to: number, floor: Floor, width: number): Point[] {
  const points: Point[] = [];
  for (let at = Math.floor(from) + 1; at < to; at += 1) {
    const top = floor.get(at);
    if (top === undefined) continue;
    points.push({ x: at * COLUMN, y: top + width / 2 });
    floor.set(at, top + width + 4);
  }
  return points;
}

/** What nobody drew, below everything, each where there is room. */
function below(
  free: FlowGraph["nodes"],
  at: (id: string) => number,
  floor: Floor,
  heightOf: (node: FlowGraph["nodes"][number]) => number,
): PlacedNode[] {
  const start = Math.max(0, ...floor.values()) + GAP + LABEL.height;
  const taken = new Map<number, number>();
  return [...free]
    .sort((one, other) => other.customers - one.customers)
    .map((node) => {
      const place = at(node.id);
      const y = taken.get(place) ?? start;
      const height = heightOf(node);
      taken.set(place, y + height + GAP + LABEL.height);
      return { node, isDrawn: false, x: place * COLUMN, y, height };
    });
}

/** The stages over their steps, and the steps over their touchpoints. */
function headsOf(steps: readonly DrawnStep[], at: (id: string) => number): Head[] {
  const over = (of: (step: DrawnStep) => Pick<Head, "id" | "name" | "hue">) => {
    const heads: Head[] = [];
    for (const step of steps) {
      const last = heads.at(-1);
      const end = (at(step.node) + 1) * COLUMN;
      if (last?.id === of(step).id) last.width = end - last.x;
      else heads.push({ ...of(step), x: at(step.node) * COLUMN, width: COLUMN });
    }
    return heads;
  };
  return [...over(({ stage }) => stage), ...over(({ id, name }) => ({ id, name, hue: null }))];
}
