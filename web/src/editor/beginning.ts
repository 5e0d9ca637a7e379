import type { AnyRecord, Op } from "../generated";
import { put } from "../model";
import { setField } from "./ops";

type Held = Readonly<Record<string, AnyRecord>>;

// What an open map takes over from the header of a template; its title and the rest stay its own.
const TAKEN = ["kind", "layout", "language"] as const;

/** An open, empty map begins with what a template holds. */
export function begunWith(template: Held): Op[] {
  return Object.entries(template).flatMap(([id, record]): Op[] => {
    if (record.type !== "map") return [put(id, record)];
    return TAKEN.flatMap((field) => (record[field] ? [setField(id, field, record[field])] : []));
  });
}
