import { expect, test } from "vitest";
import { pace } from "./pace";

test("a time is over or under what is expected only when its interval leaves that out", () => {
  expect(pace(2, { value: 5, low: 4, high: 6 })).toEqual({ side: "over", by: 3 });
  expect(pace(8, { value: 5, low: 4, high: 6 })).toEqual({ side: "under", by: 3 });
  expect(pace(5.5, { value: 5, low: 4, high: 6 })).toEqual({ side: "same", by: 0.5 });
});

test("without an interval only the same time is the same", () => {
  expect(pace(2, { value: 2 })).toEqual({ side: "same", by: 0 });
  expect(pace(2, { value: 1 })).toEqual({ side: "under", by: 1 });
});

test("nothing expected is nothing to compare", () => {
  expect(pace(null, { value: 5 })).toBeNull();
});
