// The one list of keys: it drives the handlers, the `?` dialog, the palette and the tooltips.

import type { MessageDescriptor as Words } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { spoken } from "./spoken";

export type Mode = "moving" | "typing" | "carrying" | "presenting";

export type Command =
  | "left"
  | "right"
  | "up"
  | "down"
  | "rowStart"
  | "rowEnd"
  | "mapStart"
  | "mapEnd"
  | "extendLeft"
  | "extendRight"
  | "extendUp"
  | "extendDown"
  | "walkLeft"
  | "walkRight"
  | "walkUp"
  | "walkDown"
  | "selectAll"
  | "toggleCard"
  | "edit"
  | "typeOver"
  | "newCard"
  | "newAbove"
  | "copy"
  | "cut"
  | "paste"
  | "pastePlain"
  | "remove"
  | "duplicate"
  | "fold"
  | "hideLane"
  | "showLanes"
  | "pickUp"
  | "shiftLeft"
  | "shiftRight"
  | "shiftUp"
  | "shiftDown"
  | "insert"
  | "export"
  | "typingOver"
  | "linkTo"
  | "links"
  | "showLinks"
  | "optional"
  | "repeatable"
  | "widen"
  | "narrow"
  | "raise"
  | "lower"
  | "picture"
  | "customers"
  | "menu"
  | "undo"
  | "redo"
  | "find"
  | "showAll"
  | "present"
  | "next"
  | "previous"
  | "first"
  | "last"
  | "blank"
  | "endShow"
  | "zoomIn"
  | "zoomOut"
  | "zoomReset"
  | "fitMap"
  | "fitSelection"
  | "palette"
  | "shortcuts"
  | "saved"
  | "follow"
  | "showOthers"
  | "history"
  | "comment"
  | "comments"
  | "notes"
  | "keepTemplate"
  | "details"
  | "mapDetails"
  | "growFuture"
  | "besideBase"
  | "nextDifference"
  | "lastDifference"
  | "checklist"
  | "leave"
  | "put"
  | "commitDown"
  | "commitRight"
  | "commitLeft";

export const GROUPS = [
  "Move",
  "Select",
  "Cards",
  "While typing",
  "While carrying",
  "View",
  "While presenting",
  "Map",
] as const;

export interface Binding {
  command: Command;
  keys: readonly string[];
  mode: Mode;
  does: string;
  group: (typeof GROUPS)[number];
}

function bind(group: Binding["group"], mode: Mode, command: Command, keys: string, does: Words): Binding {
  return Object.assign(spoken({ does }), { group, mode, command, keys: keys.split(" ") });
}

export const GROUP_WORDS: Readonly<Record<Binding["group"], string>> = spoken({
  Move: msg`Move`,
  Select: msg`Select`,
  Cards: msg`Cards`,
  "While typing": msg`While typing`,
  "While carrying": msg`While carrying`,
  Map: msg`Map`,
  View: msg`View`,
  "While presenting": msg`While presenting`,
});

