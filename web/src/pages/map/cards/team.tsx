import { t } from "@lingui/core/macro";
import { UsersRound, X } from "lucide-react";
import type { Card } from "../../../generated";
import { NameChoice } from "../../../ui/NameChoice";
import { type Library, useLibrary } from "../context";
import type { BodyProps, Face, FieldsProps } from "./face";
import { useNaming } from "./naming";

/** The names of the teams of a card, those of the library and one that is only written down. */
export function teamNames(card: Card, library: Library): string[] {
  const known = (card.teams ?? []).flatMap((id) => library.teams[id]?.name ?? []);
  return card.team ? [...known, card.team] : known;
}

export function Teams({ card, library }: Pick<BodyProps, "card" | "library">) {
  const names = teamNames(card, library);
  if (names.length === 0) return null;
  return (
    <span className="team-list">
      {names.map((name) => (
        <span key={name} className="team-name" dir="auto">
          <UsersRound size={12} aria-hidden />
          {name}
        </span>
      ))}
    </span>
  );
}

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

/** Who answers for it: the teams themselves say it, words are not needed. */
export const TEAM: Face = {
  Body: Teams,
  Fields: TeamFields,
  facts: teamNames,
  says: (card) => (card.teams ?? []).length > 0 || !!card.team,
  empty: () => t`Choose a team`,
  proof: "line",
};

/** What we do, before and behind the curtain, and who does it. */
export const ACTIVITY: Face = {
  Body: Teams,
  Fields: (props) => <TeamFields {...props} label={t`Who does it`} />,
  facts: teamNames,
  proof: "line",
};
