import { type RefObject, useEffect, useState } from "react";
import { cardsAt, type Sheet } from "../../editor/sheet";
import { dropAll } from "../../editor/together";
import { cardsInWords } from "../../ui/words";
import { whilePressed } from "../pressing";
import { useTools } from "./context";

const SLACK = 4; // pixels that a press may wander and still be a click

interface Target {
  row: string;
  column: string;
  at: number;
  line: { x: number; y: number; width: number };
}

interface Drag {
  card: string;
  text: string;
  width: number;
  x: number;
  y: number;
  target: Target | null;
}

/** Carries a card under the pointer and shows with a line where it would land. */
export function DragLayer({ grid }: { grid: RefObject<HTMLDivElement | null> }) {
  const tools = useTools();
  const [drag, setDrag] = useState<Drag | null>(null);

  useEffect(() => {
    const element = grid.current;
    if (!element || tools.isReadOnly) return undefined;
    const press = (event: PointerEvent) => {
      if (event.shiftKey || event.ctrlKey || event.metaKey) return;
      const card = cardUnder(event);
      if (card) followPointer(event, card, carriedWith(card), setDrag, (dropped) => drop(dropped));
    };
    const carriedWith = ({ dataset }: HTMLElement) => {
      const { selected } = tools.store.getSnapshot();
      const id = dataset.card ?? "";
      return selected.has(id) ? selected : new Set([id]);
    };
    const drop = ({ card, target }: Drag) => {
      const { sheet } = tools.store.getSnapshot();
      const found = target && findCard(sheet, card);
      if (found) dropAll(tools, found, target.row, target.column, target.at);
    };
    element.addEventListener("pointerdown", press);
    return () => element.removeEventListener("pointerdown", press);
  }, [grid, tools]);

  if (!drag) return null;
  return (
    <div className="drag-layer" aria-hidden>
      {drag.target ? (
        <span
          className="drop-line"
          style={{ left: drag.target.line.x, top: drag.target.line.y, inlineSize: drag.target.line.width }}
        />
      ) : null}
      <span className="drag-card card" style={{ left: drag.x, top: drag.y, inlineSize: drag.width }}>
        {drag.text}
      </span>
    </div>
  );
}

function cardUnder(event: PointerEvent): HTMLElement | null {
  const isPress = event.button === 0 && event.pointerType !== "touch";
  const target = event.target instanceof Element ? event.target : null;
  if (!isPress || target?.closest("button, textarea, [data-bends], [data-own-keys]")) return null;
  return target?.closest<HTMLElement>("[data-card]") ?? null;
}

/** Follow one press until it is let go; Esc ends it without a move. */
function followPointer(
  start: PointerEvent,
  card: HTMLElement,
  carried: ReadonlySet<string>,
  show: (drag: Drag | null) => void,
  drop: (drag: Drag) => void,
): void {
  const box = card.getBoundingClientRect();
  const id = card.dataset.card ?? "";
  let last: Drag | null = null;
  const move = (event: PointerEvent) => {
    const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
    if (!last && far < SLACK) return;
    last = {
      card: id,
      text: carried.size > 1 ? cardsInWords(carried.size) : card.innerText,
      width: box.width,
      x: box.left + event.clientX - start.clientX,
      y: box.top + event.clientY - start.clientY,
      target: targetAt(event.clientX, event.clientY, carried),
    };
    show(last);
  };
  whilePressed({ move, up: () => last && drop(last), end: () => show(null) });
}

/** The cell under the pointer, and the place among its cards where the pointer is. */
function targetAt(x: number, y: number, carried: ReadonlySet<string>): Target | null {
  const under = document.elementFromPoint(x, y)?.closest<HTMLElement>('[role="gridcell"]');
  // A card that spans columns belongs to its first cell and lies over others: what counts is the column under the pointer.
  const cell = under && columnAt(under, x);
  const { row, column } = cell?.dataset ?? {};
  if (!cell || !row || !column || column.startsWith("stage:")) return null;
  const cards = [...cell.querySelectorAll<HTMLElement>("[data-card]")].filter(
    (card) => !carried.has(card.dataset.card ?? ""),
  );
  const boxes = cards.map((card) => card.getBoundingClientRect());
  const before = boxes.findIndex((box) => y < box.top + box.height / 2);
  const at = before < 0 ? boxes.length : before;
  const inside = cell.getBoundingClientRect();
  const next = boxes[at];
  const last = boxes.at(-1);
  const line = next ? next.top - 3 : last ? last.bottom + 2 : inside.top + 6;
  return { row, column, at, line: { x: inside.left + 6, y: line, width: inside.width - 12 } };
}

function columnAt(cell: HTMLElement, x: number): HTMLElement {
  const cells = [...(cell.parentElement?.querySelectorAll<HTMLElement>(".cell") ?? [])];
  const isHere = (box: DOMRect) => box.left <= x && x < box.right;
  return cells.find((one) => isHere(one.getBoundingClientRect())) ?? cell;
}

function findCard(sheet: Sheet, id: string) {
  for (const { id: lane, cells } of sheet.lanes)
    for (const step of cells.keys()) {
      const found = cardsAt(sheet, lane, step).find((card) => card.id === id);
      if (found) return found;
    }
  return sheet.tray.find((card) => card.id === id);
}
