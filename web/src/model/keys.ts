// Order keys: where a record stands among its siblings. Two people who insert at one place at once may make equal
// keys; siblings are then sorted by id, and the next insertion between them gives all of them new keys.

import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { AnyRecord, Op } from "../generated";
import { set } from "./records";

const DEFAULT_KEY = "a0";

/** The order key of a record; its default where it has none. */
export function orderOf(record: AnyRecord): string {
  return "order" in record ? (record.order ?? DEFAULT_KEY) : "";
}

/** Sorts siblings: by order key, then by id. */
export function bySibling(a: readonly [string, AnyRecord], b: readonly [string, AnyRecord]): number {
  return compare(orderOf(a[1]), orderOf(b[1])) || compare(a[0], b[0]);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Keys for new siblings, and what must be done to the old ones first (mostly nothing). */
export interface Placement {
  readonly keys: readonly string[];
  readonly ops: readonly Op[];
}

/** Keys for `count` records before the sibling at `index` (siblings.length: after the last one). */
export function place(siblings: Iterable<readonly [string, AnyRecord]>, index: number, count = 1): Placement {
  const sorted = [...siblings].sort(bySibling);
  const at = Math.max(0, Math.min(index, sorted.length));
  const [left, right] = [sorted[at - 1], sorted[at]];
  const keys = between(left && orderOf(left[1]), right && orderOf(right[1]), count);
  return keys ? { keys, ops: [] } : placeAnew(sorted, at, count);
}

/** Keys strictly between two keys, or undefined where there is no room or a key was not made by this method. */
function between(left: string | undefined, right: string | undefined, count: number): string[] | undefined {
  if (left !== undefined && right !== undefined && left >= right) return undefined;
  if (!isKey(left) || !isKey(right)) return undefined;
  return generateNKeysBetween(left ?? null, right ?? null, count);
}

function isKey(key: string | undefined): boolean {
  if (key === undefined) return true;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false; // the library's way to say that a key is not one of its own
  }
}

function placeAnew(sorted: readonly (readonly [string, AnyRecord])[], at: number, count: number): Placement {
  const all = generateNKeysBetween(null, null, sorted.length + count);
  const olds = [...all.slice(0, at), ...all.slice(at + count)];
  const ops = sorted.flatMap(([id, record], index) => {
    const key = olds[index] ?? DEFAULT_KEY;
    return orderOf(record) === key ? [] : [set(id, "order", key)];
  });
  return { keys: all.slice(at, at + count), ops };
}
