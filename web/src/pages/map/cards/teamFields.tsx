import { t } from "@lingui/core/macro";
import { X } from "lucide-react";
import { NameChoice } from "../../../ui/NameChoice";
import { useLibrary } from "../context";
import type { FieldsProps } from "./face";
import { useNaming } from "./naming";

/** The teams that answer for a card: chosen from the library, or made by typing a new name. */
export function TeamFields({ card, set, library, label }: FieldsProps & { label?: string }) {
  const { teams } = useLibrary();
  const idOf = useNaming("team", library);
  const chosen = card.teams ?? [];
  const add = (name: string) => {
    const id = idOf(name);
    if (id !== null && !chosen.includes(id)) set("teams", [...chosen, id]);
  };
  const free = Object.entries(teams).filter(([id]) => !chosen.includes(id));
  return (
    <div className="team-fields">
      <NameChoice
        label={label ?? t`Teams that answer for it`}
        value=""
        names={free.map(([, { name }]) => name)}
        onName={add}
        isAdding
      />
      <span className="chips">
        {chosen.map((id) => (
          <Chosen
            key={id}
            name={teams[id]?.name ?? id}
            remove={() =>
              set(
                "teams",
                chosen.filter((one) => one !== id),
              )
            }
          />
        ))}
        {card.team ? <Chosen name={card.team} remove={() => set("team", "", card.team)} /> : null}
      </span>
    </div>
  );
}

function Chosen({ name, remove }: { name: string; remove: () => void }) {
  return (
    <button type="button" className="chip" aria-label={t`Take ${name} off`} onClick={remove}>
      <span dir="auto">{name}</span> <X size={12} aria-hidden />
    </button>
  );
}

/** The teams that do what a card says. */
export function ActivityFields(props: FieldsProps) {
  return <TeamFields {...props} label={t`Who does it`} />;
}
