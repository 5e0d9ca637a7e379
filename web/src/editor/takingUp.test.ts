import { expect, test } from "vitest";
import type { AnyRecord, Card, Opportunity } from "../generated";
import { apply } from "../model";
import { howMightWe } from "./howMightWe";
import { asSaid, namedBy } from "./named";
import { sheetOf } from "./sheet";
import { cardFor, helpedBy, naming, takenOver } from "./takingUp";

const WORTH = {
  customer_value: 5,
  effort: 2,
  status: "planned",
  owner: "Femke",
  teams: ["delivery"],
} as const;
const CARD: Card = {
  type: "card",
  lane: "o",
  step: "s",
  text: "Say it is late",
  ...WORTH,
  teams: ["delivery"],
};
const RECORDS = new Map<string, AnyRecord>([
  ["map", { type: "map", title: "M" }],
  ["g", { type: "stage", order: "a0" }],
  ["s", { type: "step", stage: "g", order: "a0" }],
  ["o", { type: "lane", kind: "opportunities", order: "a0" }],
  ["p", { type: "lane", kind: "pain-points", order: "a1" }],
  ["c", CARD],
]);
const sheet = sheetOf(RECORDS);
const [own, pains] = sheet.lanes;

test("a card that is taken up gives its fields to the record, and keeps its words", () => {
  expect(takenOver(CARD)).toEqual({ ...WORTH, teams: ["delivery"] });
  const after = own && apply(RECORDS, naming({ id: "c", card: CARD }, own, "late")).get("c");
  expect(after).toEqual({ type: "card", lane: "o", step: "s", text: "Say it is late", opportunity: "late" });
});

test("a pain that names an opportunity keeps what it says itself", () => {
  const ops = pains && naming({ id: "c", card: CARD }, pains, "late");
  expect(ops).toEqual([{ op: "set", id: "c", field: "opportunity", value: "late" }]);
});

test("a step gets a card in the lane of opportunities, and a map without that lane gets the lane", () => {
  const put = cardFor(sheet, "s", "late", "Late").at(-1);
  expect(put).toMatchObject({
    op: "put",
    record: { lane: "o", step: "s", text: "Late", opportunity: "late" },
  });
  const bare = new Map([...RECORDS].filter(([id]) => id !== "o" && id !== "c"));
  const kinds = [...apply(bare, cardFor(sheetOf(bare), "s", "late", "Late")).values()].map((one) => one.type);
  expect(kinds).toEqual(["map", "stage", "step", "lane", "lane", "card"]);
});

test("the record speaks for the card; one that is gone says so, and before the library came nobody knows", () => {
  const record: Opportunity = { type: "opportunity", name: "Late", status: "doing", effort: 4 };
  const card: Card = { type: "card", text: "x", opportunity: "late", status: "open" };
  expect(namedBy(card, undefined)).toBe(undefined);
  expect(namedBy(card, {})).toBe(null);
  expect(asSaid(card, namedBy(card, { late: record }))).toMatchObject({
    text: "x",
    status: "doing",
    effort: 4,
  });
  expect(asSaid(card, null)).toBe(card);
});

test("the question that opens a pain up speaks the language of the map", () => {
  expect(howMightWe("Nobody says that it is late.", "en-GB", "Noor")).toBe(
    "How might we spare Noor this: Nobody says that it is late?",
  );
  expect(howMightWe("Niemand zegt iets", "nl")).toBe(
    "Hoe kunnen we klanten dit besparen: Niemand zegt iets?",
  );
  expect(howMightWe(" ", "nl")).toBe("");
});

test("an opportunity asks whether it helped by the first number that it was made for", () => {
  const late = { kind: "late", at: ["door"] } as const;
  const read = { dataset: "shop", question: { ...late, at: [...late.at] }, value: 0.06, n: 146 };
  expect(helpedBy([{ note: "said" }, read])).toEqual({
    question: read.question,
    dataset: "shop",
    better: "lower",
  });
  expect(helpedBy([{ note: "said" }])).toEqual({});
});
