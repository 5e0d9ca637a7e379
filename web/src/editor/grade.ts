import type { Card, Evidence } from "../generated";

/** How well a claim is proven, weakest first: computed from what a card cites, never typed. */
export const GRADES = ["assumed", "heard", "counted", "measured"] as const;
export type Grade = (typeof GRADES)[number];

/** The ids of the sources that are there; undefined where the library is not known yet. */
export type Sources = { has(id: string): boolean } | undefined;

/** The grade of one thing cited: its interval, else its n, else that somebody said so (journey/evidence.py). */
export function gradeOfEvidence(evidence: Evidence, sources?: Sources): Grade {
  if (evidence.source && sources && !sources.has(evidence.source)) return "assumed";
  if (evidence.low != null && evidence.high != null) return "measured";
  if (evidence.n != null) return "counted";
  return evidence.note || evidence.source || evidence.excerpt ? "heard" : "assumed";
}

/** The grade of a claim is that of the strongest thing it cites; a question asks the data itself. */
export function gradeOf(card: Card, sources?: Sources): Grade {
  if (card.question) return "measured";
  let best = 0;
  for (const evidence of card.evidence ?? [])
    best = Math.max(best, GRADES.indexOf(gradeOfEvidence(evidence, sources)));
  return GRADES[best] ?? "assumed";
}

/** How many cards have each grade. */
export function gradesOf(cards: Iterable<Card>, sources: Sources): Record<Grade, number> {
  const grades = { assumed: 0, heard: 0, counted: 0, measured: 0 };
  for (const card of cards) grades[gradeOf(card, sources)] += 1;
  return grades;
}
