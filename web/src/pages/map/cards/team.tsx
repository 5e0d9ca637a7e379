import { t } from "@lingui/core/macro";
import { UsersRound } from "lucide-react";
import type { Card } from "../../../generated";
import type { Library } from "../context";
import type { BodyProps, Face } from "./face";

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

/** Who answers for it: the teams themselves say it, words are not needed. */
export const TEAM: Face = {
  Body: Teams,
  facts: teamNames,
  says: (card) => (card.teams ?? []).length > 0 || !!card.team,
  empty: () => t`Choose a team`,
  proof: "line",
};

/** What we do, before and behind the curtain, and who does it. */
export const ACTIVITY: Face = {
  Body: Teams,
  facts: teamNames,
  proof: "line",
};
