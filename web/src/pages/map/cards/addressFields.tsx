import { t } from "@lingui/core/macro";
import { ExternalLink } from "lucide-react";
import { addressFrom } from "../../../editor/address";
import { linksIn, safeLink } from "../../../editor/markdown";
import type { Card } from "../../../generated";
import { CheckedField, type Read } from "../../../ui/CheckedField";
import { addressInWords } from "./address";
import type { FieldsProps } from "./face";

/** Where a card leads, as it is typed. */
export function AddressField({ card, set }: Pick<FieldsProps, "card" | "set">) {
  return (
    <CheckedField
      label={t`Link`}
      value={card.url ?? ""}
      placeholder="https://"
      read={readAddress}
      onChange={(address) => set("url", address)}
    />
  );
}

function readAddress(typed: string): Read<string> {
  const address = addressFrom(typed);
  return address === null ? { why: t`A link begins with https://, http:// or mailto:` } : { means: address };
}

/** The links of a card, to be opened by keyboard. */
export function CardLinks({ card }: { card: Card }) {
  const address = safeLink(card.url);
  const own = address ? [{ link: address, text: addressInWords(address) }] : [];
  const links = [...own, ...linksIn(card.text ?? "").filter(({ link }) => link !== address)];
  if (links.length === 0) return null;
  return (
    <ul className="card-links" aria-label={t`Links of the card`}>
      {links.map(({ link, text }) => (
        <li key={link}>
          <a href={link} target="_blank" rel="noopener noreferrer" className="link">
            <ExternalLink size={12} aria-hidden /> <span dir="auto">{text}</span>
            <span className="only-read"> {t`(opens in a new tab)`}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
