import type { Card, Measure } from "../generated";

export type Question = NonNullable<Card["question"]>;

/** What a number says of itself, wherever it is shown: a reading, or what a card cited when it was made. */
export type Told = Pick<
  Measure,
  "question" | "definition" | "value" | "n" | "customers" | "too_few" | "note"
> & {
  unit: string;
  low?: number | null;
  high?: number | null;
};
