import type { Card, Opportunity } from "../generated";

/** The opportunities of the library by id; undefined while the library has not come. */
export type Opportunities = Readonly<Record<string, Opportunity>> | undefined;

/** The opportunity that a card names; null for one that is gone, undefined where it names none, or nobody knows yet. */
export function namedBy(card: Card, opportunities: Opportunities): Opportunity | null | undefined {
  if (!card.opportunity || !opportunities) return undefined;
  return opportunities[card.opportunity] ?? null;
}

/** What an opportunity says in place of a card that is it, the twin of `SAID` in journey/opportunities.py. */
export const SAID = [
  "customer_value",
  "business_value",
  "effort",
  "kano",
  "owner",
  "teams",
  "status",
  "due",
] as const;

/** A card of an opportunities lane as readers see it: the opportunity that it names says what it is worth. */
export function asSaid(card: Card, named: Opportunity | null | undefined): Card {
  if (!named) return card;
  const said = Object.fromEntries(SAID.map((field) => [field, named[field]]));
  return { ...card, team: "", ...said };
}
