import { expect, test } from "vitest";
import { partsOf } from "./parts";

const hits = (text: string, query: string) =>
  partsOf(text, query)
    .filter(({ isHit }) => isHit)
    .map(({ text: part }) => part);

test("words are marked whatever their accents and capitals", () => {
  expect(hits("Één klacht over de Café-rekening", "een cafe")).toEqual(["Één", "Café"]);
  expect(
    partsOf("Te laat", "laat")
      .map(({ text }) => text)
      .join(""),
  ).toBe("Te laat");
  expect(hits("Te laat", "")).toEqual([]);
});
