import { expect, test } from "vitest";
import { begunWith } from "./beginning";

test("an open map takes the parts of a template and its kind, and keeps its own title", () => {
  const ops = begunWith({
    map: {
      type: "map",
      title: "A restaurant",
      description: "For guests.",
      kind: "service-blueprint",
      language: "nl",
    },
    eat: { type: "stage", name: "Eten", order: "a0" },
  });
  expect(ops).toEqual([
    { op: "set", id: "map", field: "kind", value: "service-blueprint" },
    { op: "set", id: "map", field: "language", value: "nl" },
    { op: "put", id: "eat", record: { type: "stage", name: "Eten", order: "a0" } },
  ]);
});
