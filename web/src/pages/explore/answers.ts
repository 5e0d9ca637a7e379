import { msg, t } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";
import type { AnalysedRow, AnalysisResult, OpenFigure, RunAnalysis } from "../../generated";
import { analysisAsCsv, ask, keepSegments, listPlaces, openFigure, runAnalysis } from "../../transport";
import { interval, inUnit, plain } from "../../ui/format";
import { saveFile } from "../../ui/saving";
import type { RowsOf } from "../Population";
import { periodInWords } from "./period";

// What the server is asked here, and how its answers are read.

export type Analysis = RunAnalysis["analysis"];
export type Kind = Analysis["analysis"];
export type Row = AnalysedRow;
export type Figure = Row["figures"][string];
export type Result = AnalysisResult;
export type Key = OpenFigure["key"];

export const placesOf = (dataset: string) => ask(listPlaces({ path: { id: dataset } }));

export const resultOf = (dataset: string, analysis: Analysis, signal: AbortSignal) =>
  ask(runAnalysis({ body: { dataset, analysis }, signal }));

/** The rows that a figure counted. */
export function figureRows(dataset: string, analysis: Analysis, key: Key, figure: string): RowsOf {
  return {
    key: [dataset, JSON.stringify(analysis), JSON.stringify(key), figure],
    page: (offset, limit) => ask(openFigure({ body: { dataset, analysis, key, figure, offset, limit } })),
  };
}

/** Bring an answer as a CSV file. */
export async function downloadCsv(dataset: string, analysis: Analysis): Promise<void> {
  const rows = await ask(analysisAsCsv({ body: { dataset, analysis }, parseAs: "blob" }));
  saveFile(rows as Blob, `${dataset}-${analysis.analysis}.csv`);
}

/** Bring the segment of each customer as a CSV file. */
export async function downloadSegments(dataset: string, analysis: Result["analysis"]): Promise<void> {
  if (analysis.analysis !== "segments") return;
  const rows = await ask(keepSegments({ body: { dataset, analysis }, parseAs: "blob" }));
  saveFile(rows as Blob, `${dataset}-${analysis.analysis}.csv`);
}

/** What is no node of the data, and what else keys say in words of their own. */
const BESIDE: Readonly<Record<string, string>> = spoken({
  ":ended": msg`the end`,
  ":unknown": msg`not known`,
  ":rest": msg`the rest`,
  start: msg`begin`,
  end: msg`end`,
  rework: msg`again straight away`,
  loop: msg`back after having been elsewhere`,
  "back-and-forth": msg`there, back and there again`,
  "dead end": msg`stopped before an end`,
  channels: msg`handed over between channels`,
  teams: msg`handed over between teams`,
});

/** What a node of a key is called: where a journey ended and what was grouped have words of their own. */
export function nameOf(names: Readonly<Record<string, string>> | undefined, id: string): string {
  return names?.[id] ?? BESIDE[id] ?? id.replace(/^(event|channel):/, "");
}

/** The names that a key stands for, along its columns; a path is told step by step. */
export function pathOf(text: string): string[] | null {
  if (!text.startsWith("[")) return null;
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.map(String) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A column of a key in words. */
export function keyInWords(text: string, names: Readonly<Record<string, string>> | undefined): string {
  const path = pathOf(text);
  if (path) return path.map((id) => nameOf(names, id)).join(" → ");
  return (names?.[text] ? null : periodInWords(text)) ?? nameOf(names, text);
}

/** The value of a figure, or why there is none. */
export function valueInWords(figure: Figure | undefined): string {
  if (figure?.value == null) return t`none`;
  if (figure.too_few && !isCount(figure)) return t`too few to say`;
  return inUnit(figure.value, figure.unit);
}

export function isCount({ unit }: Figure): boolean {
  return COUNTS.has(unit);
}

const COUNTS = new Set<string>(["customers", "events", "answers"]);

/** The interval and n of a figure, as its caption. */
export function boundsInWords({ low, high, unit, value, n, too_few }: Figure): string {
  const between = low != null && high != null && !too_few ? `${interval(low, high, unit, value)} · ` : "";
  return `${between}n ${plain(n)}`;
}

/** A value that may be drawn: too few customers say nothing. */
export function drawable(figure: Figure | undefined): number | null {
  return figure && !figure.too_few ? (figure.value ?? null) : null;
}
