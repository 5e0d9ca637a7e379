import { expect, test } from "vitest";
import { nameFor, trimmed } from "./mapping";

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

test("answers go into the dataset that is here, events into one of the file's name", () => {
  const datasets = [{ name: "Shop" }];
  const score = { kind: "answers", customer: "who" } as const;
  expect(nameFor({ file: "survey.csv", mapping: score }, datasets)).toBe("Shop");
  expect(nameFor({ file: "survey.csv", mapping: score }, [])).toBe("survey");
  expect(nameFor({ file: "events.v2.csv.gz", mapping: { kind: "events", customer: "who" } }, datasets)).toBe(
    "events.v2",
  );
  expect(nameFor({ file: "events.parquet", mapping: null }, datasets)).toBe("events");
});
