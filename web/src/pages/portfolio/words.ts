import type { MessageDescriptor } from "@lingui/core";
import { msg, plural, t } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";
import type { Branch, Heat, Stretch } from "../../generated";
import { inUnit, plain, signed } from "../../ui/format";
import type { Column, Fitted, Pile } from "./asking";

export const COLUMNS: Readonly<Record<Column, string>> = spoken({
  score: msg`Score`,
  nps: msg`NPS`,
  fit: msg`Do as drawn`,
  assumed: msg`Assumed`,
  evidence: msg`Newest evidence`,
  stale: msg`Stale cards`,
  review: msg`Last review`,
  severe: msg`Severe pains`,
  opportunities: msg`Open opportunities`,
  owner: msg`Owner`,
});

/** What each column counts, in full. */
export const MEANINGS: Readonly<Record<Column, string>> = spoken({
  score: msg`Mean score of all answers at any touchpoint of the map and of the maps inside it, −2 to +2.`,
  nps: msg`Net Promoter Score at any touchpoint of the map and of the maps inside it.`,
  fit: msg`Of all customers, those whose whole path is as the map draws it.`,
  assumed: msg`Cards that cite nothing.`,
  evidence: msg`Days since the newest thing that any card cites.`,
  stale: msg`Cards whose newest evidence is older than the map’s review interval, or than a release that touches them.`,
  review: msg`Days since somebody last said that the map is true.`,
  severe: msg`Pains that are severe.`,
  opportunities: msg`Opportunities that are neither shipped nor dropped.`,
  owner: msg`Whether an owner or a team is named.`,
});

export const PILES: Readonly<Record<Pile, string>> = spoken({
  assumed: msg`Assumed`,
  heard: msg`Heard`,
  counted: msg`Counted`,
  measured: msg`Measured`,
  stale: msg`Stale cards`,
  severe: msg`Severe pains`,
  opportunities: msg`Open opportunities`,
});

interface Missed {
  short: string;
  whole: string;
}

/** Why a map has no number of customers. */
export const MISSING: Readonly<Record<Exclude<NonNullable<Fitted["why"]>, "">, Missed>> = {
  "no-dataset": missed(msg`no dataset`, msg`This map is read beside no dataset. Choose one in its details.`),
  "gone-dataset": missed(
    msg`dataset gone`,
    msg`The dataset that this map names is not here any more. Choose another in its details.`,
  ),
  "no-touchpoints": missed(
    msg`no touchpoints`,
    msg`The steps of this map and of the maps inside it name no touchpoints.`,
  ),
  "too-many": missed(
    msg`too many touchpoints`,
    msg`This map and those inside it have more than 200 touchpoints, and one question takes no more.`,
  ),
  "no-answers": missed(
    msg`no answers`,
    msg`The dataset holds no such answers at any touchpoint of this map and of the maps inside it.`,
  ),
  "no-steps": missed(msg`no steps`, msg`This map draws no steps that customers could follow.`),
  "no-events": missed(
    msg`no events`,
    msg`No step of this map has events in the dataset: bind its touchpoints to events first.`,
  ),
  refused: missed(msg`not counted`, msg`It could not be counted.`),
};

function missed(short: MessageDescriptor, whole: MessageDescriptor): Missed {
  return spoken({ short, whole });
}

export const HEAT: Readonly<Record<Exclude<NonNullable<Heat["word"]>, "">, string>> = spoken({
  good: msg`good`,
  middling: msg`middling`,
  poor: msg`poor`,
  proven: msg`mostly proven`,
  partly: msg`partly guessed`,
  guessed: msg`mostly guessed`,
  fresh: msg`fresh`,
  ageing: msg`ageing`,
  stale: msg`stale`,
  never: msg`never`,
  due: msg`due`,
  some: msg`some`,
  many: msg`many`,
  none: msg`none`,
  missing: msg`nobody`,
});

export const WHY: Readonly<Record<Exclude<NonNullable<Branch["why"]>, "">, string>> = spoken({
  gone: msg`was deleted`,
  loop: msg`leads back, opened no deeper`,
  again: msg`unfolded above`,
});

/** The number of a cell, without its word. */
export function numberInWords(column: Column, value: number): string {
  if (column === "score") return signed(value, 1);
  if (column === "nps") return signed(value, 0);
  if (column === "fit" || column === "assumed") return inUnit(value, "share");
  if (column === "evidence" || column === "review") return plural(value, { one: "# day", other: "# days" });
  return plain(value);
}

/** A cell as it is heard. */
export function heatInWords(column: Column, heat: Heat | undefined): string {
  if (!heat) return t`not known`;
  const number = heat.value == null ? "" : numberInWords(column, heat.value);
  const word = heat.word ? HEAT[heat.word] : column === "owner" ? t`named` : "";
  return [number, word].filter(Boolean).join(", ") || t`not known`;
}

export const HORIZONS: Readonly<Record<Stretch["horizon"], string>> = spoken({
  now: msg`Now`,
  next: msg`Next`,
  later: msg`Later`,
});

export const WITHIN: Readonly<Record<Stretch["horizon"], string>> = spoken({
  now: msg`Being done, or due within 90 days`,
  next: msg`Planned, or due within 270 days`,
  later: msg`All others`,
});
