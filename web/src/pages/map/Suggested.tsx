import { t } from "@lingui/core/macro";
import { Avatar } from "../../ui/Marks";
import { shownAs } from "../../ui/people";
import type { Naming } from "./SayForm";

/** The names that fit what is typed after the @; the keys stay in the field. */
export function Suggested({ naming }: { naming: Naming }) {
  const { id, found, chosen, take, said } = naming;
  return (
    <>
      <span className="only-read" role="status">
        {said}
      </span>
      {found.length > 0 ? (
        <div role="listbox" id={id} aria-label={t`People`} className="suggested">
          {found.map((person, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the field, which names the active one
            <div
              key={person.id}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === chosen}
              tabIndex={-1}
              className={`menu-item ${place === chosen ? "is-chosen" : ""}`}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              <Avatar {...shownAs({ id: person.id, name: person.name ?? "" })} size={20} />
              <span dir="auto">{person.name}</span>
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
