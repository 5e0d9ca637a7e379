import fc from "fast-check";
import { expect, test } from "vitest";
import { inColumns } from "./columns";
import { forward } from "./direction";
import type { FlowGraph } from "./graph";
import { extent, laidOut, type Placed, withWords } from "./layout";

function graphOf(ways: Record<string, number>, sizes: Record<string, number>): FlowGraph {
  const edges = Object.entries(ways).map(([id, count]) => {
    const [source = "", target = ""] = id.split(">");
    return { id, source, target, count, hours: 1 };
  });
  return { nodes: Object.entries(sizes).map(([id, customers]) => ({ id, name: id, customers })), edges };
}

const SHOP = graphOf(
  {
    "order>pay": 100,
    "pay>track": 60,
    "track>door": 50,
    "pay>door": 40,
    "track>ask": 10,
    "ask>door": 8,
    "door>track": 5,
    "ask>ask": 3,
  },
  { order: 100, pay: 100, track: 60, door: 98, ask: 10 },
);
const place = (placed: Placed) =>
  Object.fromEntries(placed.nodes.map(({ node, x, y, height }) => [node.id, { x, y, height }]));

test("of each circle the narrowest flow goes back", () => {
  const back = SHOP.edges.filter((edge) => !forward(SHOP).includes(edge));
  expect(back.map(({ id }) => id)).toEqual(["door>track", "ask>ask"]);
});

test("flows go to the right, and thickness is volume on bars and ribbons alike", () => {
  const placed = laidOut(SHOP);
  const at = place(placed);
  for (const { edge, kind } of placed.ribbons) {
    const goesRight = (at[edge.source]?.x ?? 0) < (at[edge.target]?.x ?? 0);
    expect([edge.id, kind, goesRight]).toEqual([edge.id, kind, kind === "forward"]);
  }
  const widths = Object.fromEntries(placed.ribbons.map(({ edge, width }) => [edge.id, width]));
  expect([at.order?.height, widths["order>pay"], widths["pay>track"]]).toEqual([150, 150, 90]);
  expect(Object.keys(at).sort()).toEqual(["ask", "door", "order", "pay", "track"]);
});

test("no two bars cover one another, whatever flows there are", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  const name = fc.constantFrom(...names);
  const way = fc.tuple(name, name).map(([one, other]) => `${one}>${other}`);
  const sizes = Object.fromEntries(names.map((id) => [id, 20]));
  fc.assert(
    fc.property(fc.dictionary(way, fc.integer({ min: 1, max: 500 })), (ways) => {
      const graph = graphOf(ways, sizes);
      const steps = ["a", "b", "c"].map((node) => ({
        id: node,
        name: node,
        node,
        stage: { id: "s", name: "S", hue: 0 },
      }));
      for (const placed of [laidOut(graph), inColumns(graph, steps)]) expect(overlaps(placed)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

function overlaps({ nodes }: Placed): string[] {
  return nodes.flatMap((one, at) =>
    nodes
      .slice(at + 1)
      .filter(
        (other) =>
          Math.abs(one.x - other.x) < 7 && one.y < other.y + other.height && other.y < one.y + one.height,
      )
      .map((other) => `${one.node.id} ${other.node.id}`),
  );
}

test("on a map each drawn touchpoint has its column under its step and stage, and what nobody drew stands below", () => {
  const buy = { id: "buy", name: "Buy", hue: 0 };
  const wait = { id: "wait", name: "Wait", hue: 1 };
  const steps = [
    { id: "1", name: "Order", node: "order", stage: buy },
    { id: "2", name: "Pay", node: "pay", stage: buy },
    { id: "3", name: "Wait", node: "track", stage: wait },
    { id: "3", name: "Wait", node: "door", stage: wait },
  ];
  const placed = inColumns(SHOP, steps);
  expect(placed.heads.map(({ name, x, width }) => [name, x, width])).toEqual([
    ["Buy", 0, 300],
    ["Wait", 300, 300],
    ["Order", 0, 150],
    ["Pay", 150, 150],
    ["Wait", 300, 300],
  ]);
  const at = place(placed);
  expect(["order", "pay", "track", "door"].map((id) => at[id]?.x)).toEqual([0, 150, 300, 450]);
  expect(placed.nodes.filter(({ isDrawn }) => !isDrawn).map(({ node }) => node.id)).toEqual(["ask"]);
  const track = at.track;
  const skipping = placed.ribbons.find(({ edge }) => edge.id === "pay>door");
  expect(skipping?.middle.x).toBe(track?.x);
  expect(skipping?.middle.y).toBeGreaterThan((track?.y ?? 0) + (track?.height ?? 0));
  expect(placed.ribbons.find(({ edge }) => edge.id === "door>track")?.kind).toBe("back");
});

test("words stand where they cover no others", () => {
  const placed = laidOut(SHOP);
  const shown = placed.ribbons.filter(({ edge }) => withWords(placed).has(edge.id));
  expect(shown.length).toBeGreaterThan(3);
  for (const [at, { middle }] of shown.entries())
    for (const { middle: other } of shown.slice(at + 1))
      expect(Math.abs(middle.x - other.x) > 58 || Math.abs(middle.y - other.y) > 20).toBe(true);
  expect(extent(placed).width).toBeGreaterThan(400);
});
