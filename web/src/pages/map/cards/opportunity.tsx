import { t } from "@lingui/core/macro";
import { asSaid, namedBy } from "../../../editor/named";
import type { Card } from "../../../generated";
import { plain, shortDay } from "../../../ui/format";
import { KANO_WORDS, PROGRESS_WORDS } from "../words";
import type { BodyProps, Face } from "./face";
import { Teams, teamNames } from "./team";

function Worth({ card: own, library }: BodyProps) {
  const card = asSaid(own, namedBy(own, library.opportunities));
  const words = weightsOf(card).join(" · ");
  return (
    <>
      {words || own.status ? (
        <span className="card-worth caption">
          {own.status ? <b>{PROGRESS_WORDS[own.status]}</b> : null} {words}
        </span>
      ) : null}
      <Teams card={card} library={library} />
    </>
  );
}

function weightsOf(card: Card): string[] {
  const { customer_value, business_value, effort, kano, due } = card;
  return [
    customer_value == null ? "" : t`value ${plain(customer_value)}`,
    business_value == null ? "" : t`business ${plain(business_value)}`,
    effort == null ? "" : t`effort ${plain(effort)}`,
    kano ? (KANO_WORDS[kano] ?? "") : "",
    due ? t`due ${shortDay(due)}` : "",
  ].filter(Boolean);
}

function factsOf(own: Card, library: BodyProps["library"]): string[] {
  const card = asSaid(own, namedBy(own, library.opportunities));
  const status = own.status ? [PROGRESS_WORDS[own.status]] : [];
  return [...status, ...weightsOf(card), ...teamNames(card, library)];
}

/** What could be better, what that is worth, and who takes it up. */
export const OPPORTUNITY: Face = { Body: Worth, facts: factsOf, proof: "name" };

/** A thought about what could be, to be weighed later. */
export const IDEA: Face = {
  Body: Worth,
  facts: factsOf,
  icon: "sparkles",
  proof: "line",
};
