import { expect, test } from "vitest";
import type { Card, SourceExcerpt } from "../generated";
import { apply } from "../model";
import { cardFrom, cited, putOn } from "./citing";
import { gradeOf } from "./grade";
import { small } from "./testing";

const AT = "2026-05-03T10:00:00Z";
const EXCERPT: SourceExcerpt = {
  source: "talk",
  id: "waits",
  kind: "quote",
  text: "I waited two weeks.",
  place: {},
  at: AT,
  by: { id: "anna", name: "Anna" },
};

test("an excerpt becomes a card below the others of its cell, that cites it and is heard", () => {
  const records = small();
  const made = cardFrom(records, { lane: "actions", step: "look" }, EXCERPT, AT);
  const card = apply(records, made.ops).get(made.id) as Card;
  expect(card).toEqual({
    type: "card",
    lane: "actions",
    step: "look",
    order: "a2",
    text: "I waited two weeks.",
    evidence: [{ source: "talk", excerpt: "waits", at: AT }],
  });
  expect([gradeOf(card, { sources: new Set(["talk"]) }), gradeOf(card, { sources: new Set() })]).toEqual([
    "heard",
    "assumed",
  ]);
});

test("what is dropped on a card is cited by it, what is dropped beside is a card", () => {
  const [records, cell] = [small(), { lane: "actions", step: "look" }];
  const [on] = [...records].find(([, record]) => record.type === "card") ?? [""];
  const onto = putOn(records, cell, on, EXCERPT, AT);
  expect([onto.id, onto.ops.map(({ op }) => op)]).toEqual([on, ["set"]]);
  const beside = putOn(records, cell, "", EXCERPT, AT);
  expect((apply(records, beside.ops).get(beside.id) as Card).text).toBe(EXCERPT.text);
});

test("a card cites an excerpt once", () => {
  const card: Card = { type: "card", evidence: [{ note: "Workshop" }] };
  const [op] = cited("one", card, EXCERPT, AT);
  const evidence = [{ note: "Workshop" }, { source: "talk", excerpt: "waits", at: AT }];
  expect(op).toEqual({ op: "set", id: "one", field: "evidence", value: evidence });
  expect(cited("one", { ...card, evidence }, EXCERPT, AT)).toEqual([]);
});
