import { expect, test } from "vitest";
import type { Analysis, Row } from "./answers";
import { narrowings, pinnable } from "./pinning";

const FLOW: Analysis = { analysis: "flow", by: "touchpoint", only: { first: 5 } };
const row = (key: Row["key"]): Row => ({ key, figures: {} });

test("a flow is pinned as the same question with the same filter", () => {
  const [share, ...others] = pinnable(FLOW, row({ source: "pay", target: "event:Track" }));
  expect(share).toEqual({
    figure: "share",
    question: {
      kind: "flow",
      source: ["pay"],
      target: ["event:Track"],
      statistic: "share",
      only: { first: 5 },
    },
  });
  expect(others.map(({ figure }) => figure)).toEqual(["customers", "median_hours"]);
  expect(pinnable({ analysis: "reach" }, row({ node: "pay" }))).toEqual([
    { figure: "share", question: { kind: "reach", at: ["pay"] } },
  ]);
});

test("what no card can ask is not offered", () => {
  expect(pinnable(FLOW, row({ source: "channel:web", target: "channel:shop" }))).toEqual([]);
  expect(pinnable({ ...FLOW, per: "event" }, row({ source: "a", target: "b" }))).toEqual([]);
});

test("from a row one looks at fewer customers, or at all without its events", () => {
  expect(narrowings(row({ source: "a", target: "b" }))).toEqual([
    { kind: "passed", place: ["a"] },
    { kind: "passed", place: ["b"] },
  ]);
  expect(narrowings(row({ node: "a" })).map(({ kind }) => kind)).toEqual([
    "passed",
    "never",
    "repeated",
    "without",
  ]);
  expect(narrowings(row({ node: "channel:web" }))).toEqual([{ kind: "channels", channels: ["web"] }]);
});
