import { plural, t } from "@lingui/core/macro";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { notesOf, shelve } from "../../editor/shelf";
import type { Persona } from "../../generated";
import { Button } from "../../ui/Button";
import { mapsInWords, useShelf, useShelved } from "./context";
import { Portrait } from "./Portrait";
import { RecordMenu, useShiftKeys } from "./RecordMenu";
import { foundIn, SearchField } from "./SearchField";
import { ShelfFrame } from "./ShelfFrame";
import "./persona.css";

const LIST = "/library/personas";

/** All personas as cards. */
export function PersonasPage() {
  const personas = useShelved("persona");
  const shelf = useShelf();
  const navigate = useNavigate();
  const [sought, setSought] = useState("");
  const found = foundIn(personas, sought, ({ name, role, quote, segment }) => [name, role, quote, segment]);
  const add = () => {
    const made = shelve(shelf.records, "persona", { name: t`New persona` });
    shelf.edit(made.ops);
    navigate(`${LIST}/${made.id}`);
  };
  return (
    <ShelfFrame
      title={t`Personas`}
      actions={
        <Button look="filled" onPress={add} isDisabled={shelf.isReadOnly}>
          <Plus size={15} /> {t`New persona`}
        </Button>
      }
    >
      {personas.size > 3 ? <SearchField value={sought} onChange={setSought} found={found.length} /> : null}
      <ul className="persona-cards" aria-label={t`Personas`}>
        {found.map(([id, persona]) => (
          <PersonaCard key={id} id={id} persona={persona} />
        ))}
        {personas.size === 0 ? <NoPersonas onNew={add} /> : null}
      </ul>
    </ShelfFrame>
  );
}

function PersonaCard({ id, persona }: { id: string; persona: Persona }) {
  const uses = useShelf().usesOf(id);
  const notes = notesOf(persona);
  const shift = useShiftKeys(id);
  return (
    <li className="persona-card">
      <Link to={`${LIST}/${id}`} className="persona-card-link" onKeyDown={shift}>
        <span className="persona-card-head">
          <Portrait persona={persona} size={44} />
          <span className="persona-card-names" dir="auto">
            <b>{persona.name}</b>
            <span>{persona.role}</span>
          </span>
        </span>
        {persona.quote ? (
          <q className="persona-card-quote" dir="auto">
            {persona.quote}
          </q>
        ) : (
          <span className="persona-card-quote is-missing">{t`No quote yet`}</span>
        )}
        <span className="persona-card-foot caption numbers">
          {mapsInWords(uses.length)}
          {notes > 0 ? ` · ${plural(notes, { one: "# note", other: "# notes" })}` : ""}
        </span>
      </Link>
      <span className="persona-card-side">
        <RecordMenu id={id} name={persona.name} list={LIST} />
      </span>
    </li>
  );
}

function NoPersonas({ onNew }: { onNew: () => void }) {
  return (
    <li className="shelf-offer">
      <h2>{t`Whose journey is it?`}</h2>
      <p>{t`A persona describes a kind of customer as one person, so that everybody draws the journey of the same one.`}</p>
      <span>
        <Button look="edged" onPress={onNew}>
          <Plus size={15} /> {t`New persona`}
        </Button>
      </span>
    </li>
  );
}
