import { t } from "@lingui/core/macro";
import { Check, GripVertical, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { KINDS } from "../../editor/kinds";
import { filledFields, type Note, notesOnMap, putNote } from "../../editor/notes";
import type { Place } from "../../editor/place";
import type { EmpathyField } from "../../editor/shelf";
import type { Persona } from "../../generated";
import { IconButton } from "../../ui/Button";
import { Select } from "../../ui/Select";
import { CarriedThing, useCarry } from "../carrying";
import { EMPATHY_WORDS } from "../library/words";
import { useEditor, useLibrary, useTools } from "./context";
import "./notes.css";

/** The empathy map of a persona beside the map: its notes go to the lanes, by pointer or into the cell in focus. */
export function NotesPanel() {
  const { store } = useTools();
  const { personas } = useLibrary();
  const seen = useEditor((state) => state.sheet.header.personas);
  const [chosen, setChosen] = useState("");
  const ids = [...new Set([...(seen ?? []), ...Object.keys(personas)])].filter((id) => personas[id]);
  const id = ids.includes(chosen) ? chosen : (ids[0] ?? "");
  const persona = personas[id];
  const name = persona?.name ?? "";
  return (
    <aside className="panel" aria-label={t`Notes of the persona`}>
      <header className="panel-head">
        <span className="panel-kind">{t`Empathy map`}</span>
        <IconButton
          label={t`Close notes`}
          keys="Esc"
          onPress={() => store.set({ isPanelOpen: false, panel: "details" })}
        >
          <X size={16} />
        </IconButton>
        <h2 dir="auto">{persona ? t`Notes of ${name}` : t`Notes of the persona`}</h2>
      </header>
      {ids.length > 1 ? (
        <div className="panel-part">
          <Select
            label={t`Persona`}
            isLabelHidden
            value={id}
            options={ids.map((one) => ({ id: one, label: personas[one]?.name ?? "" }))}
            onChange={setChosen}
          />
        </div>
      ) : null}
      {persona ? <Notes key={id} id={id} persona={persona} /> : <NoPersona />}
    </aside>
  );
}

function NoPersona() {
  return (
    <div className="panel-part">
      <p className="panel-hint">{t`The library has no persona yet. Its notes say what a customer thinks, feels, sees and hears.`}</p>
      <Link to="/library/personas" className="notes-link">{t`Open the library`}</Link>
    </div>
  );
}

function Notes({ id, persona }: { id: string; persona: Persona }) {
  const tools = useTools();
  const at = useEditor((state) => state.at);
  const sheet = useEditor((state) => state.sheet);
  const panel = useRef<HTMLDivElement>(null);
  const put = (field: EmpathyField, text: string, place: Where) => {
    const note: Note = { persona: id, name: persona.name, field: EMPATHY_WORDS[field], text };
    const made = putNote(tools.store.getSnapshot().sheet, note, place, new Date().toISOString());
    if (!made) return;
    tools.edit(made.ops);
    tools.store.set({ at: { row: place.row, column: place.column, card: made.id } });
  };
  const carried = useCarry<Where>(panel, {
    pick: (event) => (tools.isReadOnly ? null : noteUnder(event)),
    target: cellUnder,
    drop: ({ id: field, text }, place) => put(field as EmpathyField, text, place),
  });
  useFirstNote(panel);
  const where = whereInWords(at, sheet);
  const fields = filledFields(persona);
  const there = notesOnMap(sheet, id);
  return (
    <div className="panel-part" ref={panel}>
      <p className="panel-hint" role="status">
        {where
          ? t`A note goes to ${where}; or drag it to another cell.`
          : t`Choose a cell, then a note; or drag a note to a cell.`}
      </p>
      {fields.length === 0 ? <p className="panel-hint">{t`The empathy map has no notes yet.`}</p> : null}
      {fields.map((field) => (
        <section key={field} className="notes-field">
          <h3>{EMPATHY_WORDS[field]}</h3>
          <ul>
            {(persona[field] ?? []).map((text) => (
              <li key={text} className="note" data-note={text} data-field={field}>
                <GripVertical size={13} className="grip" aria-hidden />
                <button
                  type="button"
                  className="note-put"
                  disabled={tools.isReadOnly}
                  aria-disabled={!where || undefined}
                  title={where ? t`Put in ${where}` : undefined}
                  onClick={() => at && where && put(field, text, at)}
                >
                  <span dir="auto">{text}</span>
                  {there.has(text) ? (
                    <span className="note-there caption">
                      <Check size={12} aria-hidden /> {t`on the map`}
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Link to={`/library/personas/${id}/empathy`} className="notes-link">{t`Open the empathy map`}</Link>
      <Target box={carried?.target?.box} />
      <CarriedThing carried={carried} />
    </div>
  );
}

interface Where {
  row: string;
  column: string;
  at?: number;
  /** The cell on the screen. */
  box?: DOMRect;
}

/** Marks the cell that a note would land in. */
function Target({ box }: { box: DOMRect | undefined }) {
  if (!box) return null;
  const { left, top, width, height } = box;
  return (
    <span className="note-target" style={{ left, top, inlineSize: width, blockSize: height }} aria-hidden />
  );
}

/** Whoever asked for the notes goes on with the first of them. */
function useFirstNote(panel: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>(".note-put")?.focus();
  }, [panel]);
}

/** The cell in focus in words: its lane and step; empty where no card can stand. */
function whereInWords(at: Place | null, sheet: ReturnType<typeof useSheet>): string {
  const lane = sheet.lanes.find((view) => view.id === at?.row);
  const column = sheet.columns.find((one) => one.id === at?.column);
  if (!lane || !column?.step || column.folded) return "";
  const row = lane.lane.name || KINDS[lane.lane.kind ?? "free"].name;
  return `${row} · ${column.step.name || t`Unnamed step`}`;
}

function useSheet() {
  return useEditor((state) => state.sheet);
}

function noteUnder(event: PointerEvent) {
  const target = event.target instanceof Element ? event.target : null;
  const note = target?.closest<HTMLElement>("[data-note]");
  if (!note) return null;
  const { note: text = "", field = "" } = note.dataset;
  return { id: field, text, box: note.getBoundingClientRect() };
}

/** The cell under the pointer, and the place among its cards where the pointer is. */
function cellUnder(x: number, y: number): Where | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[role="gridcell"]');
  const { row, column } = cell?.dataset ?? {};
  if (!cell || !row || !column) return null;
  const boxes = [...cell.querySelectorAll("[data-card]")].map((card) => card.getBoundingClientRect());
  const before = boxes.findIndex((box) => y < box.top + box.height / 2);
  const at = before < 0 ? boxes.length : before;
  return { row, column, at, box: cell.getBoundingClientRect() };
}
