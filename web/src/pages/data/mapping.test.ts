import { expect, test } from "vitest";
import { trimmed } from "./mapping";

test("a mapping keeps what its kind uses and leaves out what another kind filled in", () => {
  const mapping = {
    kind: "wide",
    customer: "who",
    time: "bought",
    event: "what",
    zone: "Europe/Amsterdam",
    steps: [
      { column: "bought", event: "Bought" },
      { column: "", event: "Nothing" },
    ],
  } as const;
  expect(trimmed({ ...mapping, steps: [...mapping.steps] })).toEqual({
    kind: "wide",
    customer: "who",
    zone: "Europe/Amsterdam",
    steps: [{ column: "bought", event: "Bought" }],
  });
});

test("events lose the columns of moments", () => {
  const steps = [{ column: "bought", event: "Bought" }];
  expect(trimmed({ kind: "events", customer: "who", time: "at", event: "what", steps })).toEqual({
    kind: "events",
    customer: "who",
    time: "at",
    event: "what",
    steps: [],
  });
});
