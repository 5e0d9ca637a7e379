import { expect, test } from "vitest";
import { type Command, commandFor, KEYMAP, keysOf, keysPage, type Mode, type Press } from "./keymap";

function press(keys: string, mode: Mode = "moving"): Command | null {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const held: Press = {
    key,
    ctrlKey: parts.includes("Ctrl"),
    altKey: parts.includes("Alt"),
    shiftKey: parts.includes("Shift"),
    metaKey: parts.includes("Meta"),
  };
  return commandFor(held, mode);
}

test("keys name commands, with Cmd as Ctrl and capitals where Ctrl+Shift makes them", () => {
  expect(press("ArrowRight")).toBe("right");
  expect(press("Ctrl+Home")).toBe("mapStart");
  expect(press("Meta+z")).toBe("undo");
  expect(press("Ctrl+Shift+Z")).toBe("redo");
  expect(press("?")).toBe("shortcuts");
  expect(press("n")).toBe("newCard");
});

test("any other character types over; AltGr, dead keys and composing do not", () => {
  expect(press("N")).toBe("typeOver");
  expect(press("é")).toBe("typeOver");
  expect(press("Ctrl+Alt+q")).toBe(null);
  expect(
    commandFor({ key: "Dead", ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }, "moving"),
  ).toBe(null);
  const composing = {
    key: "n",
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    isComposing: true,
  };
  expect(commandFor(composing, "moving")).toBe(null);
});

test("while typing only the keys that end it mean something", () => {
  expect([
    press("Tab", "typing"),
    press("Enter", "typing"),
    press("n", "typing"),
    press("ArrowLeft", "typing"),
  ]).toEqual(["commitRight", "commitDown", null, null]);
  expect(press("Shift+Enter", "typing")).toBe(null);
});

test("where the page is mirrored, the left arrow leads to the next cell", () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const asked = ["ArrowLeft", "ArrowRight", "ArrowUp"].map((key) =>
    commandFor({ ...plain, key }, "moving", true),
  );
  expect(asked).toEqual(["right", "left", "up"]);
});

test("no two commands share a key in one mode, and none takes a key of the browser", () => {
  const taken = KEYMAP.flatMap((binding) =>
    binding.keys.filter(Boolean).map((keys) => `${binding.mode} ${keys}`),
  );
  expect(new Set(taken).size).toBe(taken.length);
  for (const keys of taken) expect(keys).not.toMatch(/Ctrl\+[ntw]$|Ctrl\+Alt/);
});

test("keys are shown as people read them", () => {
  expect([keysOf("redo"), keysOf("shiftUp"), keysOf("remove"), keysOf("raise")]).toEqual([
    "Ctrl+Shift+Z",
    "Alt+↑",
    "Del",
    "+",
  ]);
});

const OPENING = `# Keyboard

Everything on a map can be done from the keyboard; \`?\` shows this list while you edit, and Ctrl+K finds a command by its name. On a Mac, Cmd does what Ctrl does.

One cell or card has the focus. Arrows move it; stages and steps are the rows above the lanes, and the names of the lanes are the column before the first.
`;

// After a change of the keys: `npx vitest run src/editor/keymap.test.ts -u` writes the page anew.
test("the guide's page of keys is the list itself", async () => {
  await expect(keysPage(OPENING)).toMatchFileSnapshot("../../../docs/guide/keyboard.md");
});
