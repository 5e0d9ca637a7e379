import type { Card, Evidence } from "../generated";

/** How well a claim is proven, weakest first: computed from what a card cites, never typed. */
export const GRADES = ["assumed", "heard", "counted", "measured"] as const;
export type Grade = (typeof GRADES)[number];

/** The grade of one thing cited: its interval, else its n, else its note speaks for it (journey/evidence.py). */
export function gradeOfEvidence(evidence: Evidence): Grade {
  if (evidence.low != null && evidence.high != null) return "measured";
  if (evidence.n != null) return "counted";
  return evidence.note ? "heard" : "assumed";
}

/** The grade of a claim is that of the strongest thing it cites; a question asks the data itself. */
export function gradeOf(card: Card): Grade {
  if (card.question) return "measured";
  let best = 0;
  for (const evidence of card.evidence ?? [])
    best = Math.max(best, GRADES.indexOf(gradeOfEvidence(evidence)));
  return GRADES[best] ?? "assumed";
}
