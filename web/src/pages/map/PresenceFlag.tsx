import { hueOf } from "../../ui/Marks";
import { usePeopleAt } from "./context";

/** A colleague in this cell: an outline in their colour and their name on a flag. The layout does not move. */
export function PresenceFlag({ row, column }: { row: string; column: string }) {
  const [first, ...others] = usePeopleAt(row, column);
  if (!first) return null;
  const name = first.actor.name || "Somebody";
  return (
    <span className={`presence person-${hueOf(name)}`} aria-hidden>
      <span className="presence-name">
        {name.split(" ")[0]}
        {others.length > 0 ? ` +${others.length}` : ""}
      </span>
    </span>
  );
}
