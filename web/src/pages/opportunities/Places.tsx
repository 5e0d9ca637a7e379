import { t } from "@lingui/core/macro";
import { Map as MapIcon } from "lucide-react";
import { Link } from "react-router";
import { KINDS } from "../../editor/kinds";
import { plainText } from "../../editor/markdown";
import type { OpportunityCard } from "../../generated";
import { Problem } from "../Problem";
import { Customers } from "./Customers";
import { useConcerned, useStanding } from "./data";
import { GONE_WORDS } from "./words";

/** How many customers the opportunity concerns, and why the number that it cites cannot say so any more. */
export function Concern({ id, name }: { id: string; name: string }) {
  const { of, goneOf, error } = useConcerned();
  const gone = goneOf(id);
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`Customers whom it concerns`}</h2>
      {gone ? <p className="shelf-refused">{GONE_WORDS[gone]}</p> : null}
      {error ? <Problem error={error} /> : <Customers id={id} name={name} all={of(id)} isWhole />}
    </section>
  );
}

/** The cells in which it stands, map by map; each opens there. */
export function Places({ id }: { id: string }) {
  const places = useStanding()(id);
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`Where it stands`}</h2>
      {places.length === 0 ? (
        <p className="shelf-hint">
          {t`On no map yet. On a map, the menu of a card has “Link to an opportunity…”.`}
        </p>
      ) : null}
      {places.map(({ map, title, cards }) => (
        <div key={map} className="opportunity-place">
          <h3>
            <Link to={`/maps/${map}`} className="opportunity-map">
              <MapIcon size={14} aria-hidden /> <span dir="auto">{title}</span>
            </Link>
          </h3>
          <ul>
            {cards.map((card) => (
              <li key={card.id}>
                <Link to={`/maps/${map}?at=${card.id}`} className="opportunity-link" dir="auto">
                  {plainText(card.text ?? "") || t`A card without words`}
                </Link>
                <span className="caption" dir="auto">
                  {cellInWords(card)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function cellInWords({ kind, lane, step, stage }: OpportunityCard): string {
  if (!kind) return t`in the tray`;
  return [lane || KINDS[kind].name, stage, step].filter(Boolean).join(" · ");
}
