import { expect, test } from "vitest";
import type { Readings } from "../../generated";
import { columnsOf, drawnAlong, measuredAlong } from "./preview";

const map = {
  stages: [
    { name: "Buy", colour: 0, steps: 2 },
    { name: "Wait", colour: 1, steps: 0 },
    { name: "Use", colour: 2, steps: 2 },
  ],
  steps: ["look", "pay", "open", "ask"],
  emotion: [1, null, 2, -1],
};

const emotion = (value: number | null, too_few = false) => ({ emotion: { value, too_few } });

test("a stage without steps has a column of its own", () => {
  expect(columnsOf(map)).toEqual(["look", "pay", "", "open", "ask"]);
});

test("the drawn curve keeps its steps below their stages", () => {
  expect(drawnAlong(map)).toEqual([1, null, null, 2, -1]);
});

test("the measured curve shows what is known, also when some steps have no number", () => {
  const steps = {
    ask: emotion(-0.5),
    look: emotion(1.1),
    pay: emotion(0.4, true),
  } as unknown as Readings["steps"];
  expect(measuredAlong(map, steps)).toEqual([1.1, null, null, null, -0.5]);
  expect(measuredAlong(map, undefined)).toEqual([null, null, null, null, null]);
});
