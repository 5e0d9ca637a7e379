import { plural, t } from "@lingui/core/macro";
import { StickyNote, X } from "lucide-react";
import { Link } from "react-router";
import { KINDS } from "../../editor/kinds";
import { IconButton } from "../../ui/Button";
import { Problem } from "../Problem";
import { type Pile, usePile } from "./asking";
import { PILES } from "./words";

interface PilePanelProps {
  map: string;
  title: string;
  pile: Pile;
  onClose: () => void;
}

/** A lane without a name has that of its kind. */
function laneInWords(lane: string): string {
  return Object.hasOwn(KINDS, lane) ? KINDS[lane as keyof typeof KINDS].name : lane;
}

/** Exactly the cards that a number counts; each leads to its place on the map. */
export function PilePanel({ map, title, pile, onClose }: PilePanelProps) {
  const { data, error } = usePile(map, pile);
  return (
    <aside className="panel" aria-label={t`Cards of ${title}`}>
      <header className="panel-head">
        <span className="panel-kind">
          <StickyNote size={13} aria-hidden /> {PILES[pile]}
        </span>
        <IconButton label={t`Close`} onPress={onClose}>
          <X size={16} />
        </IconButton>
        <h2 dir="auto">{title}</h2>
        <p className="caption numbers">
          {data ? plural(data.length, { one: "# card", other: "# cards" }) : ""}
        </p>
      </header>
      {error ? <Problem error={error} /> : null}
      <ul className="pile">
        {data?.map(({ id, text, lane, step }) => (
          <li key={id}>
            <Link to={`/maps/${map}?at=${id}`} dir="auto">
              {text || t`without words`}
            </Link>
            <span className="caption" dir="auto">
              {[laneInWords(lane), step].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
