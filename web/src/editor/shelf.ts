import { t } from "@lingui/core/macro";
import type { AnyRecord, Evidence, Op, Persona, Stakeholder } from "../generated";
import { drop, fieldOf, inOrder, newId, place, put, type RecordOf, type Records, set } from "../model";

// What gestures on the library mean, as ops: one edit, one undo.

const SHELVED = [
  "persona",
  "stakeholder",
  "channel",
  "touchpoint",
  "team",
  "source",
  "insight",
  "opportunity",
  "idea",
] as const;
export type Shelved = (typeof SHELVED)[number];

export interface Shelving {
  id: string;
  ops: Op[];
}

/** A new record at the end of its list. */
export function shelve<T extends Shelved>(
  records: Records,
  type: T,
  fields: Omit<RecordOf<T>, "type" | "order">,
): Shelving {
  const siblings = inOrder(records, type);
  return shelveAt(siblings, siblings.size, { ...fields, type } as AnyRecord);
}

/** A copy below the record, with a name that tells it from the first. */
export function copyShelved(records: Records, id: string): Shelving {
  const record = records.get(id);
  if (!record || !isShelved(record)) return { id, ops: [] };
  const siblings = inOrder(records, record.type);
  const below = [...siblings.keys()].indexOf(id) + 1;
  return shelveAt(siblings, below, { ...record, name: freeName(siblings, record.name) });
}

function isShelved(record: AnyRecord): record is RecordOf<Shelved> {
  return SHELVED.some((type) => type === record.type);
}

function freeName(siblings: ReadonlyMap<string, { name: string }>, name: string): string {
  const taken = new Set([...siblings.values()].map((sibling) => sibling.name));
  const first = t`${name} (copy)`;
  for (let count = 2, tried = first; ; count += 1) {
    if (!taken.has(tried)) return tried;
    tried = `${first} ${count}`;
  }
}

function shelveAt(siblings: ReadonlyMap<string, AnyRecord>, at: number, record: AnyRecord): Shelving {
  const id = newId();
  const { keys, ops } = place(siblings, at);
  return { id, ops: [...ops, put(id, { ...record, order: keys[0] ?? "a0" } as AnyRecord)] };
}

/** One place up or down its list; nothing at the ends. */
export function shiftShelved(records: Records, id: string, by: -1 | 1): Op[] {
  const record = records.get(id);
  if (!record || !isShelved(record)) return [];
  const all = [...inOrder(records, record.type)];
  const here = all.findIndex(([other]) => other === id);
  const others = all.filter(([other]) => other !== id);
  const goal = here + by;
  if (goal < 0 || goal > others.length) return [];
  const { keys, ops } = place(others, goal);
  return [...ops, set(id, "order", keys[0] ?? "a0")];
}

export function unshelve(id: string): Op[] {
  return [drop(id)];
}

/** The fields of the empathy map, as they stand around the persona. */
export const EMPATHY = ["thinks", "sees", "feels", "hears", "says", "pains", "does", "gains"] as const;
export type EmpathyField = (typeof EMPATHY)[number];

const BOARD: readonly (readonly (EmpathyField | null)[])[] = [
  ["thinks", "sees", "feels"],
  ["hears", null, "says"],
  ["pains", "does", "gains"],
];

export type Towards = "left" | "right" | "up" | "down";

const STEP: Record<Towards, readonly [number, number]> = {
  left: [0, -1],
  right: [0, 1],
  up: [-1, 0],
  down: [1, 0],
};

/** The field beside one on the board, over the persona in the middle; null at the edge. */
export function fieldBeside(field: EmpathyField, towards: Towards): EmpathyField | null {
  const row = BOARD.findIndex((fields) => fields.includes(field));
  const column = BOARD[row]?.indexOf(field) ?? 0;
  const [down, right] = STEP[towards];
  const next = BOARD[row + down]?.[column + right];
  return next === null ? (BOARD[row + 2 * down]?.[column + 2 * right] ?? null) : (next ?? null);
}

/** A list with one text instead of another; a text that is gone meanwhile is added, so that nothing typed is lost. */
export function replaced(texts: readonly string[], from: string, to: string): string[] {
  const changed = texts.includes(from) ? texts.map((text) => (text === from ? to : text)) : [...texts, to];
  return [...new Set(changed)];
}

export function without(texts: readonly string[], text: string): string[] {
  return texts.filter((one) => one !== text);
}

/** A text one place up or down its list. */
export function shifted(texts: readonly string[], text: string, by: -1 | 1): string[] {
  const here = texts.indexOf(text);
  const goal = here + by;
  if (here < 0 || goal < 0 || goal >= texts.length) return [...texts];
  const others = without(texts, text);
  return [...others.slice(0, goal), text, ...others.slice(goal)];
}

