import type { Hit } from "../../generated";

const SHELVES: Partial<Record<Hit["kind"], string>> = {
  persona: "/library/personas",
  stakeholder: "/library/stakeholders",
  touchpoint: "/library/touchpoints",
  channel: "/library/channels",
  team: "/library/teams",
  opportunity: "/opportunities",
  source: "/evidence/sources",
  insight: "/evidence/insights",
  release: "/evidence/releases",
};

/** The place of what was found, where it has the focus: a card on its map, an idea on its opportunity, words in their source. */
export function addressOf(
  { kind, id, document, opportunity }: Pick<Hit, "kind" | "id" | "document" | "opportunity">,
  query: string,
): string {
  if (kind === "map") return `/maps/${document}`;
  if (kind === "excerpt")
    return `/data/${document}/excerpts?${new URLSearchParams({ search: query, at: id })}`;
  if (kind === "quote") return `/evidence/sources/${document}/words?at=${id}`;
  if (document) return `/maps/${document}?at=${id}`;
  if (opportunity) return `/opportunities/${opportunity}?at=${id}`;
  return SHELVES[kind] ? `${SHELVES[kind]}/${id}` : "/opportunities";
}
