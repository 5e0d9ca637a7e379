import type { Hit } from "../../generated";

const SHELVES: Partial<Record<Hit["kind"], string>> = {
  persona: "/library/personas",
  stakeholder: "/library/stakeholders",
  touchpoint: "/library/touchpoints",
  channel: "/library/channels",
  team: "/library/teams",
  opportunity: "/opportunities",
};

// What has no page of its own is shown where it is listed.
const LISTS: Partial<Record<Hit["kind"], string>> = {
  source: "/evidence",
  release: "/evidence/releases",
  insight: "/evidence/insights",
  idea: "/opportunities",
};

/** The place of what was found: on a map the card is in focus. */
export function addressOf(
  { kind, id, document }: Pick<Hit, "kind" | "id" | "document">,
  query: string,
): string {
  if (kind === "map") return `/maps/${document}`;
  if (kind === "excerpt") return `/data/${document}/excerpts?${new URLSearchParams({ search: query })}`;
  if (document) return `/maps/${document}?at=${id}`;
  return SHELVES[kind] ? `${SHELVES[kind]}/${id}` : (LISTS[kind] ?? "/library");
}
