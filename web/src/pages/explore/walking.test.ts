import { expect, test } from "vitest";
import { type Spot, walk } from "./walking";

const edge = (source: string, target: string, count: number) => ({
  id: `${source}>${target}`,
  source,
  target,
  count,
  hours: null,
});
const GRAPH = {
  nodes: [
    { id: "pay", x: 100, y: 0 },
    { id: "order", x: 0, y: 0 },
    { id: "ask", x: 100, y: 80 },
  ],
  edges: [edge("order", "ask", 3), edge("order", "pay", 9), edge("pay", "ask", 2)],
};
const node = (id: string): Spot => ({ kind: "node", id });
const way = (id: string): Spot => ({ kind: "edge", id });

test("right goes along the widest flow and then to where it leads; left goes back", () => {
  expect(walk(GRAPH, null, "ArrowRight")).toEqual(node("order"));
  expect(walk(GRAPH, node("order"), "ArrowRight")).toEqual(way("order>pay"));
  expect(walk(GRAPH, way("order>pay"), "ArrowRight")).toEqual(node("pay"));
  expect(walk(GRAPH, node("ask"), "ArrowLeft")).toEqual(way("order>ask"));
  expect(walk(GRAPH, way("order>ask"), "ArrowLeft")).toEqual(node("order"));
});

test("up and down go through the flows out of one place, and through the places in the order of reading", () => {
  expect(walk(GRAPH, way("order>pay"), "ArrowDown")).toEqual(way("order>ask"));
  expect(walk(GRAPH, way("order>ask"), "ArrowUp")).toEqual(way("order>pay"));
  expect(walk(GRAPH, node("order"), "ArrowDown")).toEqual(node("pay"));
  expect(walk(GRAPH, node("pay"), "End")).toEqual(node("ask"));
  expect(walk(GRAPH, way("pay>ask"), "Home")).toEqual(node("order"));
});

test("where a key leads nowhere one stays", () => {
  expect(walk(GRAPH, node("order"), "ArrowLeft")).toEqual(node("order"));
  expect(walk(GRAPH, node("ask"), "ArrowRight")).toEqual(node("ask"));
  expect(walk(GRAPH, way("order>ask"), "ArrowDown")).toEqual(way("order>ask"));
  expect(walk({ nodes: [], edges: [] }, null, "ArrowRight")).toBe(null);
});
