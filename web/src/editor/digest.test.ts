import { expect, test } from "vitest";
import type { Entry, Op } from "../generated";
import { drop, put, set } from "../model";
import { Digest } from "./digest";
import { small } from "./testing";

let seq = 0;

function entry(name: string, ops: Op[]): Entry {
  seq += 1;
  return { id: `e${seq}`, document: "m", seq, actor: { id: name, name }, at: "2026-11-27T10:00:00Z", ops };
}

function told(...entries: Entry[]): string {
  const digest = new Digest();
  digest.hear(entries, small(), ({ actor }) => actor.name ?? "");
  return digest.words();
}

const card = (id: string) => put(id, { type: "card", lane: "pains", step: "pay" });

test("each person's deeds are counted by card, however many keys it took", () => {
  const words = told(
    entry("Anna", [set("one", "text", "O")]),
    entry("Anna", [set("one", "text", "On")]),
    entry("Bram", [card("new"), drop("two")]),
  );
  expect(words).toBe("Anna: 1 card changed. Bram: 1 card added, 1 card deleted.");
});

test("a new card that is typed in is added, and one that came and went is no news", () => {
  expect(told(entry("Anna", [card("new")]), entry("Anna", [set("new", "text", "N")]))).toBe(
    "Anna: 1 card added.",
  );
  expect(told(entry("Anna", [card("new")]), entry("Anna", [drop("new")]))).toBe("Anna: nothing that stayed.");
});

test("lanes and comments have words of their own", () => {
  const words = told(
    entry("Anna", [set("actions", "name", "Does")]),
    entry("Anna", [put("c", { type: "comment", target: "one", text: "Why?" })]),
  );
  expect(words).toBe("Anna: 1 comment, lanes, stages or steps changed.");
});

test("of many people three are named", () => {
  const many = ["Anna", "Bram", "Cleo", "Daan", "Eva"].map((name) => entry(name, [set("one", "text", name)]));
  expect(told(...many)).toBe(
    "Anna: 1 card changed. Bram: 1 card changed. Cleo: 1 card changed. 2 more edit too.",
  );
});

test("what was said once is not said again", () => {
  const digest = new Digest();
  digest.hear([entry("Anna", [drop("one")])], small(), () => "Anna");
  expect([digest.isEmpty, digest.words(), digest.isEmpty, digest.words()]).toEqual([
    false,
    "Anna: 1 card deleted.",
    true,
    "",
  ]);
});
