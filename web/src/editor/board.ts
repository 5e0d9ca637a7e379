import type { Op, Opportunity } from "../generated";
import { type InOrder, inOrder, place, type Records, set } from "../model";
import { columnOf, STATUSES } from "./opportunities";

// The board of opportunities by status: what stands where, and what moving means. Pure: no framework, no words.

export type Column = (typeof STATUSES)[number];

export interface BoardColumn {
  column: Column;
  entries: readonly (readonly [id: string, opportunity: Opportunity])[];
}

/** The columns in their order, each with its opportunities in the order of the library. */
export function board(all: InOrder<Opportunity>): BoardColumn[] {
  return STATUSES.map((column) => ({
    column,
    entries: [...all].filter(([, one]) => columnOf(one) === column),
  }));
}

/** To a column, before another opportunity or, without one, at the end of it; nothing for one that is gone. */
export function toColumn(records: Records, id: string, column: Column, before = ""): Op[] {
  const all = [...inOrder(records, "opportunity")];
  const record = all.find(([other]) => other === id)?.[1];
  if (!record || before === id) return [];
  const others = all.filter(([other]) => other !== id);
  const found = others.findIndex(([other]) => other === before);
  const { keys, ops } = place(others, found < 0 ? others.length : found);
  const status = columnOf(record) === column ? [] : [set(id, "status", column)];
  return [...status, ...ops, set(id, "order", keys[0] ?? "a0")];
}

export type Towards = "previous" | "next" | "up" | "down";

export interface Beside {
  /** Where it would move; nothing at the edge of the board. */
  target: { column: Column; before: string } | null;
  /** Which opportunity stands there, to go to. */
  focus: string;
}

/** What is beside an opportunity on the board: where it would move, and what stands there; empty columns are passed. */
export function besideOnBoard(columns: readonly BoardColumn[], id: string, towards: Towards): Beside {
  const at = columns.findIndex(({ entries }) => entries.some(([other]) => other === id));
  const here = columns[at];
  if (!here) return { target: null, focus: "" };
  const row = here.entries.findIndex(([other]) => other === id);
  if (towards === "up" || towards === "down") return within(here, row, towards);
  const step = towards === "next" ? 1 : -1;
  const beside = columns[at + step];
  return {
    target: beside ? { column: beside.column, before: beside.entries[row]?.[0] ?? "" } : null,
    focus: nearest(columns, at, step, row),
  };
}

function within({ column, entries }: BoardColumn, row: number, towards: "up" | "down"): Beside {
  const other = entries[row + (towards === "up" ? -1 : 1)];
  if (!other) return { target: null, focus: "" };
  const before = towards === "up" ? other[0] : (entries[row + 2]?.[0] ?? "");
  return { target: { column, before }, focus: other[0] };
}

function nearest(columns: readonly BoardColumn[], at: number, step: 1 | -1, row: number): string {
  for (let place = at + step; columns[place]; place += step) {
    const { entries } = columns[place] as BoardColumn;
    const found = entries[Math.min(row, entries.length - 1)];
    if (found) return found[0];
  }
  return "";
}
