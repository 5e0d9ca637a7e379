import type { Op } from "../generated";

/** Ops that make something, and its id. */
export interface Made {
  ops: Op[];
  id: string;
}

/** Write one field; for texts `base` is what stood there when the typing began, so that two typists merge. */
export function setField(id: string, field: string, value: unknown, base?: unknown): Op {
  return base === undefined ? { op: "set", id, field, value } : { op: "set", id, field, value, base };
}
