import { i18n } from "@lingui/core";
import { plural, t } from "@lingui/core/macro";
import type { Op } from "../generated";
import type { Around } from "./around";
import { addCards } from "./batch";
import { copied, LONGEST, type Offered, type Piece, piecesFrom, settledIn } from "./clipboard";
import { addStep } from "./edits";
import { NAMES, type Place } from "./place";
import { meantCards } from "./selection";
import type { Sheet } from "./sheet";
import { selectCards } from "./together";

// Copying and pasting with the words that go with it.

const MOST = 2000; // cards of one paste; more than a map can show

/** The cards that are meant, for the clipboard; null when there are none. */
export function copy(around: Around): Offered | null {
  const state = around.store.getSnapshot();
  const cards = meantCards(state.sheet, state);
  return cards.length === 0 ? null : copied(state.sheet, new Set(cards.map(({ id }) => id)));
}

/** Paste what is on the clipboard at the focus; false where nothing can be pasted. */
export function paste(around: Around, offered: Offered, isPlain = false): boolean {
  const { at, sheet } = around.store.getSnapshot();
  const pieces = piecesFrom(offered, isPlain);
  if (!at || pieces.length === 0) return false;
  const why =
    refusal(pieces) || (isCell(sheet, at) ? "" : t`Go to a cell of a lane first, then paste there.`);
  if (why) around.tell(why);
  else pasteAt(around, pieces, at);
  return true;
}

function isCell(sheet: Sheet, { row, column }: Place): boolean {
  const isStep = sheet.columns.some((found) => found.id === column && found.step);
  return isStep && column !== NAMES && sheet.lanes.some(({ id }) => id === row);
}

/** Why these cards are not taken; "" when they are. What was copied stays on the clipboard. */
export function refusal(pieces: readonly Piece[]): string {
  const size = Math.max(...pieces.map(({ content }) => content.text?.length ?? 0));
  if (size > LONGEST) return tooLong(size);
  return pieces.length > MOST
    ? t`Nothing was pasted: one paste makes up to ${MOST} cards, and this would be ${pieces.length}.`
    : "";
}

/** What is said of a text that is too long, in characters. */
export function tooLong(size: number, longest = LONGEST): string {
  const [most, count] = [i18n.number(longest), i18n.number(size)];
  return t`Nothing was pasted: there is room for ${most} characters, and this has ${count}. It is still on the clipboard.`;
}

/** Where the pieces land: those that have a lane and a step there, and those that do not. */
interface Landing {
  ops: Op[];
  ids: string[];
  beyondSteps: readonly Piece[];
  beyondLanes: readonly Piece[];
}

export function landing(sheet: Sheet, pieces: readonly Piece[], at: Place): Landing {
  const lanes = sheet.lanes.slice(sheet.lanes.findIndex(({ id }) => id === at.row));
  const steps = sheet.columns.filter(({ step }) => step);
  const columns = steps.slice(steps.findIndex(({ id }) => id === at.column));
  const cells = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (!lanes[piece.down] || !columns[piece.right]) continue;
    const key = `${piece.down} ${piece.right}`;
    cells.set(key, [...(cells.get(key) ?? []), piece]);
  }
  const made = [...cells.values()].map((group) => landingIn(sheet, group, at, lanes, columns));
  return {
    ops: made.flatMap(({ ops }) => ops),
    ids: made.flatMap(({ ids }) => ids),
    beyondSteps: pieces.filter(({ right, down }) => !columns[right] && lanes[down]),
    beyondLanes: pieces.filter(({ down }) => !lanes[down]),
  };
}

function landingIn(
  sheet: Sheet,
  group: readonly Piece[],
  at: Place,
  lanes: Sheet["lanes"],
  columns: Sheet["columns"],
) {
  const { down = 0, right = 0 } = group[0] ?? {};
  const [lane, column] = [lanes[down], columns[right]];
  if (!lane || !column) return { ops: [], ids: [] };
  const here = lane.cells.get(column.id) ?? [];
  const isFocus = lane.id === at.row && column.id === at.column && at.card;
  const below = isFocus ? here.findIndex(({ id }) => id === at.card) + 1 : here.length;
  const contents = group.map(({ content }) => settledIn(lane, content));
  return addCards(sheet, lane.id, column.id, contents, below);
}

function pasteAt(around: Around, pieces: readonly Piece[], at: Place): void {
  const { ops, ids, beyondSteps, beyondLanes } = landing(around.store.getSnapshot().sheet, pieces, at);
  if (ops.length > 0) around.edit(ops);
  if (ids.length > 0) selectCards(around, ids);
  if (beyondLanes.length > 0) around.tell(didNotFit(beyondLanes, "down"));
  if (beyondSteps.length === 0) return;
  const missing = new Set(beyondSteps.map(({ right }) => right)).size;
  const label = plural(missing, { one: "Add a step", other: "Add # steps" });
  around.tell(didNotFit(beyondSteps, "right"), {
    label,
    act: () => pasteBeyond(around, beyondSteps, at.row),
  });
}

function didNotFit(pieces: readonly Piece[], way: "down" | "right"): string {
  const count = new Set(pieces.map((piece) => piece[way])).size;
  return way === "down"
    ? plural(count, {
        one: "# row did not fit: the map has no more lanes there.",
        other: "# rows did not fit: the map has no more lanes there.",
      })
    : plural(count, {
        one: "# column did not fit: the map has no more steps there.",
        other: "# columns did not fit: the map has no more steps there.",
      });
}

/** Add the steps that were missing at the end of the map, and paste the rest into them. */
function pasteBeyond(around: Around, pieces: readonly Piece[], row: string): void {
  const columns = [...new Set(pieces.map(({ right }) => right))].sort((a, b) => a - b);
  const stage = around.store.getSnapshot().sheet.spans.at(-1)?.id;
  if (stage === undefined) return;
  const made = columns.map(() => {
    const step = addStep(around.store.getSnapshot().sheet, stage);
    around.edit(step.ops);
    return step.id;
  });
  const rest = pieces.map((piece) => ({ ...piece, right: columns.indexOf(piece.right) }));
  pasteAt(around, rest, { row, column: made[0] ?? "", card: "" });
}
