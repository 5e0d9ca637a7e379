import { expect, test } from "vitest";
import { addressOf } from "./addresses";

test("what was found is opened in its place", () => {
  const at = (kind: Parameters<typeof addressOf>[0]["kind"], document = "", opportunity = "") =>
    addressOf({ kind, id: "one", document, opportunity }, "te laat");
  expect(at("map", "parcel")).toBe("/maps/parcel");
  expect(at("card", "parcel")).toBe("/maps/parcel?at=one");
  expect(at("persona")).toBe("/library/personas/one");
  expect(at("opportunity")).toBe("/opportunities/one");
  expect(at("excerpt", "shop")).toBe("/data/shop/excerpts?search=te+laat&at=one");
  expect(at("quote", "talk")).toBe("/evidence/sources/talk/words?at=one");
  expect(at("idea", "", "late")).toBe("/opportunities/late?at=one");
  expect(at("idea")).toBe("/opportunities");
});
