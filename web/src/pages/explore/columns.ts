import type { FlowEdge, FlowGraph } from "./graph";
import { drawnRibbons, type Head, LABEL, measured, type Placed, type PlacedNode } from "./layout";
import type { Point, Way } from "./routing";

// A flow graph in the columns of a drawn map: its steps from left to right under their stages, and below them what
// nobody drew. A flow over several columns passes below the steps between.

/** A step of the map, and the node that its touchpoint is. */
export interface DrawnStep {
  id: string;
  node: string;
  stage: { id: string; name: string; hue: number };
}

export const COLUMN = 150; // pixels from one step to the next
const TALLEST = 96; // pixels of a bar: ribbons that go up and down look best not too thick
const GAP = 24;

/** A layout in which each drawn step has its own column; what nobody drew has columns between them. */
export function inColumns(graph: FlowGraph, steps: readonly DrawnStep[]): Placed {
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

/** In which column each node stands, counted from the left. */
function columnsOf({ nodes, edges }: FlowGraph, steps: readonly DrawnStep[]): (id: string) => number {
  const drawn = new Map(steps.map(({ node }, place) => [node, place]));
  const gaps = new Map(
    nodes.filter(({ id }) => !drawn.has(id)).map(({ id }) => [id, gapOf(id, edges, drawn)]),
  );
  const filled = new Set(gaps.values());
  const before = (place: number) => [...filled].filter((gap) => gap < place).length;
  return (id) => {
    const place = drawn.get(id);
    if (place !== undefined) return place + before(place);
    const gap = gaps.get(id) ?? 0;
    return gap + 1 + before(gap);
  };
}

/** After which drawn step a node that nobody drew stands: in the middle of those around it. */
function gapOf(id: string, edges: readonly FlowEdge[], drawn: ReadonlyMap<string, number>): number {
  let [sum, weight] = [0, 0];
  for (const { source, target, count } of edges) {
    const other = source === id ? drawn.get(target) : target === id ? drawn.get(source) : undefined;
    if (other === undefined) continue;
    sum += other * count;
    weight += count;
  }
  return Math.floor(weight ? sum / weight : 0);
}

/** How far down each column is taken. */
type Floor = Map<number, number>;

/** The points below what a flow skips; what it passes is taken from there on. */
function passes(from: number, to: number, floor: Floor, width: number): Point[] {
  const points: Point[] = [];
  for (let at = from + 1; at < to; at += 1) {
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

/** The stages over their steps. */
function headsOf(steps: readonly DrawnStep[], at: (id: string) => number): Head[] {
  const heads: Head[] = [];
  for (const { node, stage } of steps) {
    const last = heads.at(-1);
    const end = (at(node) + 1) * COLUMN;
    if (last?.id === stage.id) last.width = end - last.x;
    else heads.push({ ...stage, x: at(node) * COLUMN, width: COLUMN });
  }
  return heads;
}
