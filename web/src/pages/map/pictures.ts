import { t } from "@lingui/core/macro";
import { addCard } from "../../editor/edits";
import { KINDS } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import type { Place } from "../../editor/place";
import type { Sheet } from "../../editor/sheet";
import { bring, PICTURES } from "../../transport";
import type { Tools } from "./context";

// Pictures that are dropped on the map or pasted into it.

/** Whether a place is a cell of a step, where a card shows a picture; a curve has no room for one. */
function isCell(sheet: Sheet, { row, column }: Place): boolean {
  const lane = sheet.lanes.find(({ id }) => id === row)?.lane;
  return (
    lane !== undefined &&
    lane.kind !== "emotion" &&
    sheet.columns.some((one) => one.id === column && one.step)
  );
}

/** Pictures onto the card that is meant and into new cards below it; the cards are there before the pictures are. */
export function putPictures(tools: Tools, files: readonly File[], place: Place): void {
  if (tools.isReadOnly) return;
  if (!isCell(tools.store.getSnapshot().sheet, place)) {
    tools.tell(t`A picture goes on a card: drop or paste it in a cell of a lane.`);
    return;
  }
  const [first, ...more] = files;
  const others = place.card ? more : files;
  if (first && place.card) onto(tools, place.card, first);
  for (const file of others) {
    const made = addCard(tools.store.getSnapshot().sheet, place.row, place.column);
    tools.edit(made.ops);
    tools.store.set({ at: { row: place.row, column: place.column, card: made.id } });
    onto(tools, made.id, file);
  }
}

function onto(tools: Tools, card: string, file: File): void {
  bring(card, file, (image) => tools.edit([setField(card, "image", image)]));
}

/** Ask for pictures with the browser's own dialog, which keys can use. */
export function choosePictures(tools: Tools): boolean {
  const { at, sheet } = tools.store.getSnapshot();
  if (!at || !isCell(sheet, at)) return false;
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true, accept: PICTURES.join() });
  input.addEventListener("change", () => putPictures(tools, [...(input.files ?? [])], at));
  input.click();
  return true;
}

/** Pictures that are pasted where the focus is; false when it is nowhere. */
export function pastePictures(tools: Tools, files: readonly File[]): boolean {
  const place = placeForPicture(tools);
  if (place) putPictures(tools, files, place);
  return place !== null;
}

/** Which card a pasted picture is for: the one that is typed in, or one that waits for a picture; else a new one. */
function placeForPicture(tools: Tools): Place | null {
  const { at, sheet, mode } = tools.store.getSnapshot();
  if (!at?.card || mode === "typing") return at;
  const lane = sheet.lanes.find(({ id }) => id === at.row);
  const card = lane?.cells.get(at.column)?.find(({ id }) => id === at.card)?.card;
  const { shape } = KINDS[lane?.lane.kind ?? "free"];
  const waits = (shape === "picture" || shape === "scene") && !card?.image;
  return waits ? at : { ...at, card: "" };
}
