import type { Card } from "../generated";

export type Question = NonNullable<Card["question"]>;

/** What the server answers to a question (measures/measure.py). */
export interface Measure {
  question: Question;
  definition: string;
  value: number | null;
  unit: string;
  low?: number | null;
  high?: number | null;
  n: number;
  customers: number;
  first?: string | null;
  last?: string | null;
  too_few: boolean;
  scale?: [number, number] | null;
  note?: string;
}
