import { t } from "@lingui/core/macro";
import type { ClipboardEvent } from "react";
import type { Around } from "../../editor/around";
import { CARDS_TYPE, type Offered } from "../../editor/clipboard";
import { run } from "../../editor/commands";
import { copy, paste } from "../../editor/pasting";
import type { Tools } from "./context";
import { pastePictures } from "./pictures";

// The browser's side of copying and pasting: events for the keys, its own request for the menus.

/** Put the cards that are meant on the clipboard; with cutting they go from the map. */
export function onCopy(event: ClipboardEvent, tools: Around, isCut = false): void {
  const offered = copy(tools);
  if (!offered) return;
  event.preventDefault();
  event.clipboardData.setData(CARDS_TYPE, offered.json);
  event.clipboardData.setData("text/html", offered.html);
  event.clipboardData.setData("text/plain", offered.text);
  if (isCut) run("remove", tools);
}

/** Paste a picture, also while one types; false when there is none. A spreadsheet's range is one, too, but text first. */
export function onPastePicture(event: ClipboardEvent, tools: Tools): boolean {
  const files = [...event.clipboardData.files];
  if (files.length === 0 || event.clipboardData.getData("text/plain")) return false;
  event.preventDefault();
  pastePictures(tools, files);
  return true;
}

export function onPaste(event: ClipboardEvent, tools: Around, isPlain: boolean): void {
  const get = (type: string) => event.clipboardData.getData(type);
  const offered = { json: get(CARDS_TYPE), html: get("text/html"), text: get("text/plain") };
  if (paste(tools, offered, isPlain)) event.preventDefault();
}

export type ClipboardCommand = "copy" | "cut" | "paste" | "pastePlain";

/** The same from a menu, where no key gives a page the clipboard: the browser may ask for permission. */
export function fromMenu(command: ClipboardCommand, tools: Tools): boolean {
  const act = command === "copy" || command === "cut" ? write(tools) : read(tools, command === "pastePlain");
  act.then(
    (isDone) => (isDone && command === "cut" ? run("remove", tools) : undefined),
    () => tools.tell(t`The browser did not give the clipboard to this page. ${KEYS[command]} works.`),
  );
  return true;
}

const KEYS: Record<ClipboardCommand, string> = {
  copy: "Ctrl+C",
  cut: "Ctrl+X",
  paste: "Ctrl+V",
  pastePlain: "Ctrl+V",
};

async function write(tools: Around): Promise<boolean> {
  const offered = copy(tools);
  if (!offered) return false;
  const part = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
  const item = new ClipboardItem({
    ...part("text/plain", offered.text),
    ...part("text/html", offered.html),
  });
  await navigator.clipboard.write([item]);
  return true;
}

async function read(tools: Tools, isPlain: boolean): Promise<boolean> {
  const offered: Offered = { json: "", html: "", text: "" };
  const files: File[] = [];
  for (const item of await navigator.clipboard.read()) {
    offered.text ||= await textOf(item, "text/plain");
    offered.html ||= await textOf(item, "text/html");
    const type = item.types.find((one) => one.startsWith("image/"));
    if (type) files.push(new File([await item.getType(type)], "picture", { type }));
  }
  if (files.length > 0 && !offered.text) return pastePictures(tools, files);
  return paste(tools, offered, isPlain);
}

async function textOf(item: ClipboardItem, type: string): Promise<string> {
  return item.types.includes(type) ? (await item.getType(type)).text() : "";
}
