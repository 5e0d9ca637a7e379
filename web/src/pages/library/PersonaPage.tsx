import { t } from "@lingui/core/macro";
import { LayoutGrid } from "lucide-react";
import { Link, useParams } from "react-router";
import { setField } from "../../editor/ops";
import { notesOf } from "../../editor/shelf";
import type { Persona } from "../../generated";
import { Select } from "../../ui/Select";
import { choicesOf } from "../map/words";
import { NotHere } from "../NotHere";
import { PictureField } from "../PictureField";
import { ChannelChips } from "./ChannelChips";
import { useRecord, useShelf } from "./context";
import { EvidenceNotes } from "./EvidenceNotes";
import { FiguresPart } from "./FiguresPart";
import { TextOf } from "./InPlace";
import { Portrait } from "./Portrait";
import { RecordMenu } from "./RecordMenu";
import { ShelfFrame } from "./ShelfFrame";
import { TextList } from "./TextList";
import { TraitsPart } from "./TraitsPart";
import { Uses } from "./Uses";
import { AWARENESS_WORDS, BUYING_WORDS } from "./words";
import "./persona.css";

const LIST = "/library/personas";

export interface PersonaProps {
  id: string;
  persona: Persona;
}

/** One persona, edited where it stands. */
export function PersonaPage() {
  const { id = "" } = useParams();
  const persona = useRecord("persona", id);
  if (!persona) return <NotHere />;
  const notes = notesOf(persona);
  return (
    <ShelfFrame
      title={persona.name}
      up={{ to: LIST, label: t`Personas` }}
      actions={
        <>
          <Link to={`${LIST}/${id}/empathy`} className="button button-edged button-normal">
            <LayoutGrid size={15} aria-hidden /> {t`Empathy map`}
            {notes > 0 ? <span className="caption numbers">{notes}</span> : null}
          </Link>
          <RecordMenu id={id} name={persona.name} list={LIST} />
        </>
      }
    >
      <div className="persona-page" key={id}>
        <PersonaSide id={id} persona={persona} />
        <PersonaMain id={id} persona={persona} />
      </div>
    </ShelfFrame>
  );
}

function PersonaSide({ id, persona }: PersonaProps) {
  const shelf = useShelf();
  const choose = (field: "buying_role" | "awareness") => (value: string) =>
    shelf.edit([setField(id, field, value)]);
  return (
    <section className="persona-side" aria-label={t`Who this is`}>
      {persona.photo ? null : <Portrait persona={persona} size={88} />}
      <PictureField
        label={t`Photo`}
        about={id}
        image={persona.photo ?? ""}
        onChange={(photo) => shelf.edit([setField(id, "photo", photo)])}
        isRound
      />
      <TextOf id={id} field="name" label={t`Name`} value={persona.name} isNeeded className="is-name" />
      <TextOf
        id={id}
        field="role"
        label={t`Role`}
        value={persona.role}
        placeholder={t`Who this is, in a few words`}
      />
      <TextOf
        id={id}
        field="quote"
        label={t`Quote`}
        value={persona.quote}
        placeholder={t`A sentence that they would say`}
        className="is-quote"
      />
      <ListOf id={id} persona={persona} field="facts" label={t`Facts`} one={t`fact`} look="chips" />
      <ChannelChips
        label={t`Preferred channels`}
        chosen={persona.channels ?? []}
        onChange={(channels) => shelf.edit([setField(id, "channels", channels)])}
      />
      <Select
        label={t`Role when deciding to buy`}
        value={persona.buying_role ?? ""}
        options={choicesOf(BUYING_WORDS, t`Not said`)}
        onChange={choose("buying_role")}
      />
      <Select
        label={t`Awareness at the start`}
        value={persona.awareness ?? ""}
        options={choicesOf(AWARENESS_WORDS, t`Not said`)}
        onChange={choose("awareness")}
      />
      <TextOf
        id={id}
        field="segment"
        label={t`Segment in the data`}
        value={persona.segment}
        placeholder={t`Which customers they stand for`}
      />
      <Uses id={id} note={t`What you change here changes in each of them at once.`} />
    </section>
  );
}

function PersonaMain({ id, persona }: PersonaProps) {
  return (
    <div className="persona-main">
      <section className="shelf-section is-wide">
        <TextOf
          id={id}
          field="bio"
          label={t`Background`}
          value={persona.bio}
          isLong
          placeholder={t`How they live and work, and what brings them here`}
        />
      </section>
      <ListOf id={id} persona={persona} field="goals" label={t`Goals`} one={t`goal`} />
      <ListOf id={id} persona={persona} field="needs" label={t`Needs`} one={t`need`} />
      <ListOf id={id} persona={persona} field="frustrations" label={t`Frustrations`} one={t`frustration`} />
      <ListOf id={id} persona={persona} field="motivations" label={t`Motivations`} one={t`motivation`} />
      <TraitsPart id={id} persona={persona} />
      <FiguresPart id={id} persona={persona} />
      <ValuesPart id={id} persona={persona} />
      <EvidenceNotes id={id} persona={persona} />
    </div>
  );
}

interface ListProps extends PersonaProps {
  field: "facts" | "goals" | "needs" | "frustrations" | "motivations";
  label: string;
  one: string;
  look?: "lines" | "chips";
}

/** A list of the persona with its heading. */
function ListOf({ id, persona, field, label, one, look = "lines" }: ListProps) {
  const shelf = useShelf();
  return (
    <section className={look === "lines" ? "shelf-section" : "labelled"}>
      <h2 className={look === "lines" ? "shelf-head" : "field-label"}>{label}</h2>
      <TextList
        label={label}
        one={one}
        look={look}
        texts={persona[field] ?? []}
        onChange={(texts) => shelf.edit([setField(id, field, texts)])}
      />
    </section>
  );
}

/** What it is worth to the person, in three ways. */
function ValuesPart({ id, persona }: PersonaProps) {
  return (
    <section className="shelf-section is-wide">
      <h2 className="shelf-head">{t`What it is worth to them`}</h2>
      <div className="persona-values">
        <TextOf
          id={id}
          field="functional_value"
          label={t`Functional`}
          value={persona.functional_value}
          isLong
          placeholder={t`What it does for them`}
        />
        <TextOf
          id={id}
          field="social_value"
          label={t`Social`}
          value={persona.social_value}
          isLong
          placeholder={t`How others see them with it`}
        />
        <TextOf
          id={id}
          field="emotional_value"
          label={t`Emotional`}
          value={persona.emotional_value}
          isLong
          placeholder={t`How it lets them feel`}
        />
      </div>
    </section>
  );
}
