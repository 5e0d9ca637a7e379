import { t } from "@lingui/core/macro";
import { safeLink } from "../../../editor/markdown";
import type { Card } from "../../../generated";
import { Address, addressInWords } from "./address";
import type { BodyProps, Face } from "./face";

function Where({ card }: BodyProps) {
  return (
    <>
      {card.source ? (
        <span className="caption" dir="auto">
          {card.source}
        </span>
      ) : null}
      <Address card={card} />
    </>
  );
}

function factsOf({ source, url }: Card): string[] {
  const link = safeLink(url);
  return [source ?? "", link ? t`link to ${addressInWords(link)}` : ""].filter(Boolean);
}

/** A thing that one can look up: a paper, a system, a rule, what customers hold. */
export function thing(icon: string): Face {
  return { Body: Where, facts: factsOf, icon, proof: "line" };
}