export const KEYMAP: readonly Binding[] = [
  bind("Move", "moving", "left", "ArrowLeft", msg`Cell to the left`),
  bind("Move", "moving", "right", "ArrowRight", msg`Cell to the right`),
  bind("Move", "moving", "up", "ArrowUp", msg`Card or cell above`),
  bind("Move", "moving", "down", "ArrowDown", msg`Card or cell below`),
  bind("Move", "moving", "rowStart", "Home", msg`Start of the lane`),
  bind("Move", "moving", "rowEnd", "End", msg`End of the lane`),
  bind("Move", "moving", "mapStart", "Ctrl+Home", msg`Start of the map`),
  bind("Move", "moving", "mapEnd", "Ctrl+End", msg`End of the map`),
  bind("Select", "moving", "extendLeft", "Shift+ArrowLeft", msg`Select on to the left`),
  bind("Select", "moving", "extendRight", "Shift+ArrowRight", msg`Select on to the right`),
  bind("Select", "moving", "extendUp", "Shift+ArrowUp", msg`Select on upwards`),
  bind("Select", "moving", "extendDown", "Shift+ArrowDown", msg`Select on downwards`),
  bind("Select", "moving", "walkLeft", "Ctrl+ArrowLeft", msg`Go left and keep the selection`),
  bind("Select", "moving", "walkRight", "Ctrl+ArrowRight", msg`Go right and keep the selection`),
  bind("Select", "moving", "walkUp", "Ctrl+ArrowUp", msg`Go up and keep the selection`),
  bind("Select", "moving", "walkDown", "Ctrl+ArrowDown", msg`Go down and keep the selection`),
  bind("Select", "moving", "selectAll", "Ctrl+a", msg`Select the lane; once more: the map`),
  bind("Select", "moving", "toggleCard", "Ctrl+Space", msg`This card in or out of the selection`),
  bind("Cards", "moving", "edit", "Enter F2", msg`Edit, or open what is here`),
  bind("Cards", "moving", "typeOver", "", msg`Type over`),
  bind("Cards", "moving", "newCard", "n", msg`New card, step, stage or lane after this one`),
  bind("Cards", "moving", "newAbove", "Shift+Enter", msg`New card above`),
  bind("Cards", "moving", "duplicate", "Ctrl+d", msg`Duplicate`),
  bind("Cards", "moving", "copy", "Ctrl+c", msg`Copy; spreadsheets and documents take it as a table`),
  bind("Cards", "moving", "cut", "Ctrl+x", msg`Cut`),
  bind("Cards", "moving", "paste", "Ctrl+v", msg`Paste cards, a range of a spreadsheet, a text or a picture`),
  bind("Cards", "moving", "pastePlain", "Ctrl+Shift+v", msg`Paste all as the text of one card`),
  bind("Cards", "moving", "remove", "Delete Backspace", msg`Delete`),
  bind("Cards", "moving", "picture", "", msg`Choose a picture for the card, or for a new one`),
  bind("Cards", "moving", "fold", "Alt+Enter", msg`Fold a lane or a stage, or open it again`),
  bind("Cards", "moving", "hideLane", "", msg`Hide the lane`),
  bind("Cards", "moving", "showLanes", "", msg`Show all hidden lanes`),
  bind("Cards", "moving", "pickUp", "Space", msg`Pick up; arrows carry, Space puts down`),
  bind("Cards", "moving", "shiftLeft", "Alt+ArrowLeft", msg`Move one cell to the left`),
  bind("Cards", "moving", "shiftRight", "Alt+ArrowRight", msg`Move one cell to the right`),
  bind("Cards", "moving", "shiftUp", "Alt+ArrowUp", msg`Move up; on the curve half a point better`),
  bind("Cards", "moving", "shiftDown", "Alt+ArrowDown", msg`Move down; on the curve half a point worse`),
  bind("Cards", "moving", "widen", "Alt+Shift+ArrowRight", msg`Over one more step`),
  bind("Cards", "moving", "narrow", "Alt+Shift+ArrowLeft", msg`Over one step less`),
  bind("Cards", "moving", "insert", "/", msg`Insert into a cell: a card, a touchpoint, a measure, a picture`),
  bind("Cards", "moving", "linkTo", "Ctrl+Shift+l", msg`Link this step to another step`),
  bind("Cards", "moving", "optional", "", msg`Customers may skip this step, or not`),
  bind("Cards", "moving", "repeatable", "", msg`This step may be repeated, or not`),
  bind("Cards", "moving", "raise", "+ =", msg`Emotion half a point better`),
  bind("Cards", "moving", "lower", "- −", msg`Emotion half a point worse`),
  bind("Cards", "moving", "customers", "o", msg`Open the customers behind a number`),
  bind("Cards", "moving", "details", "Ctrl+Enter", msg`Details of what is here; Esc comes back`),
  bind("Cards", "moving", "menu", "ContextMenu Shift+F10", msg`All that can be done here`),
  bind("While carrying", "carrying", "left", "ArrowLeft", msg`Carry to the left`),
  bind("While carrying", "carrying", "right", "ArrowRight", msg`Carry to the right`),
  bind("While carrying", "carrying", "up", "ArrowUp", msg`Carry up`),
  bind("While carrying", "carrying", "down", "ArrowDown", msg`Carry down`),
  bind("While carrying", "carrying", "put", "Space Enter", msg`Put down`),
  bind("While carrying", "carrying", "leave", "Escape", msg`Back to where it was`),
  bind("While typing", "typing", "commitDown", "Enter", msg`Done`),
  bind("While typing", "typing", "commitRight", "Tab", msg`Done, and go right`),
  bind("While typing", "typing", "commitLeft", "Shift+Tab", msg`Done, and go left`),
  bind("While typing", "typing", "leave", "Escape", msg`Leave; the text stays, Ctrl+Z takes it back`),
  bind("View", "moving", "fitMap", "Shift+1", msg`The whole map`),
  bind("View", "moving", "fitSelection", "Shift+2", msg`The selection`),
  bind("View", "moving", "zoomReset", "Ctrl+0", msg`As large as designed: 100 %`),
  bind("View", "moving", "zoomIn", "Alt+PageUp", msg`Larger; with the pointer Ctrl and the wheel`),
  bind("View", "moving", "zoomOut", "Alt+PageDown", msg`Smaller`),
  bind("View", "moving", "present", "F5", msg`Present the map, stage by stage`),
  bind(
    "While presenting",
    "presenting",
    "next",
    "ArrowRight ArrowDown Space PageDown Enter",
    msg`Next stage`,
  ),
  bind(
    "While presenting",
    "presenting",
    "previous",
    "ArrowLeft ArrowUp Shift+Space PageUp",
    msg`Stage before`,
  ),
  bind("While presenting", "presenting", "first", "Home", msg`To the opening`),
  bind("While presenting", "presenting", "last", "End", msg`To the last stage`),
  bind("While presenting", "presenting", "blank", "b B .", msg`Blank the screen, and back`),
  bind("While presenting", "presenting", "endShow", "Escape F5", msg`End the presentation`),
  bind("View", "moving", "showLinks", "", msg`Show or hide the links between steps`),
  bind("Map", "moving", "links", "", msg`All links between steps`),
  bind("Map", "moving", "undo", "Ctrl+z", msg`Undo your last edit`),
  bind("Map", "moving", "redo", "Ctrl+Shift+z Ctrl+y", msg`Redo`),
  bind("Map", "moving", "find", "Ctrl+f", msg`Search in the map, and filter it`),
  bind("Map", "moving", "showAll", "", msg`Show all cards: end the filter`),
  bind("Map", "moving", "palette", "Ctrl+k", msg`All commands`),
  bind("Map", "moving", "shortcuts", "?", msg`These shortcuts`),
  bind("Cards", "moving", "comment", "C", msg`Comment on what is selected`),
  bind("Map", "moving", "mapDetails", "", msg`Details of the map: kind, persona, goals`),
  bind("Map", "moving", "comments", "", msg`All comments`),
  bind("Map", "moving", "notes", "", msg`Notes of the persona: put one in a cell`),
  bind("Map", "moving", "history", "", msg`Versions and history`),
  bind("Map", "moving", "follow", "", msg`Follow a colleague; once more: the next one`),
  bind("Map", "moving", "showOthers", "", msg`Show or hide where colleagues are`),
  bind("Map", "moving", "keepTemplate", "", msg`Save as template`),
  bind("Map", "moving", "export", "Ctrl+p", msg`Export the map, or print it as a PDF`),
  bind("Map", "moving", "typingOver", "", msg`Letters type over what stands there, or not`),
  bind("Map", "moving", "checklist", "", msg`Checklist: what the map still needs`),
  bind("Map", "moving", "growFuture", "", msg`Grow a future map from this one`),
  bind("Map", "moving", "besideBase", "", msg`Lay the map beside the current one, or end it`),
  bind("Map", "moving", "nextDifference", "F8", msg`To the next difference`),
  bind("Map", "moving", "lastDifference", "Shift+F8", msg`To the difference before`),
  bind("Map", "moving", "saved", "Ctrl+s", msg`When it was saved`),
  bind("Map", "moving", "leave", "Escape", msg`Clear the selection, close the panel, let go of the card`),
];

