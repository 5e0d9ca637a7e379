import type { Persona } from "../../generated";
import { Avatar } from "../../ui/Marks";

/** A persona's face: initials until there is a photo. */
export function Portrait({ persona, size }: { persona: Persona; size: number }) {
  return (
    <span className="portrait">
      <Avatar name={persona.name} size={size} />
    </span>
  );
}
