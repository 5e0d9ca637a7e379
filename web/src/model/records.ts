import type { AnyRecord, Op } from "../generated";
import { FIELDS, type FieldRule, type RecordType } from "../generated/fields.gen";

/** A document: its records by id. A Map, because ids such as `constructor` are allowed. */
export type Records = ReadonlyMap<string, AnyRecord>;

/** The records of one type, by id, in order. */
export type RecordOf<T extends RecordType> = Extract<AnyRecord, { type: T }>;

export const HEADER_ID = "map";

/** The records as they came over the wire. */
export function recordsFrom(json: Readonly<Record<string, AnyRecord>>): Records {
  return new Map(Object.entries(json));
}

/** How a field of a record type behaves; undefined for a field that the type does not have. */
export function ruleOf(type: RecordType, field: string): FieldRule | undefined {
  const rules = FIELDS[type];
  return Object.hasOwn(rules, field) ? rules[field] : undefined;
}

/** The value of a field as it stands in the record; undefined for a field at its default. */
export function fieldOf(record: AnyRecord | undefined, field: string): unknown {
  if (record === undefined || !Object.hasOwn(record, field)) return undefined;
  return (record as unknown as Record<string, unknown>)[field];
}

/** The value of a field, with its default where it is absent. */
export function valueIn(record: AnyRecord, field: string): unknown {
  return fieldOf(record, field) ?? ruleOf(record.type, field)?.initial;
}

/** Create a record, or replace it whole. */
export function put(id: string, record: AnyRecord): Op {
  return { op: "put", id, record: { ...record } };
}

/** Write one field; null means its default. For a text that is being typed, see `TextDraft`. */
export function set(id: string, field: string, value: unknown): Op {
  return { op: "set", id, field, value };
}

/** Take a record away. */
export function drop(id: string): Op {
  return { op: "drop", id };
}
