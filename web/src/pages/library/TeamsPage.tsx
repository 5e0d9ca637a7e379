import { msg, t } from "@lingui/core/macro";
import { setField } from "../../editor/ops";
import { spoken } from "../../editor/spoken";
import type { Team } from "../../generated";
import { useShelf, useShelved } from "./context";
import { TextOf } from "./InPlace";
import { LinkOf } from "./LinkOf";
import { ShelfList } from "./ShelfList";

/** Who in the organisation answers for what. */
export function TeamsPage() {
  return (
    <ShelfList
      shared={t`What you change here changes in each of them at once.`}
      type="team"
      list="/library/teams"
      title={t`Teams`}
      words={{
        add: t`New team`,
        fresh: t`New team`,
        emptyTitle: t`Who answers for it?`,
        empty: t`A team owns touchpoints and takes up opportunities, so that everybody knows whom to ask.`,
      }}
      fields={{}}
      sought={({ name, description, contact }) => [name, description, contact]}
      row={(team) => <Face team={team} />}
      details={(id, team) => <Fields id={id} team={team} />}
    />
  );
}

function Face({ team }: { team: Team }) {
  return (
    <>
      <span className="shelf-row-name" dir="auto">
        <i className={`swatch ${team.colour == null ? "" : `swatch-${team.colour % HUES}`}`} aria-hidden />{" "}
        {team.name}
      </span>
      <span className="shelf-row-more" dir="auto">
        {team.contact}
      </span>
    </>
  );
}

function Fields({ id, team }: { id: string; team: Team }) {
  const owned = [...useShelved("touchpoint").values()].filter(({ owner_team }) => owner_team === id);
  return (
    <>
      <TextOf id={id} field="name" label={t`Name`} value={team.name} isNeeded className="is-name" />
      <TextOf
        id={id}
        field="description"
        label={t`What the team does`}
        value={team.description}
        isLong
        placeholder={t`In a sentence or two`}
      />
      <TextOf
        id={id}
        field="contact"
        label={t`Whom to ask`}
        value={team.contact}
        placeholder={t`A name, a mailbox`}
      />
      <LinkOf id={id} field="url" label={t`Where to find them`} value={team.url} />
      <ColourChoice id={id} chosen={team.colour ?? null} />
      <section className="shelf-section">
        <h2 className="shelf-head">{t`Touchpoints it owns`}</h2>
        {owned.length === 0 ? (
          <p className="shelf-hint">{t`None yet; a touchpoint names its owner.`}</p>
        ) : null}
        <ul className="shelf-plain">
          {owned.map(({ name }) => (
            <li key={name} dir="auto">
              {name}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const COLOURS = spoken({ none: msg`No colour`, 0: msg`Blue`, 1: msg`Purple`, 2: msg`Rust`, 3: msg`Green` });
const HUES = 4;

function ColourChoice({ id, chosen }: { id: string; chosen: number | null }) {
  const shelf = useShelf();
  const choices: (number | null)[] = [null, 0, 1, 2, 3];
  return (
    <fieldset className="icon-choice" disabled={shelf.isReadOnly}>
      <legend className="field-label">{t`Colour`}</legend>
      {choices.map((colour) => {
        const words = COLOURS[(colour ?? "none") as keyof typeof COLOURS];
        return (
          <label key={words} className="icon-option" title={words}>
            <input
              type="radio"
              name={`colour-${id}`}
              className="only-read"
              aria-label={words}
              checked={colour === (chosen === null ? null : chosen % HUES)}
              onChange={() => shelf.edit([setField(id, "colour", colour)])}
            />
            <i className={`swatch ${colour === null ? "" : `swatch-${colour}`}`} aria-hidden />
          </label>
        );
      })}
    </fieldset>
  );
}
