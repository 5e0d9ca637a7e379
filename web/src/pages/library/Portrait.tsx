import type { Persona } from "../../generated";
import { addressOf } from "../../transport";
import { Avatar } from "../../ui/Marks";
import { Picture } from "../../ui/Picture";

/** A persona's face: the photo, else initials. */
export function Portrait({ persona, size }: { persona: Persona; size: number }) {
  return (
    <span className="portrait" style={{ inlineSize: size, blockSize: size }}>
      {persona.photo ? (
        <Picture source={addressOf(persona.photo)} alt="" />
      ) : (
        <Avatar name={persona.name} size={size} />
      )}
    </span>
  );
}
