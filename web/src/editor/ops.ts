import type { Op } from "../generated";

/** Write one field; for texts `base` is what stood there when the typing began, so that two typists merge. */
export function setField(id: string, field: string, value: unknown, base?: unknown): Op {
  return base === undefined ? { op: "set", id, field, value } : { op: "set", id, field, value, base };
}
