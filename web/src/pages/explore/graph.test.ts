import fc from "fast-check";
import { expect, test } from "vitest";
import { byStart, type FlowGraph, firstDetail, kept, largest, leastAt } from "./graph";

function graphOf(ways: Record<string, number>): FlowGraph {
  const edges = Object.entries(ways).map(([id, count]) => {
    const [source = "", target = ""] = id.split(">");
    return { id, source, target, count, hours: null };
  });
  const ids = [...new Set(edges.flatMap(({ source, target }) => [source, target]))];
  return { nodes: ids.map((id) => ({ id, name: id, customers: 1 })), edges };
}

const SHOP = graphOf({ "order>pay": 100, "pay>track": 60, "track>door": 50, "pay>door": 30, "track>ask": 4 });

test("only large flows are drawn, and the widest way to each node stays", () => {
  expect(kept(SHOP, 55).map(({ id }) => id)).toEqual(["order>pay", "pay>track", "track>door", "track>ask"]);
  expect(kept(SHOP, 0)).toEqual(SHOP.edges);
});

test("what can be reached stays so, and no node stands alone, however few flows are drawn", () => {
  const names = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const ways = fc.dictionary(
    fc.tuple(names, names).map(([one, other]) => `${one}>${other}`),
    fc.integer({ min: 1, max: 999 }),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(ways, (found) => {
      const graph = graphOf(found);
      const few = { nodes: graph.nodes, edges: kept(graph, Number.POSITIVE_INFINITY) };
      const start = byStart(graph)[0] ?? "";
      expect(reachable(few, start)).toEqual(reachable(graph, start));
      expect(joined(few)).toEqual(joined(graph));
    }),
  );
});

function reachable(graph: FlowGraph, start: string): string[] {
  const reached = new Set([start]);
  for (const id of reached) for (const edge of graph.edges) if (edge.source === id) reached.add(edge.target);
  return [...reached].sort();
}

function joined({ edges }: FlowGraph): string[] {
  return [...new Set(edges.flatMap(({ source, target }) => [source, target]))].sort();
}

test("journeys begin where more customers set out than arrive", () => {
  expect(byStart(SHOP)[0]).toBe("order");
});

test("the slider goes from all flows to the largest alone, and begins where a picture can be read", () => {
  expect([0, 50, 100].map((detail) => leastAt(SHOP, detail))).toEqual([4, 50, 100]);
  expect(leastAt({ nodes: [], edges: [] }, 50)).toBe(0);
  expect(firstDetail(SHOP)).toBe(0);
  const busy = graphOf(
    Object.fromEntries([..."abcd"].flatMap((a) => [..."abcd"].map((b) => [`${a}>${b}`, 1]))),
  );
  expect(firstDetail(busy)).toBe(63);
});

test("a picture holds the nodes that most customers came to, and the flows between them", () => {
  const sized = { ...SHOP, nodes: SHOP.nodes.map((node, at) => ({ ...node, customers: 10 - at })) };
  expect(largest(sized, 2)).toEqual({ nodes: sized.nodes.slice(0, 2), edges: [SHOP.edges[0]] });
  expect(largest(sized)).toEqual(sized);
});
