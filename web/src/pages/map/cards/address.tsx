import { ExternalLink } from "lucide-react";
import { safeLink } from "../../../editor/markdown";
import type { Card } from "../../../generated";
import { CardLink } from "./Markdown";

/** Where a card leads, as a link that cannot do harm. */
export function Address({ card }: { card: Card }) {
  const link = safeLink(card.url);
  if (!link) return null;
  return (
    <span className="card-address caption">
      <ExternalLink size={11} aria-hidden />
      <CardLink href={link}>{addressInWords(link)}</CardLink>
    </span>
  );
}

/** An address as short as it still says where it leads. */
export function addressInWords(link: string): string {
  return link.replace(/^(https?:\/\/(www\.)?|mailto:)/i, "").replace(/\/$/, "");
}
