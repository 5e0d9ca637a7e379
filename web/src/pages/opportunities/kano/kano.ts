import type { Evidence, KanoAsked, KanoClass, KanoFound, KanoPair, Opportunity } from "../../../generated";

// Kano's classes as the page shows them, and what is asked of the server.

export type Letter = "M" | "O" | "A" | "I" | "R" | "Q";

export const LETTERS: readonly Letter[] = ["M", "O", "A", "I", "R", "Q"];

type Kano = NonNullable<Opportunity["kano"]>;

const CLASSES: Readonly<Record<Letter, Kano>> = {
  M: "must-be",
  O: "performance",
  A: "attractive",
  I: "indifferent",
  R: "reverse",
  Q: "",
};

/** The class of an opportunity that a feature's answers say; nothing where they say none, or too few. */
export function classFor({ letter, too_few }: KanoClass): Kano {
  return letter && !too_few ? CLASSES[letter] : "";
}

/** What an opportunity cites when its class is set from answers. */
export function evidenceOf(found: KanoFound, dataset: string, note: string, at: string): Evidence {
  const { letter, counts, n } = found.kano;
  const share = letter && n > 0 ? (counts[letter] ?? 0) / n : null;
  return { note, dataset, n, at, ...(share === null ? {} : { value: share, unit: "share" }) };
}

/** What is looked at: one wave, or two. */
export interface Looking {
  dataset: string;
  /** The dataset of the second wave; the same one means before and after a day. */
  later: string;
  /** The day on which the second wave begins, where both are in one dataset. */
  day: string;
  likeIs: 1 | 5;
}

/** The question to the server; nothing while something is missing. */
export function askedFor(
  { dataset, later, day, likeIs }: Looking,
  pairs: readonly KanoPair[],
): KanoAsked | null {
  if (!dataset || pairs.length === 0) return null;
  const both = { pairs: [...pairs], like_is: likeIs };
  if (!later) return { waves: [{ dataset }], ...both };
  if (later !== dataset) return { waves: [{ dataset }, { dataset: later }], ...both };
  if (!day) return null;
  const moment = `${day}T00:00:00Z`;
  return {
    waves: [
      { dataset, until: moment },
      { dataset, since: moment },
    ],
    ...both,
  };
}
