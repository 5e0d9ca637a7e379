import type { Card, Evidence, Op, SourceExcerpt } from "../generated";
import { mapDocument, newId, place, put, type Records, set } from "../model";
import type { Made } from "./ops";

// An excerpt on a map: as a card of its own that cites it, or cited by a card that is there.

/** What a card cites of an excerpt; the words stay with the source. */
export function citationOf({ source, id }: Pick<SourceExcerpt, "source" | "id">, at: string): Evidence {
  return { source, excerpt: id, at };
}

/** What an excerpt becomes on a map: cited by the card that is there, else a card of its own in the cell. */
export function putOn(
  records: Records,
  cell: { lane: string; step: string },
  on: string,
  excerpt: SourceExcerpt,
  at: string,
): Made {
  const card = records.get(on);
  return card?.type === "card"
    ? { id: on, ops: cited(on, card, excerpt, at) }
    : cardFrom(records, cell, excerpt, at);
}

/** A new card in a cell, below the others, that says and cites an excerpt. */
export function cardFrom(
  records: Records,
  cell: { lane: string; step: string },
  excerpt: SourceExcerpt,
  at: string,
): Made {
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
