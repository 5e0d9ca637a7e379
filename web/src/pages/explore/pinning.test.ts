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
  expect(others.map(({ figure }) => figure)).toEqual(["customers", "median_hours", "p90_hours"]);
  const each = pinnable({ analysis: "flow", per: "event" }, row({ source: "pay", target: "event:Track" }));
  expect(each.map(({ question }) => question.kind === "flow" && question.statistic)).toEqual(["times"]);
  expect(pinnable({ analysis: "reach" }, row({ node: "pay" }))).toEqual([
    { figure: "share", question: { kind: "reach", at: ["pay"] } },
  ]);
});

test("a step of a funnel, a stay and a score are pinned as the questions that cards know", () => {
  const places = [["a"], ["b"], ["c"]];
  const funnel: Analysis = { analysis: "funnel-steps", places };
  expect(pinnable(funnel, row({ step: "2" }))).toEqual([
    { figure: "share_of_previous", question: { kind: "funnel", places: [["a"], ["b"]] } },
  ]);
  expect(pinnable({ ...funnel, within_hours: 24 }, row({ step: "2" }))).toEqual([]);
  expect(pinnable(funnel, row({ step: "1" }))).toEqual([]);
  expect(pinnable({ analysis: "stays" }, row({ at: "a" })).map(({ figure }) => figure)).toEqual([
    "median_hours",
    "p90_hours",
  ]);
  expect(pinnable({ analysis: "stays", of: "wait" }, row({ at: "a" }))).toEqual([]);
  const scale = { node: "a", question: "Would you recommend us?", instrument: "nps" };
  expect(pinnable({ analysis: "scores" }, row(scale)).map(({ question }) => question.kind)).toEqual([
    "nps",
    "score",
  ]);
  expect(pinnable({ analysis: "scores" }, row({ ...scale, instrument: "feeling" }))).toEqual([]);
});

test("what no card can ask is not offered", () => {
  expect(pinnable(FLOW, row({ source: "channel:web", target: "channel:shop" }))).toEqual([]);
});

test("from a row one looks at fewer customers, or at all without its events", () => {
  expect(narrowings(FLOW, row({ source: "a", target: "b" }))).toEqual([
    { kind: "passed", place: ["a"] },
    { kind: "passed", place: ["b"] },
  ]);
  expect(narrowings(FLOW, row({ node: "a" })).map(({ kind }) => kind)).toEqual([
    "passed",
    "never",
    "repeated",
    "without",
  ]);
  expect(narrowings(FLOW, row({ what: "scores", node: "Would you recommend us?" }))).toEqual([]);
  expect(narrowings(FLOW, row({ node: "channel:web" }))).toEqual([{ kind: "channels", channels: ["web"] }]);
});
