import type { Op } from "../generated";
import { same } from "../model";

/**
 * Two edits that may go as one change: both write the same fields only, the second on top of the first, as typing and
 * dragging do. The base stays the first one's, because the server has not seen what came between.
 * Undefined where they must stay two changes.
 */
export function coalesced(first: readonly Op[], second: readonly Op[]): Op[] | undefined {
  if (first.length !== second.length) return undefined;
  const pairs = first.map((op, index) => joined(op, second[index]));
  return pairs.every((op) => op !== undefined) ? pairs : undefined;
}

function joined(first: Op, second: Op | undefined): Op | undefined {
  if (first.op !== "set" || second?.op !== "set") return undefined;
  if (first.id !== second.id || first.field !== second.field) return undefined;
  if (second.base !== undefined && !same(second.base, first.value ?? "")) return undefined;
  return { ...second, ...("base" in first ? { base: first.base } : {}) };
}
