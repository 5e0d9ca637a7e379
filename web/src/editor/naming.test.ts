import { expect, test } from "vitest";
import { named } from "./naming";

const TEAMS = { shop: { name: "Shop", order: "a0" }, care: { name: "Customer care", order: "a1" } };

test("a name that is there means that thing, however it is written", () => {
  expect(named("team", TEAMS, " customer CARE ")).toEqual({ id: "care", ops: [] });
});

test("a new name makes a thing behind the others", () => {
  const { id, ops } = named("team", TEAMS, " Depot ");
  expect(ops).toEqual([{ op: "put", id, record: { type: "team", name: "Depot", order: "a2" } }]);
});
