import { t } from "@lingui/core/macro";
import { type PointerEvent, useEffect, useState } from "react";
import { keysOf } from "../../editor/keymap";
import type { CellCard } from "../../editor/sheet";
import { spanTo } from "../../editor/spans";
import { cover } from "../../editor/wider";
import { useTools } from "./context";

interface Stretched {
  span: number;
  /** How wide the card would be, in pixels of the grid. */
  width: number;
}

/** The end edge of the card in focus: dragged over other columns it makes the card cover their steps. */
export function SpanHandle({ found }: { found: CellCard }) {
  const tools = useTools();
  const [now, setNow] = useState<Stretched | null>(null);
  const isDragged = now !== null;
  useEffect(() => (isDragged ? onEscape(() => setNow(null)) : undefined), [isDragged]);
  const move = (event: PointerEvent<HTMLElement>) => {
    if (now) setNow(stretchedTo(event, tools, found) ?? now);
  };
  const end = () => {
    if (now?.span) cover(tools, found, now.span);
    setNow(null);
  };
  return (
    <>
      <span
        className="card-edge"
        data-own-keys
        aria-hidden
        title={t`Drag to cover more steps, or ${keysOf("widen")}`}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setNow({ span: 0, width: 0 });
        }}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => setNow(null)}
      />
      {now && now.width > 0 ? <span className="card-stretch" style={{ inlineSize: now.width }} /> : null}
    </>
  );
}

function onEscape(act: () => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    act();
  };
  addEventListener("keydown", press, true);
  return () => removeEventListener("keydown", press, true);
}

/** The column under the pointer, or the nearest of the row, as the end of the card. */
function stretchedTo(
  event: PointerEvent<HTMLElement>,
  { store }: ReturnType<typeof useTools>,
  found: CellCard,
): Stretched | null {
  const card = event.currentTarget.closest("[data-card]");
  const cells = [...(card?.closest("[role=row]")?.querySelectorAll<HTMLElement>("[role=gridcell]") ?? [])];
  const end = nearest(cells, event.clientX);
  if (!card || !end?.dataset.column) return null;
  const { sheet, zoom } = store.getSnapshot();
  const [from, to] = [card.getBoundingClientRect(), end.getBoundingClientRect()];
  const isMirrored = getComputedStyle(card).direction === "rtl";
  const width = (isMirrored ? from.right - to.left : to.right - from.left) / zoom - 6;
  return { span: spanTo(sheet, found, end.dataset.column), width: Math.max(40, width) };
}

function nearest(cells: readonly HTMLElement[], x: number): HTMLElement | undefined {
  const far = (cell: HTMLElement) => {
    const { left, right } = cell.getBoundingClientRect();
    return Math.max(left - x, x - right, 0);
  };
  return cells.toSorted((a, b) => far(a) - far(b))[0];
}
