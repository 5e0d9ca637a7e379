import type { Card, Evidence, Op, SourceExcerpt } from "../generated";
import { mapDocument, newId, place, put, type Records, set } from "../model";

// An excerpt on a map: as a card of its own that cites it, or cited by a card that is there.

/** What a card cites of an excerpt; the words stay with the source. */
export function citationOf({ source, id }: Pick<SourceExcerpt, "source" | "id">, at: string): Evidence {
  return { source, excerpt: id, at };
}

/** A new card in a cell, below the others, that says and cites an excerpt. */
export function cardFrom(
  records: Records,
  cell: { lane: string; step: string },
  excerpt: SourceExcerpt,
  at: string,
): { id: string; ops: Op[] } {
  const siblings = mapDocument(records).cardsIn(cell.lane, cell.step);
  const { keys, ops } = place(siblings, siblings.size);
  const id = newId();
  const card: Card = {
    type: "card",
    ...cell,
    order: keys[0] ?? "a0",
    text: excerpt.text,
    evidence: [citationOf(excerpt, at)],
  };
  return { id, ops: [...ops, put(id, card)] };
}

/** The ops that make a card cite an excerpt; none where it does already. */
export function cited(
  id: string,
  card: Card,
  excerpt: Pick<SourceExcerpt, "source" | "id">,
  at: string,
): Op[] {
  const evidence = card.evidence ?? [];
  if (evidence.some((one) => one.source === excerpt.source && one.excerpt === excerpt.id)) return [];
  return [set(id, "evidence", [...evidence, citationOf(excerpt, at)])];
}