/** Commands whose keys work wherever the focus is on an open map. */
export const EVERYWHERE: readonly Command[] = [
  "export",
  "find",
  "palette",
  "saved",
  "zoomReset",
  "present",
  "nextDifference",
  "lastDifference",
];

/** Keys that mean nothing alone. */
export const MODIFIERS: readonly string[] = ["Shift", "Control", "Alt", "AltGraph", "Meta"];

/** Commands that the browser itself starts, by events that carry the clipboard. */
export const BY_BROWSER: readonly Command[] = ["copy", "cut", "paste", "pastePlain"];

/** A key press as the map names it. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing?: boolean;
  /** Where the key is on the keyboard; asked only for Shift and a digit, which type another sign on each layout. */
  code?: string;
}

const NAMED: Record<string, string> = { " ": "Space" };

/** 1 for Shift+1 where that types no digit: "!" on most keyboards. */
function shiftedDigit({ key, code, shiftKey, ctrlKey, altKey, metaKey }: Press): string {
  const digit = /^Digit([12])$/.exec(code ?? "")?.[1];
  return digit && shiftKey && !ctrlKey && !altKey && !metaKey && !/\d/.test(key) ? digit : "";
}

/** "Ctrl+Shift+z", "ArrowLeft", "?": Shift is named only where the character does not carry it. */
export function nameOf(press: Press, pressed = press.key): string {
  const digit = shiftedDigit(press);
  if (digit) return `Shift+${digit}`;
  const key = NAMED[pressed] ?? pressed;
  const isCharacter = key.length === 1;
  const ctrl = press.ctrlKey || press.metaKey;
  const shift = press.shiftKey && (!isCharacter || ctrl);
  const plain = isCharacter && ctrl ? key.toLowerCase() : key;
  return `${ctrl ? "Ctrl+" : ""}${press.altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${plain}`;
}

