import { t } from "@lingui/core/macro";
import type { TouchpointOffer, WordsAlike } from "../../generated";

/** Why a touchpoint is offered for an event: which words speak for it, and how. */
export function reasonInWords({ because, like }: TouchpointOffer): string {
  const words = because.map(alikeInWords).join(", ");
  return like ? t`like ${like}, which it has: ${words}` : words;
}

function alikeInWords({ event, touchpoint, how }: WordsAlike): string {
  if (how === "same") return t`same word “${event}”`;
  if (how === "form") return t`“${event}” is a form of “${touchpoint}”`;
  if (how === "meaning") return t`“${event}” means “${touchpoint}”`;
  return t`“${event}” begins like “${touchpoint}”`;
}

/** How sure the words are. */
export function scoreInWords(score: number): string {
  if (score >= 0.8) return t`very alike`;
  return score >= 0.65 ? t`alike` : t`somewhat alike`;
}
