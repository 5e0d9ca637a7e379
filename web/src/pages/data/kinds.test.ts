import { expect, test } from "vitest";
import type { Mapping } from "../../generated";
import { questionFor } from "./guessing";
import { asKind, lacks, trimmed } from "./kinds";

const SAMPLES = new Map([
  ["order", ["o1", "o2"]],
  ["paid_at", ["2026-01-05 10:00:00", ""]],
  ["came", ["5/1/2026", "6/1/2026"]],
  ["score", ["4", "5"]],
]);

test("rows with several moments take every column of moments as one", () => {
  expect(asKind({ kind: "events", customer: "order" }, "wide", SAMPLES).steps).toEqual([
    { column: "paid_at", event: "Paid" },
    { column: "came", event: "Came" },
  ]);
});

test("answers take the columns of scores as questions, and the last moment as when", () => {
  const answers = asKind({ kind: "events", customer: "order" }, "answers", SAMPLES);
  expect([answers.time, answers.asked]).toEqual([
    "came",
    [{ column: "score", instrument: "rating", scale_min: 1, scale_max: 5 }],
  ]);
});

test("a change of kind and back loses nothing that was chosen", () => {
  const mapping: Mapping = {
    kind: "events",
    customer: "order",
    time: "came",
    event: "what",
    zone: "Asia/Tokyo",
  };
  const back = asKind(asKind(mapping, "wide", SAMPLES), "events", SAMPLES);
  expect(trimmed(back)).toEqual(mapping);
});

test("a mapping keeps what its kind uses and leaves out what another kind filled in", () => {
  const mapping: Mapping = {
    kind: "wide",
    customer: "who",
    time: "bought",
    event: "what",
    channel_is: "web",
    question_is: "NPS",
    steps: [{ column: "bought", event: "Bought" }],
    asked: [{ column: "score" }],
    also_known_as: [],
  };
  expect(trimmed(mapping)).toEqual({
    kind: "wide",
    customer: "who",
    channel_is: "web",
    steps: [{ column: "bought", event: "Bought" }],
  });
});

test("what a mapping lacks is said by its kind", () => {
  const cases: [Mapping, string[]][] = [
    [{ kind: "events", customer: "" }, ["who", "when", "what"]],
    [{ kind: "events", customer: "a", time_is: "2017-05-15", event_is: "Called" }, []],
    [{ kind: "wide", customer: "a", steps: [{ column: "b", event: "" }] }, ["moments"]],
    [{ kind: "answers", customer: "a", time: "b" }, ["question"]],
    [{ kind: "answers", customer: "a", time: "b", score: "c" }, ["scale"]],
    [{ kind: "answers", customer: "a", time: "b", score: "c", scale_min: 1, scale_max: 5 }, []],
    [{ kind: "answers", customer: "a", time: "b", asked: [{ column: "c", instrument: "nps" }] }, ["scale"]],
    [{ kind: "answers", customer: "a", time: "b", asked: [{ column: "c" }] }, []],
    [{ kind: "customers", customer: "a" }, ["attribute"]],
    [{ kind: "aliases", customer: "a" }, ["other-id"]],
  ];
  expect(cases.map(([mapping]) => lacks(mapping))).toEqual(cases.map(([, wanted]) => wanted));
});

test("a question is scored as its name and its values speak for", () => {
  expect(questionFor("NETPRO  ", ["9", "11"])).toEqual({
    column: "NETPRO  ",
    instrument: "nps",
    scale_min: 0,
    scale_max: 10,
  });
  expect(questionFor("Q7ART", ["3", "6", "0"])).toEqual({
    column: "Q7ART",
    instrument: "rating",
    scale_min: 1,
    scale_max: 5,
    not_applicable: ["6"],
    blank: ["0"],
  });
  expect(questionFor("effort", ["7", "2"])).toEqual({
    column: "effort",
    instrument: "ces",
    scale_min: 1,
    scale_max: 7,
  });
  expect(questionFor("comment", ["fine", ""])).toEqual({ column: "comment" });
});
