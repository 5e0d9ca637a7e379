import type { Figure, Result, Row } from "./answers";

// What an answer says of each kind of customers, beside its table.

export interface Segment {
  segment: string;
  customers: number;
  share: number;
  /** The nodes at which they differ most, more and less often than all others. */
  more: readonly string[];
  less: readonly string[];
  /** The nodes of a customer like most of them, one after another. */
  journey: readonly string[];
  score: (Figure & { question: string; scale: readonly [number, number] }) | null;
}

export function segmentsOf({ details = {} }: Result): readonly Segment[] {
  return Array.isArray(details.segments) ? (details.segments as unknown as Segment[]) : [];
}

/** The rows that tell a segment: where it differs most, else where most of it came. */
export function telling({ rows = [] }: Result, { segment, more, less }: Segment): Row[] {
  const mine = rows.filter(({ key }) => key.segment === segment);
  const told = [...more, ...less].flatMap((id) => mine.filter(({ key }) => key.node === id));
  return told.length > 0 ? told : mine.slice(0, 3);
}
