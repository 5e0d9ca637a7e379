import { expect, test } from "vitest";
import { newChangeId, newId } from "./ids";

test("ids of records are short, random and fit the server's rule", () => {
  const ids = Array.from({ length: 2000 }, newId);
  expect(new Set(ids).size).toBe(2000);
  expect(ids.filter((id) => !/^[A-Za-z0-9]{12}$/.test(id))).toEqual([]);
});

test("ids of changes are UUIDs of version 7 that sort as they were made", () => {
  const now = Date.now();
  const ids = Array.from({ length: 10_000 }, (_, n) => newChangeId(now + Math.floor(n / 6000)));
  expect(new Set(ids).size).toBe(10_000);
  expect([...ids].sort()).toEqual(ids);
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !shape.test(id))).toEqual([]);
});

test("a clock that steps back does not make ids that sort before the last one", () => {
  const now = Date.now() + 60_000;
  const first = newChangeId(now);
  expect(newChangeId(now - 30_000) > first).toBe(true);
});

test("the time stands in front", () => {
  const now = Date.now() + 3_600_000;
  expect(Number.parseInt(newChangeId(now).replaceAll("-", "").slice(0, 12), 16)).toBe(now);
});
