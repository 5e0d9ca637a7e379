import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "./changes";
import { inOrder } from "./document";
import { place } from "./keys";
import { put, type Records } from "./records";

const key = fc.constantFrom("a0", "a1", "a0V", "Zz", "a00", "zz", "0", "A", "b12", "10");
const siblings: fc.Arbitrary<Records> = fc
  .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"))
  .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), key))))
  .map((pairs) => new Map(pairs.map(([id, order]) => [id, { type: "lane", order }])));

function inserted(records: Records, index: number, count: number): string[] {
  const placement = place(inOrder(records, "lane"), index, count);
  const news = placement.keys.map((order, n) => put(`new${n}`, { type: "lane", order }));
  return [...inOrder(apply(records, [...placement.ops, ...news]), "lane").keys()];
}

test("what is placed among siblings stands there, whatever keys the siblings have", () => {
  fc.assert(
    fc.property(siblings, fc.nat(7), fc.integer({ min: 1, max: 5 }), (records, index, count) => {
      const before = [...inOrder(records, "lane").keys()];
      const news = Array.from({ length: count }, (_, n) => `new${n}`);
      expect(inserted(records, index, count)).toEqual([
        ...before.slice(0, index),
        ...news,
        ...before.slice(index),
      ]);
    }),
  );
});

test("siblings with a good key keep it", () => {
  const records: Records = new Map([
    ["a", { type: "lane", order: "a0" }],
    ["b", { type: "lane", order: "a1" }],
  ]);
  expect(place(records, 1)).toEqual({ keys: ["a0V"], ops: [] });
});

test("between equal keys there is no room: all siblings get new ones", () => {
  const records: Records = new Map([
    ["a", { type: "lane", order: "a1" }],
    ["b", { type: "lane", order: "a1" }],
  ]);
  expect(place(records, 1)).toEqual({
    keys: ["a1"],
    ops: [
      { op: "set", id: "a", field: "order", value: "a0" },
      { op: "set", id: "b", field: "order", value: "a2" },
    ],
  });
});

test("keys have only letters and digits, as the server demands, even after many insertions at one place", () => {
  let records: Records = new Map();
  for (let n = 0; n < 200; n += 1) {
    const [order = ""] = place(inOrder(records, "lane"), n % 2).keys;
    records = apply(records, [put(`l${n}`, { type: "lane", order })]);
    expect(order).toMatch(/^[A-Za-z0-9]{1,200}$/);
  }
});
