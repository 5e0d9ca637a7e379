import { t } from "@lingui/core/macro";
import { ArrowLeft, ArrowRight, MoreHorizontal } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { Link } from "react-router";
import { besideOnBoard, board, type Column, type Towards, toColumn } from "../../editor/board";
import { isQuickWin, STATUSES } from "../../editor/opportunities";
import type { Opportunity } from "../../generated";
import { Button } from "../../ui/Button";
import { shortDay } from "../../ui/format";
import { isMirrored } from "../../ui/language";
import { Menu } from "../../ui/Menu";
import { customersInWords } from "../../ui/words";
import { CarriedThing, type Picked, useCarry } from "../carrying";
import { useShelf, useShelved } from "../library/context";
import { PROGRESS_WORDS } from "../map/words";
import { OPPORTUNITIES } from "./addresses";
import { mostConcerned, useConcerned } from "./data";

interface Target {
  column: Column;
  before: string;
}

/** Opportunities in columns by status: dragged, or moved with Alt and an arrow, or by their menu. */
export function BoardView() {
  const shelf = useShelf();
  const columns = board(useShelved("opportunity"));
  const whole = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const concerned = useConcerned();
  const move = (id: string, { column, before }: Target) => {
    const ops = toColumn(shelf.records, id, column, before);
    if (ops.length === 0) return;
    shelf.edit(ops);
    setSaid(t`${nameOf(columns, id)}: now ${PROGRESS_WORDS[column]}`);
    setTimeout(() => focusOn(whole.current, id));
  };
  const carried = useCarry<Target>(whole, {
    pick: (event) => (shelf.isReadOnly ? null : picked(event)),
    target: (x, y) => targetAt(x, y),
    drop: ({ id }, target) => (target.before === id ? undefined : move(id, target)),
  });
  const press = (event: KeyboardEvent, id: string) => {
    const towards = TOWARDS[event.key];
    if (!towards || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const beside = besideOnBoard(columns, id, towards);
    if (event.altKey && !shelf.isReadOnly && beside.target) move(id, beside.target);
    if (!event.altKey && beside.focus) focusOn(whole.current, beside.focus);
  };
  return (
    <>
      <p className="shelf-hint">
        {t`Drag an opportunity, or press Alt with an arrow: along to the next status, up and down within one. Arrows alone go from one to the next.`}
      </p>
      <div className="board" ref={whole}>
        {columns.map(({ column, entries }) => (
          <section
            key={column}
            className={`board-column ${carried?.target?.column === column ? "is-over" : ""}`}
            data-column={column}
            aria-label={PROGRESS_WORDS[column]}
          >
            <h2 className="board-head">
              {PROGRESS_WORDS[column]} <span className="caption numbers">{entries.length}</span>
            </h2>
            <ul>
              {entries.map(([id, one]) => (
                <li key={id} data-opportunity={id} className="board-card">
                  <Note
                    id={id}
                    opportunity={one}
                    customers={mostConcerned(concerned.of(id))}
                    onKeyDown={(event) => press(event, id)}
                  />
                  <MoveMenu id={id} opportunity={one} column={column} onMove={(to) => move(id, to)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <CarriedThing carried={carried} />
      </div>
      <p className="only-read" role="status">
        {said}
      </p>
    </>
  );
}

const TOWARDS: Readonly<Record<string, Towards>> = {
  ArrowLeft: isMirrored ? "next" : "previous",
  ArrowRight: isMirrored ? "previous" : "next",
  ArrowUp: "up",
  ArrowDown: "down",
};

interface NoteProps {
  id: string;
  opportunity: Opportunity;
  customers: number | null;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Note({ id, opportunity, customers, onKeyDown }: NoteProps) {
  const { name, owner, due } = opportunity;
  const teams = useShelved("team");
  const whose = [owner, ...(opportunity.teams ?? []).map((team) => teams.get(team)?.name)];
  const facts = [
    ...whose,
    due ? t`due ${shortDay(due)}` : "",
    customers === null ? "" : customersInWords(customers),
  ].filter(Boolean);
  return (
    <Link to={`${OPPORTUNITIES}/${id}`} className="board-note" draggable={false} onKeyDown={onKeyDown}>
      <span dir="auto">{name}</span>
      {facts.length > 0 ? <span className="caption numbers">{facts.join(" · ")}</span> : null}
      {isQuickWin(opportunity) ? <span className="opportunity-quick">{t`quick win`}</span> : null}
    </Link>
  );
}

interface MoveProps {
  id: string;
  opportunity: Opportunity;
  column: Column;
  onMove: (target: Target) => void;
}

function MoveMenu({ opportunity: { name }, column, onMove }: MoveProps) {
  const shelf = useShelf();
  const here = STATUSES.indexOf(column);
  return (
    <Menu
      label={t`Move ${name}`}
      trigger={
        <Button className="button-icon" aria-label={t`Move ${name}`} isDisabled={shelf.isReadOnly}>
          <MoreHorizontal size={15} />
        </Button>
      }
      items={STATUSES.filter((status) => status !== column).map((status) => ({
        id: status,
        label: t`To ${PROGRESS_WORDS[status]}`,
        icon:
          STATUSES.indexOf(status) < here ? (
            <ArrowLeft size={14} className="mirrors" />
          ) : (
            <ArrowRight size={14} className="mirrors" />
          ),
        act: () => setTimeout(() => onMove({ column: status, before: "" })),
      }))}
    />
  );
}

function nameOf(columns: ReturnType<typeof board>, id: string): string {
  for (const { entries } of columns) for (const [one, { name }] of entries) if (one === id) return name;
  return "";
}

function focusOn(whole: HTMLElement | null, id: string): void {
  whole?.querySelector<HTMLElement>(`[data-opportunity="${CSS.escape(id)}"] .board-note`)?.focus();
}

function picked(event: PointerEvent): Picked | null {
  const card = event.target instanceof Element ? event.target.closest<HTMLElement>(".board-note") : null;
  const item = card?.closest<HTMLElement>("[data-opportunity]");
  if (!card || !item) return null;
  const text = card.firstElementChild?.textContent ?? "";
  return { id: item.dataset.opportunity ?? "", text, box: item.getBoundingClientRect() };
}

/** The column under a point of the window, and the note before which it would stand. */
function targetAt(x: number, y: number): Target | null {
  const column = document
    .elementsFromPoint(x, y)
    .find((one): one is HTMLElement => one instanceof HTMLElement && one.matches("[data-column]"));
  if (!column) return null;
  const cards = [...column.querySelectorAll<HTMLElement>("[data-opportunity]")];
  const below = cards.find((card) => {
    const box = card.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  return { column: column.dataset.column as Column, before: below?.dataset.opportunity ?? "" };
}
