import { expect, test } from "vitest";
import { run } from "./commands";
import { type Command, commandFor } from "./keymap";
import { type Presenting, presented, slideOf } from "./presenting";
import { sheetOf } from "./sheet";
import { played, small } from "./testing";

function shown(...commands: Command[]): Presenting | null {
  const begin: Presenting | null = { at: 0, isBlank: false };
  return commands.reduce<Presenting | null>((now, command) => now && presented(now, command, 2), begin);
}

test("a presentation goes stage by stage and stays at its ends", () => {
  expect(shown("next")).toEqual({ at: 1, isBlank: false });
  expect(shown("next", "next", "next")).toEqual({ at: 2, isBlank: false });
  expect(shown("previous")).toEqual({ at: 0, isBlank: false });
  expect([shown("last"), shown("last", "first")]).toEqual([
    { at: 2, isBlank: false },
    { at: 0, isBlank: false },
  ]);
});

test("B blanks the screen; the next key brings the same stage back", () => {
  expect(shown("next", "blank")).toEqual({ at: 1, isBlank: true });
  expect(shown("next", "blank", "next")).toEqual({ at: 1, isBlank: false });
  expect(shown("next", "blank", "blank")).toEqual({ at: 1, isBlank: false });
});

test("Esc ends it", () => {
  expect(shown("next", "endShow")).toBe(null);
});

test("F5 begins it at the opening; its keys mean what people expect", () => {
  const play = played();
  run("present", play.around);
  expect(play.store.getSnapshot().presenting).toEqual({ at: 0, isBlank: false });
  const held = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
  const keys = ["F5", "ArrowRight", " ", "ArrowLeft", "b", "Escape", "x"];
  expect(keys.map((key) => commandFor({ ...held, key }, key === "F5" ? "moving" : "presenting"))).toEqual([
    "present",
    "next",
    "next",
    "previous",
    "blank",
    "endShow",
    null,
  ]);
});

test("a slide holds one stage with its steps; the opening holds them all", () => {
  const sheet = sheetOf(small());
  const slide = slideOf(sheet, 2);
  expect(slide.columns.map(({ id }) => id)).toEqual(["read"]);
  expect(slide.spans.map(({ id, start, count, hue }) => [id, start, count, hue])).toEqual([["use", 0, 1, 1]]);
  expect(slideOf(sheet, 0)).toBe(sheet);
});
