import type { Card } from "../generated";
import { ruleOf } from "../model";
import { KINDS } from "./kinds";
import { cardsOf, type Selection } from "./selection";
import type { CellCard, LaneView, Sheet } from "./sheet";

// Cards on the clipboard: as JSON for other maps, as a table for spreadsheets and documents.

export const CARDS_TYPE = "application/x-footfall-cards+json";
const MARK = "data-footfall-cards";

/** How many characters a card holds at most. */
export const LONGEST = ruleOf("card", "text")?.longest ?? 20_000;

/** How many characters the name of a lane, a step or a stage holds at most. */
export const LONGEST_NAME = ruleOf("step", "name")?.longest ?? 500;

/** Card fields that say what it is, not where it stands. */
export type Content = Omit<Partial<Card>, "type" | "lane" | "step" | "order">;

/** A card and where it stands in what was copied: lanes down and steps to the right of its corner. */
export interface Piece {
  down: number;
  right: number;
  content: Content;
}

/** What was copied, in each of the forms that others may ask for. */
export interface Copied {
  json: string;
  html: string;
  text: string;
}

/** The cards in the forms of the clipboard. */
export function copied(sheet: Sheet, selected: Selection): Copied {
  const pieces = piecesOf(sheet, selected);
  const json = JSON.stringify({ footfall: 1, pieces });
  const rows = rowsOf(pieces);
  return { json, html: asHtml(rows, json), text: asTsv(rows) };
}

function piecesOf(sheet: Sheet, selected: Selection): Piece[] {
  const cards = cardsOf(sheet).filter(({ id }) => selected.has(id));
  const lanes = sheet.lanes.map(({ id }) => id);
  const steps = sheet.columns.map(({ id }) => id);
  const places = cards.map(({ card }) => [lanes.indexOf(card.lane ?? ""), steps.indexOf(card.step ?? "")]);
  const top = Math.min(...places.map(([down = 0]) => down));
  const start = Math.min(...places.map(([, right = 0]) => right));
  return cards.map((found, rank) => {
    const [down = 0, right = 0] = places[rank] ?? [];
    return { down: down - top, right: right - start, content: contentOf(found) };
  });
}

function contentOf({ card }: CellCard): Content {
  const { type: _, lane: __, step: ___, order: ____, ...content } = card;
  return content;
}

/** A table of texts: several cards of one cell stand below each other in it. */
function rowsOf(pieces: readonly Piece[]): string[][] {
  const height = Math.max(0, ...pieces.map(({ down }) => down + 1));
  const width = Math.max(0, ...pieces.map(({ right }) => right + 1));
  return Array.from({ length: height }, (_, down) =>
    Array.from({ length: width }, (_, right) =>
      pieces
        .filter((piece) => piece.down === down && piece.right === right)
        .map(({ content }) => content.text || (content.score == null ? "" : String(content.score)))
        .join("\n"),
    ),
  );
}

function asTsv(rows: readonly string[][]): string {
  const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const isOne = rows.length === 1 && rows[0]?.length === 1;
  return isOne ? (rows[0]?.[0] ?? "") : rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

function asHtml(rows: readonly string[][], json: string): string {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<td>${escaped(cell).replaceAll("\n", "<br>")}</td>`).join("");
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join("");
  return `<table ${MARK}="${escaped(json)}">${body}</table>`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (found) => ESCAPES[found] ?? found);
}

/** What the clipboard offers; a form that it does not have is "". */
export type Offered = Copied;

/** The pieces of what is on the clipboard: cards of a map, a range of a spreadsheet, or a text. */
export function piecesFrom(offered: Offered, isPlain = false): Piece[] {
  const { text, html } = offered;
  if (isPlain) return onePiece(text);
  const cards = cardsFrom(offered.json) ?? cardsFrom(inHtml(html));
  if (cards) return cards;
  const isRange = text.includes("\t") || /<t(able|r|d)[\s>]/i.test(html);
  return isRange ? cellsFrom(tableFrom(text)) : onePiece(text);
}

function onePiece(text: string): Piece[] {
  const clean = text.replaceAll("\r\n", "\n").replace(/\n+$/, "");
  return clean.trim() ? [{ down: 0, right: 0, content: { text: clean } }] : [];
}

function cellsFrom(rows: readonly string[][]): Piece[] {
  return rows.flatMap((row, down) =>
    row.flatMap((text, right) => (text.trim() ? [{ down, right, content: { text: text.trim() } }] : [])),
  );
}

/** Cards out of JSON; null where it is none of ours. Only fields that a card has come through. */
function cardsFrom(json: string): Piece[] | null {
  if (!json) return null;
  try {
    const found: unknown = JSON.parse(json);
    if (typeof found !== "object" || found === null || !("pieces" in found)) return null;
    return Array.isArray(found.pieces) ? found.pieces.flatMap(pieceFrom) : null;
  } catch {
    return null; // somebody else's JSON
  }
}

function pieceFrom(found: unknown): Piece[] {
  if (typeof found !== "object" || found === null) return [];
  const { down, right, content } = found as Partial<Piece>;
  if (!isPlace(down) || !isPlace(right) || typeof content !== "object" || content === null) return [];
  const known = Object.entries(content).filter(([field]) => ruleOf("card", field) !== undefined);
  const { lane: _, step: __, order: ___, ...kept } = Object.fromEntries(known) as Partial<Card>;
  return [{ down, right, content: kept }];
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function inHtml(html: string): string {
  const found = new RegExp(`${MARK}="([^"]*)"`).exec(html)?.[1] ?? "";
  const names = Object.fromEntries(Object.entries(ESCAPES).map(([plain, name]) => [name, plain]));
  return found.replaceAll(/&(?:amp|lt|gt|quot);/g, (name) => names[name] ?? name);
}

/** The cells of text with tabs, as spreadsheets put it on the clipboard: quotes hold tabs and line ends. */
export function tableFrom(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/y;
  for (let found = cells.exec(text); found && cells.lastIndex <= text.length; found = cells.exec(text)) {
    const [, cell = "", end = ""] = found;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  const isEmpty = (row: string[] | undefined) => row?.every((cell) => cell === "");
  while (rows.length > 0 && isEmpty(rows.at(-1))) rows.pop();
  return rows;
}

/** A card as its new lane wants it: a number pasted on a curve is a point of it. */
export function settledIn(lane: LaneView, content: Content): Content {
  if (KINDS[lane.lane.kind ?? "free"].shape !== "emotion" || content.score != null) return content;
  const score = Number((content.text ?? "").replace(",", ".").replace("−", "-"));
  if (!content.text || Number.isNaN(score)) return { ...content, score: 0 };
  const { text: _, ...rest } = content;
  return { ...rest, score: Math.max(-2, Math.min(2, score)) };
}
