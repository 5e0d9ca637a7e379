import { expect, test } from "vitest";
import type { Person } from "../generated";
import { Colleagues } from "./colleagues";

function person(id: string, step = "pay", editing = false, client = id): Person {
  return { client, actor: { id, name: id }, cell: { lane: "does", step, card: "" }, editing };
}

test("only the cells hear that somebody left or entered", () => {
  const colleagues = new Colleagues();
  const heard: string[] = [];
  for (const cell of ["", "does|pay", "does|wait", "does|read"])
    colleagues.subscribe(cell, () => heard.push(cell));
  colleagues.take([person("anna"), person("bram", "read")]);
  const still = colleagues.at("does|read");
  heard.length = 0;
  colleagues.take([person("anna", "wait"), person("bram", "read")]);
  expect(heard).toEqual(["", "does|pay", "does|wait"]);
  expect(colleagues.at("does|read")).toBe(still);
  expect(colleagues.at("does|pay")).toEqual([]);
  expect(colleagues.at("does|wait")).toEqual([person("anna", "wait")]);
});

test("hidden colleagues are in no cell, but they are here", () => {
  const colleagues = new Colleagues();
  colleagues.take([person("anna")]);
  let heard = 0;
  colleagues.subscribe("does|pay", () => {
    heard += 1;
  });
  colleagues.show(false);
  expect([heard, colleagues.at("does|pay"), colleagues.all()]).toEqual([1, [], [person("anna")]]);
  colleagues.show(true);
  expect([heard, colleagues.at("does|pay")]).toEqual([2, [person("anna")]]);
});

test("the same news again is no news", () => {
  const colleagues = new Colleagues();
  colleagues.take([person("anna")]);
  let heard = 0;
  const stop = colleagues.subscribe("", () => {
    heard += 1;
  });
  colleagues.take([person("anna")]);
  stop();
  colleagues.take([]);
  expect(heard).toBe(0);
});

test("one follows each colleague in turn, in the window where they work", () => {
  const colleagues = new Colleagues();
  const typing = person("anna", "read", true, "second window");
  colleagues.take([person("anna"), typing, person("bram")]);
  expect(colleagues.find("anna")).toEqual(typing);
  expect(colleagues.find("cleo")).toBeUndefined();
  expect(["", "anna", "bram", "cleo"].map((who) => colleagues.after(who)?.actor.id)).toEqual([
    "anna",
    "bram",
    "anna",
    "anna",
  ]);
  expect(new Colleagues().after("")).toBeUndefined();
});
