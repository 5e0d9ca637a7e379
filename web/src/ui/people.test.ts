import { expect, test } from "vitest";
import { hueOf } from "./Marks";
import { shownAs } from "./people";

test("somebody with a name has its initials and its colour", () => {
  expect(shownAs({ id: "p1", name: "Anna de Boer" })).toEqual({
    name: "Anna de Boer",
    letters: "AB",
    hue: hueOf("Anna de Boer"),
  });
});

test("people without a name are told apart, each the same on every screen", () => {
  const ids = ["V1StGXR8_Z5jdHi6B", "3bVf9KqTzLwXyN2cR", "pQ7sUe0mJa4hGdYtW"];
  const shown = ids.map((id) => shownAs({ id, name: "" }));
  expect(new Set(shown.map(({ letters }) => letters)).size).toBe(ids.length);
  expect(shown).toEqual(
    ids.map((id, place) => {
      const letters = shown[place]?.letters ?? "";
      return { name: `Someone ${letters.toLowerCase()}`, letters, hue: hueOf(id) };
    }),
  );
});
