import { type DragEvent, useEffect, useMemo } from "react";
import { type Tools, useTools } from "./context";
import { putPictures } from "./pictures";
import { placeOf } from "./roaming";

/** Files that are dragged over the map: the cell under them shows itself, and takes them. */
export function useDropping() {
  const tools = useTools();
  useEffect(keepFromLeaving, []);
  return useMemo(() => dropping(tools), [tools]);
}

function dropping(tools: Tools) {
  let over: HTMLElement | null = null;
  const mark = (element: HTMLElement | null) => {
    if (element === over) return;
    over?.removeAttribute("data-over");
    element?.setAttribute("data-over", "");
    over = element;
  };
  return {
    onDragOver: (event: DragEvent) => {
      const cell = hasFiles(event) && !tools.isReadOnly ? cellUnder(event) : null;
      mark(cell);
      if (!cell) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    },
    onDragLeave: (event: DragEvent) => {
      if (!over?.contains(event.relatedTarget as Node | null)) mark(null);
    },
    onDrop: (event: DragEvent) => {
      mark(null);
      const place = hasFiles(event) ? placeOf(event.target) : null;
      if (!place) return;
      event.preventDefault();
      putPictures(tools, [...event.dataTransfer.files], place);
    },
  };
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return [...dataTransfer.items].some(({ kind }) => kind === "file");
}

function cellUnder({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".cell, .outline-cards") : null;
}

/** A file that is dropped beside a cell does not replace the page. */
function keepFromLeaving(): () => void {
  const stay = (event: globalThis.DragEvent) => event.preventDefault();
  addEventListener("dragover", stay);
  addEventListener("drop", stay);
  return () => {
    removeEventListener("dragover", stay);
    removeEventListener("drop", stay);
  };
}
