import { expect, test } from "vitest";
import { run } from "./commands";
import { commandFor } from "./keymap";
import { played } from "./testing";
import { fitting, LARGEST, SMALLEST, scrolled, stepped, wheeled } from "./zoom";

test("steps go over round numbers and stop at the ends", () => {
  expect([stepped(1, 1), stepped(1, -1), stepped(0.72, 1), stepped(0.72, -1)]).toEqual([1.1, 0.9, 0.8, 0.67]);
  expect([stepped(LARGEST, 1), stepped(SMALLEST, -1)]).toEqual([LARGEST, SMALLEST]);
});

test("the wheel zooms in upwards and out downwards, and back again to the same", () => {
  expect(wheeled(1, -30)).toBeGreaterThan(1);
  expect(wheeled(wheeled(1, 30), -30)).toBeCloseTo(1, 2);
  expect([wheeled(2, -500), wheeled(0.25, 500)]).toEqual([LARGEST, SMALLEST]);
});

test("a map that is too large shrinks until it fits; a small one is not blown up", () => {
  expect(fitting({ width: 1000, height: 500 }, { width: 2000, height: 600 })).toBe(0.5);
  expect(fitting({ width: 1000, height: 500 }, { width: 800, height: 300 })).toBe(1);
  expect(fitting({ width: 1000, height: 500 }, { width: 0, height: 0 })).toBe(1);
});

test("what is under the pointer stays under it", () => {
  expect(scrolled(100, 50, 1000, 2000)).toBe(250);
  expect(scrolled(0, 300, 1000, 500)).toBe(0);
});

test("Shift+1 and Shift+2 are meant by their place, where they type no digit", () => {
  const held = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: true };
  expect(commandFor({ ...held, key: "!", code: "Digit1" }, "moving")).toBe("fitMap");
  expect(commandFor({ ...held, key: '"', code: "Digit2" }, "moving")).toBe("fitSelection");
  expect(commandFor({ ...held, key: "1", code: "Digit1" }, "moving")).toBe("typeOver");
  expect(commandFor({ ...held, shiftKey: false, key: "!", code: "Slash" }, "moving")).toBe("typeOver");
});

test("Ctrl+0 is the browser's own where the map is at 100 % already", () => {
  const play = played();
  expect([run("zoomReset", play.around), play.log]).toEqual([false, []]);
  play.store.set({ zoom: 0.5 });
  expect([run("zoomReset", play.around), play.log]).toEqual([true, ["zoom full"]]);
});
