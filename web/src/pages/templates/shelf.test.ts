import { expect, test } from "vitest";
import type { Template } from "../../generated";
import { kindsOf, likeliest, matching, shapeInWords } from "./shelf";

const KINDS = { current: "Current state", "service-blueprint": "Service blueprint" };

function template(id: string, fields: Partial<Template> = {}): Template {
  return { id, language: "en", languages: ["en"], name: id, kind: "current", own: false, ...fields };
}

const FIVE = template("five", {
  name: "Five stages",
  description: "A good start.",
  stages: [
    { name: "Awareness", steps: ["Hear of you"] },
    { name: "Purchase", steps: ["Decide", "Pay in a restaurant"] },
  ],
  lanes: [{ kind: "actions" }],
});
const DINNER = template("dinner", { name: "A restaurant", kind: "service-blueprint" });
const ALL = [FIVE, DINNER];
const ids = (words: string) => matching(ALL, words, KINDS).map(({ id }) => id);

test("a template is found by its name, its description, its kind, its stages and its steps", () => {
  expect(ids("")).toEqual(["five", "dinner"]);
  expect(ids("FIVE")).toEqual(["five"]);
  expect(ids("good start")).toEqual(["five"]);
  expect(ids("blueprint")).toEqual(["dinner"]);
  expect(ids("aware")).toEqual(["five"]);
  expect(ids("hear five")).toEqual(["five"]);
  expect(ids("nothing of the sort")).toEqual([]);
});

test("a template of that name is likelier than one that mentions it", () => {
  expect(likeliest(matching(ALL, "restaurant", KINDS), "restaurant")).toBe(DINNER);
  expect(likeliest(ALL, "")).toBe(FIVE);
  expect(likeliest([], "x")).toBeUndefined();
});

test("kinds come with how many templates they have", () => {
  expect(kindsOf([...ALL, template("more")])).toEqual([
    ["current", 2],
    ["service-blueprint", 1],
  ]);
});

test("the shape of a template is said in numbers", () => {
  expect(shapeInWords(FIVE)).toBe("2 stages, 3 steps, 1 lane");
});
