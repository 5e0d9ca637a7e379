import { t } from "@lingui/core/macro";
import { Lightbulb } from "lucide-react";
import { plainText } from "../../../editor/markdown";
import { namedBy } from "../../../editor/named";
import type { Card } from "../../../generated";
import type { Library } from "../context";
import { PROGRESS_WORDS } from "../words";

/** Which opportunity a card names, in words; nothing for a card that names none. */
export function namedInWords(card: Card, { opportunities }: Library): string {
  const named = namedBy(card, opportunities);
  if (named === undefined) return "";
  if (named === null) return t`its opportunity is gone`;
  const status = PROGRESS_WORDS[named.status || "open"];
  return named.name === plainText(card.text ?? "") ? status : `${named.name} · ${status}`;
}

/** The opportunity that a card names, and how far it is. */
export function Named({ card, library }: { card: Card; library: Library }) {
  const words = namedInWords(card, library);
  return words ? (
    <span className="card-named caption" dir="auto">
      <Lightbulb size={11} aria-hidden /> {words}
    </span>
  ) : null;
}
