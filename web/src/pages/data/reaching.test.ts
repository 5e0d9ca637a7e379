import { expect, test } from "vitest";
import { joined, reach } from "./reaching";

const SHOP = new Map([
  ["reviews.csv", ["review_id", "order_id", "score"]],
  ["orders.csv", ["order_id", "customer_id", "status"]],
  ["customers.csv", ["customer_id", "customer_unique_id", "city"]],
  ["stock.csv", ["item"]],
]);

test("a column that another file knows is reached by the keys that files share", () => {
  expect(reach("reviews.csv", "customer_unique_id", SHOP)).toEqual([
    { file: "orders.csv", key: "order_id", column: "customer_id" },
    { file: "customers.csv", key: "customer_id", column: "customer_unique_id" },
  ]);
  expect(reach("orders.csv", "city", SHOP)).toEqual([
    { file: "customers.csv", key: "customer_id", column: "city" },
  ]);
});

test("the own column needs no way, and what no key leads to has none", () => {
  expect(reach("reviews.csv", "score", SHOP)).toEqual([]);
  expect(reach("reviews.csv", "item", SHOP)).toBeNull();
});

test("a second column by the same way brings only what is not here yet", () => {
  const first = reach("reviews.csv", "customer_unique_id", SHOP) ?? [];
  expect(joined(first, reach("reviews.csv", "city", SHOP) ?? [])).toEqual([
    ...first,
    { file: "customers.csv", key: "customer_id", column: "city" },
  ]);
});
