// Changes: the one way a document moves, and its pure rules. The twin of src/footfall/journey/changes.py, where
// the rules A1 to D2 stand; both sit the exam in fixtures/changes. It imports types only, so that Node runs it
// as it is.

import type { AnyRecord, Drop, Op, Put, Set as SetField } from "../generated";
import type { Records } from "./records";

type Fields = Readonly<Record<string, unknown>>;

/** The document after these ops; the input stays as it was (rule A4). */
export function apply(records: Records, ops: readonly Op[]): Records {
  if (ops.length === 0) return records;
  const after = new Map(records);
  for (const op of ops) applyOne(after, op);
  return after;
}

/** Move a document by one op, in place: for those who own the map. */
export function applyOne(records: Map<string, AnyRecord>, op: Op): void {
  if (op.op === "put") records.set(op.id, recordOf(op));
  else if (op.op === "drop") records.delete(op.id);
  else {
    const record = records.get(op.id);
    if (record !== undefined) records.set(op.id, withField(record, op.field, op.value ?? null));
  }
}

function recordOf(op: Put): AnyRecord {
  return op.record as unknown as AnyRecord;
}

function fieldsOf(record: AnyRecord): Fields {
  return record as unknown as Fields;
}

function withField(record: AnyRecord, field: string, value: unknown): AnyRecord {
  const others = Object.entries(record).filter(([name]) => name !== field);
  if (value !== null) others.push([field, value]);
  return Object.fromEntries(others) as unknown as AnyRecord;
}

function fieldValue(record: AnyRecord, field: string): unknown {
  return Object.hasOwn(record, field) ? (fieldsOf(record)[field] ?? null) : null;
}

/** The ops that take these ops back, for a document as it was before them (rule I1). */
export function invert(records: Records, ops: readonly Op[]): Op[] {
  const current = new Map(records);
  const inverse: Op[] = [];
  for (const op of ops) {
    inverse.push(...invertOne(current.get(op.id), op));
    applyOne(current, op);
  }
  return inverse.reverse();
}

function invertOne(before: AnyRecord | undefined, op: Op): Op[] {
  if (before === undefined) return op.op === "put" ? [dropOf(op.id)] : [];
  if (op.op === "set") return [setOf(op.id, op.field, fieldValue(before, op.field))];
  return [putOf(op.id, before)];
}

/** The ops that lead from one document to another, in the order of rule D2. */
export function diff(before: Records, after: Records): Op[] {
  const ids = [...before.keys(), ...after.keys()].sort(byCodeUnit);
  const drops: Op[] = [];
  const puts: Op[] = [];
  const sets: Op[] = [];
  for (const id of new Set(ids)) {
    const [old, now] = [before.get(id), after.get(id)];
    if (now === undefined) drops.push(dropOf(id));
    else if (old?.type !== now.type) puts.push(putOf(id, now));
    else if (old !== now) sets.push(...fieldSets(id, old, now));
  }
  return [...drops, ...puts, ...sets];
}

function fieldSets(id: string, before: AnyRecord, after: AnyRecord): Op[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)].sort(byCodeUnit));
  return [...names]
    .filter((name) => !same(fieldValue(before, name), fieldValue(after, name)))
    .map((name) => setOf(id, name, fieldValue(after, name)));
}

/** Whether two JSON values are equal. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return sameList(a, b);
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && same((a as Fields)[name], (b as Fields)[name]))
  );
}

function sameList(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((member, index) => same(member, b[index]));
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function putOf(id: string, record: AnyRecord): { op: "put" } & Put {
  return { op: "put", id, record: fieldsOf(record) };
}

function setOf(id: string, field: string, value: unknown): { op: "set" } & SetField {
  return { op: "set", id, field, value };
}

function dropOf(id: string): { op: "drop" } & Drop {
  return { op: "drop", id };
}
