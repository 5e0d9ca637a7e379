import { plural, t } from "@lingui/core/macro";
import { Clock } from "lucide-react";
import { Link } from "react-router";
import type { StaleCard, StaleMap } from "../../generated";
import { ask, listStale } from "../../transport";
import { useAsked } from "../useAsked";

/** The maps whose review is late or whose evidence is too old, with the cards to begin with; nothing while all is fresh. */
export function GoingStale() {
  const { data = [] } = useAsked(["stale"], () => ask(listStale()));
  if (data.length === 0) return null;
  return (
    <section className="page-part">
      <h2>{t`Going stale`}</h2>
      <ul className="stale-maps">
        {data.map((map) => (
          <li key={map.id}>
            <Link to={`/maps/${map.id}`} className="stale-map">
              <b dir="auto">{map.title}</b>
              <span className="stale caption numbers">
                <Clock size={12} aria-hidden /> {whyInWords(map)}
              </span>
            </Link>
            <ul className="stale-cards">
              {map.cards.map((card) => (
                <li key={card.id}>
                  <Link to={`/maps/${map.id}?at=${card.id}`} dir="auto">
                    {card.text || t`A card without words`}
                  </Link>{" "}
                  <span className="caption numbers">{ageInWords(card)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whyInWords({ count, days_late, is_reviewed }: StaleMap): string {
  const cards = count > 0 ? plural(count, { one: "# card stale", other: "# cards stale" }) : "";
  return [reviewInWords(days_late ?? null, is_reviewed), cards].filter(Boolean).join(", ");
}

function reviewInWords(late: number | null, isReviewed: boolean): string {
  if (late === null) return "";
  if (!isReviewed) return t`never reviewed`;
  return plural(late, { one: "review # day late", other: "review # days late" });
}

function ageInWords({ days, by }: StaleCard): string {
  return by === "release"
    ? plural(days, { one: "# day old, before a release", other: "# days old, before a release" })
    : plural(days, { one: "# day old", other: "# days old" });
}
