import { shownAs } from "../../ui/people";
import { usePeopleAt } from "./context";

/** A colleague in this cell: an outline in their colour and their name on a flag. The layout does not move. */
export function PresenceFlag({ row, column }: { row: string; column: string }) {
  const [first, ...others] = usePeopleAt(row, column);
  if (!first) return null;
  const { name, hue } = shownAs(first.actor);
  return (
    <span className={`presence person-${hue}`} aria-hidden>
      <span className="presence-name">
        {first.actor.name ? name.split(" ")[0] : name}
        {others.length > 0 ? ` +${others.length}` : ""}
      </span>
    </span>
  );
}
