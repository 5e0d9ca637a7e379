import { expect, test } from "vitest";
import known from "../../scripts/icons.json";
import { ICONS, iconNamed } from "./icons";

test("the editor shows every icon that the exports can paint", () => {
  expect(Object.keys(ICONS).sort()).toEqual([...known].sort());
});

test("an unknown icon is a circle", () => {
  expect(iconNamed("no-such-icon")).toBe(ICONS.circle);
});
