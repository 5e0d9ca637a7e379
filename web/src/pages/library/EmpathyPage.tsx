import { t } from "@lingui/core/macro";
import { GripVertical } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { useParams } from "react-router";
import { setField } from "../../editor/ops";
import { EMPATHY, type EmpathyField, fieldBeside, moveNote, type Towards, without } from "../../editor/shelf";
import { isMirrored } from "../../ui/language";
import { CarriedThing, useCarry } from "../carrying";
import { NotHere } from "../NotHere";
import { useRecord, useShelf } from "./context";
import { NoteMenu } from "./NoteMenu";
import type { PersonaProps } from "./PersonaPage";
import { Portrait } from "./Portrait";
import { ShelfFrame } from "./ShelfFrame";
import { TextList } from "./TextList";
import { EMPATHY_ASKS, EMPATHY_WORDS } from "./words";
import "./empathy.css";

/** The empathy map of a persona: notes in eight fields around the person. */
export function EmpathyPage() {
  const { id = "" } = useParams();
  const persona = useRecord("persona", id);
  if (!persona) return <NotHere />;
  return (
    <ShelfFrame title={t`Empathy map`} up={{ to: `/library/personas/${id}`, label: persona.name }}>
      <Board key={id} id={id} persona={persona} />
      <p className="shelf-hint">
        {t`Enter goes to the next note, Alt with an arrow moves a note to the field beside it. In a map, “Notes of the persona” puts a note on a lane.`}
      </p>
    </ShelfFrame>
  );
}

function Board({ id, persona }: PersonaProps) {
  const shelf = useShelf();
  const board = useRef<HTMLDivElement>(null);
  const move = (from: EmpathyField, text: string, to: EmpathyField) => {
    shelf.edit(moveNote(id, persona, from, text, to));
    setTimeout(() => noteIn(board.current, to, text)?.focus());
  };
  const carried = useCarry<EmpathyField>(board, {
    pick: (event) => (shelf.isReadOnly ? null : noteUnder(event)),
    target: fieldUnder,
    drop: ({ id: from, text }, to) => move(from as EmpathyField, text, to),
  });
  return (
    <div className="empathy" ref={board}>
      {EMPATHY.map((field) => (
        <Field
          key={field}
          id={id}
          persona={persona}
          field={field}
          isOver={carried?.target === field && carried.picked.id !== field}
          onMove={(text, to) => move(field, text, to)}
        />
      ))}
      <div className="empathy-who" aria-hidden>
        <Portrait persona={persona} size={72} />
        <b dir="auto">{persona.name}</b>
        <span dir="auto">{persona.role}</span>
      </div>
      <CarriedThing carried={carried} />
    </div>
  );
}

interface FieldProps extends PersonaProps {
  field: EmpathyField;
  isOver: boolean;
  onMove: (text: string, to: EmpathyField) => void;
}

function Field({ id, persona, field, isOver, onMove }: FieldProps) {
  const shelf = useShelf();
  const texts = persona[field] ?? [];
  const write = (changed: string[]) => shelf.edit([setField(id, field, changed)]);
  const press = (event: KeyboardEvent, text: string) => {
    const towards = event.altKey ? towardsOf(event.key) : null;
    const to = towards && fieldBeside(field, towards);
    if (!to) return false;
    event.preventDefault();
    onMove(text, to);
    return true;
  };
  const title = EMPATHY_WORDS[field];
  return (
    <section className={`empathy-field empathy-${field} ${isOver ? "is-over" : ""}`} data-empathy={field}>
      <h2>{title}</h2>
      {texts.length === 0 ? <p className="shelf-hint">{EMPATHY_ASKS[field]}</p> : null}
      <TextList
        label={title}
        one={t`note`}
        look="notes"
        texts={texts}
        onChange={write}
        dragged={field}
        onKey={press}
        before={<GripVertical size={13} className="grip" aria-hidden />}
        beside={(text) => (
          <NoteMenu
            text={text}
            field={field}
            texts={texts}
            onWrite={write}
            onMove={(to) => onMove(text, to)}
            onRemove={() => {
              write(without(texts, text));
              shelf.removed(t`The note is deleted`);
            }}
          />
        )}
      />
    </section>
  );
}

const ARROWS: Readonly<Record<string, Towards>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

function towardsOf(key: string): Towards | null {
  const found = ARROWS[key] ?? null;
  if (!isMirrored || !found || found === "up" || found === "down") return found;
  return found === "left" ? "right" : "left";
}

function noteUnder(event: PointerEvent) {
  const target = event.target instanceof Element ? event.target : null;
  const note = target?.closest(".grip")?.closest<HTMLElement>("[data-note]");
  if (!note) return null;
  event.preventDefault();
  const { note: text = "", field = "" } = note.dataset;
  return { id: field, text, box: note.getBoundingClientRect() };
}

function fieldUnder(x: number, y: number): EmpathyField | null {
  const field = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-empathy]");
  return (field?.dataset.empathy as EmpathyField | undefined) ?? null;
}

function noteIn(board: HTMLElement | null, field: EmpathyField, text: string): HTMLElement | undefined {
  const notes = board?.querySelectorAll<HTMLElement>(`[data-field="${field}"]`) ?? [];
  const found = [...notes].find((note) => note.dataset.note === text);
  return found?.querySelector<HTMLElement>("textarea") ?? undefined;
}
