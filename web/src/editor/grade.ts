import type { Card, Evidence } from "../generated";

/** How well a claim is proven, weakest first: computed from what a card cites, never typed. */
export const GRADES = ["assumed", "heard", "counted", "measured"] as const;
export type Grade = (typeof GRADES)[number];

type There = { has(id: string): boolean } | undefined;

/** What is there for claims to stand on; undefined where that is not known (yet). `dataset` is the one of the map. */
export interface Ground {
  sources?: There;
  datasets?: There;
  touchpoints?: There;
  dataset?: string;
}

type Standing = Pick<Evidence, "source" | "dataset" | "question">;

/** What is gone of that on which something stands; null where all is there. */
export function goneOf(
  { source, dataset, question }: Standing,
  { sources, datasets, touchpoints }: Ground = {},
): "source" | "dataset" | "question" | null {
  if (source && sources?.has(source) === false) return "source";
  if (dataset && datasets?.has(dataset) === false) return "dataset";
  return namedIn(question).some((id) => touchpoints?.has(id) === false) ? "question" : null;
}

// The fields of questions and of their filters that hold places (journey/questions.py).
const HOLDING = /^(at|onward|source|target|places|passed|never|repeated|began_at|ended_at|without)$/;

/** The touchpoints that a question names, in its filter too; an event by its name is none. */
function namedIn(question: Standing["question"]): string[] {
  return Object.entries({ ...question, ...question?.only }).flatMap(([field, value]) =>
    HOLDING.test(field)
      ? [value as string[] | string[][]].flat(2).filter((id) => !id.startsWith("event:"))
      : [],
  );
}

/** The grade of one thing cited: its interval, else its n, else that somebody said so (journey/evidence.py). */
export function gradeOfEvidence(evidence: Evidence, ground?: Ground): Grade {
  if (goneOf(evidence, ground)) return "assumed";
  if (evidence.low != null && evidence.high != null) return "measured";
  if (evidence.n != null) return "counted";
  return evidence.note || evidence.source || evidence.excerpt ? "heard" : "assumed";
}

/** What is gone of the question that a card asks of the map's data itself. */
export function goneOfAsking({ question }: Card, ground: Ground = {}) {
  return question ? goneOf({ question, dataset: ground.dataset ?? "" }, ground) : null;
}

/** The grade of a claim is that of the strongest thing it cites; a question asks the data itself. */
export function gradeOf(card: Card, ground?: Ground): Grade {
  if (card.question && !goneOfAsking(card, ground)) return "measured";
  let best = 0;
  for (const evidence of card.evidence ?? [])
    best = Math.max(best, GRADES.indexOf(gradeOfEvidence(evidence, ground)));
  return GRADES[best] ?? "assumed";
}

/** How many cards have each grade. */
export function gradesOf(cards: Iterable<Card>, ground: Ground): Record<Grade, number> {
  const grades = { assumed: 0, heard: 0, counted: 0, measured: 0 };
  for (const card of cards) grades[gradeOf(card, ground)] += 1;
  return grades;
}
