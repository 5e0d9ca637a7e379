import { t } from "@lingui/core/macro";
import { useRef, useState } from "react";
import { type Board, columnBeside, moveExcerpt, newGroup } from "../../editor/affinity";
import { CarriedThing, useCarry } from "../carrying";
import { useShelf } from "../library/context";
import { GroupColumn } from "./GroupColumn";
import { type Moving, NEW } from "./moving";
import { NoteView } from "./NoteView";

/** The notes in columns: those that stand alone, and every group. */
export function BoardView({ board }: { board: Board }) {
  const shelf = useShelf();
  const root = useRef<HTMLDivElement>(null);
  const [said, say] = useState("");
  const nameOf = (id: string) =>
    id === ""
      ? t`Not grouped`
      : (board.groups.find((group) => group.id === id)?.insight.name ?? t`New group`);
  const move = (key: string, to: string) => {
    const ops =
      to === NEW ? newGroup(shelf.records, t`New group`, key).ops : moveExcerpt(shelf.records, key, to);
    if (shelf.isReadOnly || ops.length === 0) return;
    shelf.edit(ops);
    say(t`Moved to ${nameOf(to)}`);
    setTimeout(() => gripOf(root.current, key)?.focus());
  };
  const moving: Moving = {
    move,
    step: (key, from, by) => move(key, columnBeside(board.groups, from, by)),
  };
  const carried = useCarry<string>(root, {
    pick: (event) => (shelf.isReadOnly ? null : noteUnder(event)),
    target: columnUnder,
    drop: ({ id }, to) => move(id, to),
  });
  const over = carried?.target;
  return (
    <div className="affinity" ref={root}>
      <section
        className={`affinity-loose ${over === "" ? "is-over" : ""}`}
        data-column=""
        aria-label={t`Not grouped`}
      >
        <h2>
          {t`Not grouped`} <span className="caption numbers">{board.loose.length}</span>
        </h2>
        <ul className="affinity-notes">
          {board.loose.map((note) => (
            <NoteView
              key={`${note.source}/${note.id}`}
              note={note}
              column=""
              groups={board.groups}
              moving={moving}
            />
          ))}
        </ul>
      </section>
      <div className="affinity-groups">
        {board.groups.map((group) => (
          <GroupColumn
            key={group.id}
            group={group}
            groups={board.groups}
            moving={moving}
            isOver={over === group.id}
          />
        ))}
        <section className={`affinity-new ${over === NEW ? "is-over" : ""}`} data-column={NEW}>
          <p>{t`Drag a note here to begin a group.`}</p>
          <p className="shelf-hint">{t`Or open the menu of a note. On its handle, Alt with the left or right arrow moves it to the column beside.`}</p>
        </section>
      </div>
      <CarriedThing carried={carried} />
      <p className="only-read" role="status">
        {said}
      </p>
    </div>
  );
}

/** The note that a press takes up: by mouse anywhere but on its buttons, by touch on its handle, so that one can scroll. */
function noteUnder(event: PointerEvent) {
  const target = event.target instanceof Element ? event.target : null;
  const isOnGrip = target?.closest(".affinity-grip") != null;
  if (!isOnGrip && (event.pointerType !== "mouse" || target?.closest("button, a"))) return null;
  const note = target?.closest<HTMLElement>("[data-excerpt]");
  if (!note) return null;
  event.preventDefault(); // neither a selection of text nor the browser's own dragging
  note.querySelector<HTMLElement>(".affinity-grip")?.focus({ preventScroll: true });
  const text = note.querySelector(".affinity-text")?.textContent ?? "";
  return { id: note.dataset.excerpt ?? "", text, box: note.getBoundingClientRect() };
}

function columnUnder(x: number, y: number): string | null {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-column]");
  return column?.dataset.column ?? null;
}

function gripOf(root: HTMLElement | null, key: string): HTMLElement | undefined {
  const notes = [...(root?.querySelectorAll<HTMLElement>("[data-excerpt]") ?? [])];
  const note = notes.find(({ dataset }) => dataset.excerpt === key);
  return note?.querySelector<HTMLElement>(".affinity-grip") ?? undefined;
}
