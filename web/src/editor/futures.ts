import type { Card, Difference } from "../generated";
import type { Records } from "../model";
import { placeOfRecord } from "./finding";
import type { Place } from "./place";
import type { CellCard, Sheet } from "./sheet";

// A future map beside the current one that it grew from.

/** What makes each of the two maps itself: no difference in the journey. */
const OWN: readonly string[] = ["title", "kind", "base_map", "dataset", "status"];

/** The differences in the journey, without what only says which of the two maps it is. */
export function inTheJourney(found: readonly Difference[]): Difference[] {
  return found.flatMap((one): Difference[] => {
    if (one.type !== "map") return [one];
    const fields = (one.fields ?? []).filter(({ field }) => !OWN.includes(field));
    return fields.length > 0 ? [{ ...one, fields }] : [];
  });
}

/** The cards of the other map that this one has no more, by the cell `lane|step` in which they stood. */
export function goneCards(
  differences: readonly Difference[],
  then: Records,
): ReadonlyMap<string, readonly CellCard[]> {
  const cells = new Map<string, CellCard[]>();
  for (const { what, id } of differences) {
    const card = then.get(id);
    if (what !== "removed" || card?.type !== "card") continue;
    const key = cellOf(card);
    cells.set(key, [...(cells.get(key) ?? []), { id, card }]);
  }
  return cells;
}

function cellOf({ lane = "", step = "" }: Card): string {
  return `${lane}|${step}`;
}

/** Where a difference is seen: the record itself, or the cell in which it stood. */
export function placeOfDifference(sheet: Sheet, one: Difference, then: Records): Place | null {
  const place = placeOfRecord(sheet, one.id);
  const card = then.get(one.id);
  if (place || card?.type !== "card") return place;
  const cell = { row: card.lane ?? "", column: card.step ?? "", card: "" };
  const isHere =
    sheet.lanes.some(({ id }) => id === cell.row) && sheet.columns.some(({ id }) => id === cell.column);
  return isHere ? cell : null;
}

/** The place of the difference after (or before) the focus, round the end; null where there is none. */
export function differenceAfter(
  sheet: Sheet,
  at: Place | null,
  places: readonly Place[],
  by: 1 | -1,
): Place | null {
  if (places.length === 0) return null;
  const here = places.findIndex((place) => samePlace(place, at));
  if (here >= 0) return places[(here + by + places.length) % places.length] ?? null;
  const rank = (place: Place) => rankOf(sheet, place);
  const ahead = places.filter((place) => !at || (rank(place) - rank(at)) * by > 0);
  return (by === 1 ? ahead[0] : ahead.at(-1)) ?? (by === 1 ? places[0] : places.at(-1)) ?? null;
}

/** The places of all differences in reading order: lane after lane, heads first. */
export function placesOf(sheet: Sheet, differences: readonly Difference[], then: Records): Place[] {
  const places = differences.flatMap((one) => placeOfDifference(sheet, one, then) ?? []);
  const ordered = places.toSorted((a, b) => rankOf(sheet, a) - rankOf(sheet, b));
  return ordered.filter((place, at) => !ordered.slice(0, at).some((before) => samePlace(before, place)));
}

function rankOf(sheet: Sheet, { row, column }: Place): number {
  const lane = sheet.lanes.findIndex(({ id }) => id === row);
  const step = sheet.columns.findIndex(({ id }) => id === column);
  return lane * (sheet.columns.length + 1) + step;
}

function samePlace(a: Place, b: Place | null): boolean {
  return a.row === b?.row && a.column === b.column && a.card === b.card;
}