/** A note of the empathy map to another field, as one edit. */
export function moveNote(
  id: string,
  persona: Persona,
  from: EmpathyField,
  text: string,
  to: EmpathyField,
): Op[] {
  if (from === to) return [];
  const here = persona[from] ?? [];
  const there = persona[to] ?? [];
  return [set(id, from, without(here, text)), set(id, to, [...new Set([...there, text])])];
}

export function notesOf(persona: Persona): number {
  return EMPATHY.reduce((sum, field) => sum + (persona[field]?.length ?? 0), 0);
}

export type Ring = NonNullable<Stakeholder["ring"]>;
/** From the middle outwards. */
export const RINGS: readonly Ring[] = ["core", "direct", "indirect"];
const FREE = [1.9, 1, 0.7]; // radians
const RADII: Record<Ring, number> = { core: 0.23, direct: 0.54, indirect: 0.86 };
export const EDGES: readonly number[] = [0.36, 0.71, 1]; // how far each ring reaches, of the whole

export interface Spot {
  id: string;
  x: number; // of the picture's width, 0 to 1
  y: number;
}

/** Where each stakeholder stands in the picture: on its ring, evenly around. */
export function spotsOf(stakeholders: ReadonlyMap<string, Stakeholder>): Spot[] {
  return RINGS.flatMap((ring, rank) => {
    const ids = [...stakeholders].filter(([, one]) => (one.ring ?? "direct") === ring).map(([id]) => id);
    return ids.map((id, at) => ({ id, ...around(ring, rank, at, ids.length) }));
  });
}

function around(ring: Ring, rank: number, at: number, count: number): { x: number; y: number } {
  if (ring === "core" && count === 1) return { x: 0.5, y: 0.5 };
  // The top of each ring is left free: its name stands there.
  const free = FREE[rank] ?? 0;
  const angle = -Math.PI / 2 + free / 2 + ((at + 0.5) / count) * (2 * Math.PI - free);
  const radius = RADII[ring] / 2;
  return { x: 0.5 + radius * Math.cos(angle), y: 0.5 + radius * Math.sin(angle) };
}

const NEAR = { x: 0.16, y: 0.13 }; // how much room a name needs, of the picture

/** The same spots, those that would cover an earlier one moved towards the middle until they do not. */
export function apart(spots: readonly Spot[]): Spot[] {
  const placed: Spot[] = [];
  for (const spot of spots) {
    const by = spot.y > 0.5 ? -NEAR.y : NEAR.y;
    let { y } = spot;
    while (placed.some((other) => covers(other, { ...spot, y })) && y + by > 0 && y + by < 1) y += by;
    placed.push({ ...spot, y });
  }
  return placed;
}

function covers(one: Spot, other: Spot): boolean {
  return Math.abs(one.x - other.x) < NEAR.x && Math.abs(one.y - other.y) < NEAR.y - 0.001;
}

/** The ring at a point of the picture. */
export function ringAt(x: number, y: number): Ring {
  const far = Math.hypot(x - 0.5, y - 0.5) * 2;
  return RINGS[EDGES.findIndex((edge) => far <= edge)] ?? "indirect";
}

export function ringBeside(ring: Ring, by: -1 | 1): Ring {
  return RINGS[RINGS.indexOf(ring) + by] ?? ring;
}

/** A rating of 1 to 5 in halves, as the grid of influence and interest takes it. */
export function rated(share: number): number {
  return Math.max(1, Math.min(5, Math.round((1 + share * 4) * 2) / 2));
}

/** The records of the library that name this one, so that one can say so before it goes. */
export function namedBy(records: Records, id: string): number {
  let count = 0;
  for (const [other, record] of records) if (other !== id && names(record, id)) count += 1;
  return count;
}

const NAMING = [
  "channels",
  "owner_team",
  "persona",
  "personas",
  "team",
  "teams",
  "touchpoints",
  "related",
  "insight",
  "opportunity",
] as const;

function names(record: AnyRecord, id: string): boolean {
  return NAMING.some((field) => {
    const value = fieldOf(record, field);
    return Array.isArray(value) ? value.includes(id) : value === id;
  });
}

/** Evidence with these notes: what a note that stays carries, stays; what has no note at all is left alone. */
export function evidenceWith(
  evidence: readonly Evidence[],
  notes: readonly string[],
  at: string,
): Evidence[] {
  const bare = evidence.filter(({ note }) => !note);
  const noted = evidence.filter(({ note }) => note);
  const kept = new Set(notes);
  const typedOver = noted.filter(({ note }) => !kept.has(note ?? ""));
  const isOneTypedOver = noted.length === notes.length && typedOver.length === 1;
  const withNote = (note: string): Evidence => {
    const same = noted.find((one) => one.note === note);
    return same ?? (isOneTypedOver ? { ...typedOver[0], note } : { note, at });
  };
  return [...bare, ...notes.map(withNote)];
}
