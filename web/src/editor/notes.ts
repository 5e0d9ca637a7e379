import { t } from "@lingui/core/macro";
import type { Card, LaneKind, Op, Persona } from "../generated";
import { addCard } from "./edits";
import { KINDS } from "./kinds";
import { cardsOf } from "./selection";
import { cardsAt, type Sheet } from "./sheet";
import { EMPATHY, type EmpathyField } from "./shelf";

// Notes of a persona's empathy map on the lanes of a map.

/** A note with whose it is and from which field, called as people call it. */
export interface Note {
  persona: string;
  name: string;
  field: string;
  text: string;
}

/** What a note says as a card of a lane: whose it is, and where it comes from. */
export function cardOfNote({ persona, name, field, text }: Note, kind: LaneKind, at: string): Partial<Card> {
  const card: Partial<Card> = { persona, evidence: [{ note: t`Empathy map of ${name}: ${field}`, at }] };
  const { shape } = KINDS[kind];
  if (shape === "emotion") return { ...card, score: 0, feeling: text };
  return shape === "quote" ? { ...card, text, source: name } : { ...card, text };
}

/** The note as a card in a cell, at a place among those that stand there; null where no card can stand. */
export function putNote(
  sheet: Sheet,
  note: Note,
  place: { row: string; column: string; at?: number },
  now: string,
): { ops: Op[]; id: string } | null {
  const lane = sheet.lanes.find((view) => view.id === place.row);
  const isStep = sheet.columns.some((column) => column.id === place.column && column.step && !column.folded);
  if (!lane || !isStep) return null;
  const at = place.at ?? cardsAt(sheet, place.row, place.column).length;
  return addCard(sheet, place.row, place.column, cardOfNote(note, lane.lane.kind ?? "free", now), at);
}

/** The notes of a persona that stand on the map already. */
export function notesOnMap(sheet: Sheet, persona: string): ReadonlySet<string> {
  const own = cardsOf(sheet).filter(({ card }) => card.persona === persona);
  return new Set(own.flatMap(({ card }) => [card.text ?? "", card.feeling ?? ""]).filter(Boolean));
}

/** The fields of a persona that have notes. */
export function filledFields(persona: Persona): EmpathyField[] {
  return EMPATHY.filter((field) => (persona[field] ?? []).length > 0);
}
