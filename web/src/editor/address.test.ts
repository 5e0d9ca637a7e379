import { expect, test } from "vitest";
import { addressFrom } from "./address";

test.each([
  [" https://a.example/x ", "https://a.example/x"],
  ["mailto:a@b.nl", "mailto:a@b.nl"],
  ["a@b.nl", "mailto:a@b.nl"],
  ["www.example.nl/help?x=1", "https://www.example.nl/help?x=1"],
  ["", ""],
])("%s leads to %s", (typed, address) => {
  expect(addressFrom(typed)).toBe(address);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "//a.example",
  "the folder on my desk",
  "ftp://a.example",
])("%s leads nowhere", (typed) => {
  expect(addressFrom(typed)).toBeNull();
});
