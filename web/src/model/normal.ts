// Ops as the server would write them, so that the view does not flicker when the acknowledgement comes.

import type { AnyRecord, Op } from "../generated";
import { applyOne, same } from "./changes";
import { fieldOf, type Records, ruleOf } from "./records";

/** The ops with defaults left out, and with the base on which a text or a set was edited where none is given. */
export function normalOps(records: Records, ops: readonly Op[]): Op[] {
  const current = new Map(records);
  return ops.map((op) => {
    const normal = normalOp(current.get(op.id), op);
    applyOne(current, normal);
    return normal;
  });
}

function normalOp(record: AnyRecord | undefined, op: Op): Op {
  if (op.op === "put") return { ...op, record: sparse(op.record as unknown as AnyRecord) };
  if (op.op === "drop" || record === undefined) return op;
  const rule = ruleOf(record.type, op.field);
  const value = rule !== undefined && same(op.value, rule.initial) ? null : (op.value ?? null);
  const base = op.base ?? baseOf(record, op.field);
  return base === undefined ? { op: "set", id: op.id, field: op.field, value } : { ...op, value, base };
}

/** The value that a text or a set has now, for the server to merge; undefined for the other kinds. */
export function baseOf(record: AnyRecord, field: string): unknown {
  const rule = ruleOf(record.type, field);
  if (rule?.merge !== "text" && rule?.merge !== "set") return undefined;
  return fieldOf(record, field) ?? rule.initial;
}

/** The record without the fields that are at their default. */
function sparse(record: AnyRecord): Record<string, unknown> {
  const kept = Object.entries(record).filter(([name, value]) => !isDefault(record, name, value));
  return Object.fromEntries(kept);
}

function isDefault(record: AnyRecord, name: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return name !== "type" && same(value, ruleOf(record.type, name)?.initial);
}
