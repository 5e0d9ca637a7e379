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

/** The place of what was found: on a map the card is in focus. */
export function addressOf(
  { kind, id, document }: Pick<Hit, "kind" | "id" | "document">,
  query: string,
): string {
  if (kind === "map") return `/maps/${document}`;
  if (kind === "excerpt") return `/data/${document}/excerpts?${new URLSearchParams({ search: query })}`;
  if (kind === "quote") return `/evidence/sources/${document}`;
  if (document) return `/maps/${document}?at=${id}`;
  // An idea has no page of its own: it stands on that of its opportunity, in the list.
  return SHELVES[kind] ? `${SHELVES[kind]}/${id}` : "/opportunities";
}
