import { plural, t } from "@lingui/core/macro";
import { Map as MapIcon } from "lucide-react";
import { Link } from "react-router";
import type { MapUses } from "../../generated";
import { cardsInWords } from "../../ui/words";
import { useShelf } from "./context";

/** The maps that use a record, each with how often, opened where they use it; the note says what that means here. */
export function Uses({ id, note }: { id: string; note?: string | undefined }) {
  const uses = useShelf().usesOf(id);
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`Where it is used`}</h2>
      {uses.length === 0 ? <p className="shelf-hint">{t`In no map yet.`}</p> : null}
      {note && uses.length > 0 ? <p className="shelf-hint">{note}</p> : null}
      <ul className="shelf-uses">
        {uses.map((use) => (
          <li key={use.map}>
            <Link to={use.first ? `/maps/${use.map}?at=${use.first}` : `/maps/${use.map}`}>
              <MapIcon size={14} aria-hidden /> <span dir="auto">{use.title}</span>
            </Link>
            <span className="caption numbers">{usesInWords(use)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function usesInWords({ cards = 0, steps = 0, of_map }: MapUses): string {
  const words = [
    of_map ? t`seen through their eyes` : "",
    cards > 0 ? cardsInWords(cards) : "",
    steps > 0 ? plural(steps, { one: "# step", other: "# steps" }) : "",
  ];
  return words.filter(Boolean).join(", ");
}