/** Whether the press types a character: no control key, and no AltGr (Ctrl+Alt) or dead key in the way. */
export function isCharacter(press: Press): boolean {
  return (
    [...press.key].length === 1 && press.key !== " " && !press.ctrlKey && !press.metaKey && !press.altKey
  );
}

const OPPOSITE: Record<string, string> = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };

/** What a press asks for; nothing while an input method composes. Where the page is mirrored, so are the arrows. */
export function commandFor(press: Press, mode: Mode, isMirrored = false): Command | null {
  if (press.isComposing || press.key === "Dead" || press.key === "Process") return null;
  const name = nameOf(press, (isMirrored && OPPOSITE[press.key]) || press.key);
  const found = KEYMAP.find((binding) => binding.mode === mode && binding.keys.includes(name));
  if (found) return found.command;
  return mode === "moving" && isCharacter(press) ? "typeOver" : null;
}

const SHOWN: Record<string, string> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Delete: "Del",
  ContextMenu: "Menu",
};

/** The keys of a command as people read them, the first of several. */
export function keysOf(command: Command, mode: Mode = "moving"): string {
  const binding = KEYMAP.find((found) => found.command === command && found.mode === mode);
  return shown(binding?.keys[0] ?? "");
}

export function shown(keys: string): string {
  const parts = keys === "+" ? ["+"] : keys.split("+");
  return parts.map(shownPart).join("+");
}

/** A capital alone is typed with Shift. */
function shownPart(part: string): string {
  if (/^[A-Z]$/.test(part)) return `Shift+${part}`;
  return SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part);
}

/** The page of keys in the guide, as Markdown, written from the list itself. */
export function keysPage(opening: string): string {
  const sections = GROUPS.map((group) => {
    const rows = KEYMAP.filter((binding) => binding.group === group).map(rowOf);
    return `## ${group}\n\n| Keys | What they do |\n| --- | --- |\n${rows.join("\n")}\n`;
  });
  return [opening, ...sections].join("\n");
}

function rowOf({ keys, does, command }: Binding): string {
  const named = keys.filter(Boolean).map((key) => `\`${shown(key)}\``);
  const none = command === "typeOver" ? "a letter or digit" : "no key; in the menus and the palette";
  return `| ${named.join(", ") || none} | ${does} |`;
}
