import { type RefObject, useEffect } from "react";
import type { ZoomWish } from "../../editor/around";
import { meantCards } from "../../editor/selection";
import type { EditorStore } from "../../editor/store";
import { clamped, fitting, LARGEST, type Size, scrolled, stepped, wheeled } from "../../editor/zoom";
import { useTools } from "./context";
import { elementAt } from "./elements";

// The browser's side of zooming and panning: it measures, scrolls and follows the pointer.

function scroller(): HTMLElement | null {
  return document.querySelector<HTMLElement>(".map-scroll:not(.map-beside *)");
}

/** Zoom so that a point of the scroller (its middle when none is said) stays where it is. */
export function zoomAt(store: EditorStore, zoom: number, x?: number, y?: number): void {
  const element = scroller();
  const map = element?.querySelector<HTMLElement>(".map");
  if (!element || !map) return;
  const box = element.getBoundingClientRect();
  const pointer = { x: x === undefined ? box.width / 2 : x - box.left, y: y === undefined ? 0 : y - box.top };
  const before = { width: element.scrollWidth, height: element.scrollHeight };
  const { scrollLeft, scrollTop } = element;
  map.style.zoom = String(zoom);
  element.scrollLeft = scrolled(scrollLeft, pointer.x, before.width, element.scrollWidth);
  element.scrollTop = scrolled(scrollTop, pointer.y, before.height, element.scrollHeight);
  store.set({ zoom });
}

/** Do what a zoom command asks for; false where there is no grid. */
export function zoomTo(store: EditorStore, wish: ZoomWish): boolean {
  const { zoom } = store.getSnapshot();
  if (!scroller()) return false;
  if (wish === "in" || wish === "out") zoomAt(store, stepped(zoom, wish === "in" ? 1 : -1));
  else if (wish === "full") zoomAt(store, 1);
  else if (wish === "map") fitMap(store);
  else fitSelection(store);
  return true;
}

function fitMap(store: EditorStore): void {
  const element = scroller();
  const map = element?.querySelector<HTMLElement>(".map");
  if (!element || !map) return;
  map.style.zoom = "1";
  zoomAt(store, fitting(sizeOf(element), { width: map.scrollWidth, height: element.scrollHeight }));
  element.scrollTo(0, 0);
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): Size {
  return { width: clientWidth, height: clientHeight };
}

function fitSelection(store: EditorStore): void {
  const element = scroller();
  const state = store.getSnapshot();
  const cards = meantCards(state.sheet, state);
  const found = cards.map(({ id, card }) =>
    elementAt({ row: card.lane ?? "", column: card.step ?? "", card: id }),
  );
  const places = found.length > 0 ? found : state.at ? [elementAt(state.at)] : [];
  const boxes = places.flatMap((place) => (place ? [place.getBoundingClientRect()] : []));
  if (!element || boxes.length === 0) return;
  const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
  // The names of lanes, stages and steps stand beside it and take their share.
  const view = { width: element.clientWidth * 0.75, height: element.clientHeight * 0.7 };
  const content = { width: width / state.zoom, height: height / state.zoom };
  zoomAt(store, clamped(fitting(view, content, Math.min(1.5, LARGEST))));
  places[Math.floor(places.length / 2)]?.scrollIntoView({ block: "center", inline: "center" });
}

/** Ctrl and the wheel, or a pinch, zoom at the pointer; the middle button, or Space and a drag, pan. */
export function useZoomAndPan(view: RefObject<HTMLElement | null>): void {
  const { store } = useTools();
  useEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    let isSpaceHeld = false;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      zoomAt(store, wheeled(store.getSnapshot().zoom, event.deltaY * lines), event.clientX, event.clientY);
    };
    const key = ({ key: name, type }: KeyboardEvent) => {
      if (name === " ") isSpaceHeld = type === "keydown";
    };
    const press = (event: PointerEvent) => {
      const isPan = event.button === 1 || (event.button === 0 && isSpaceHeld);
      if (!isPan || event.pointerType === "touch") return;
      event.preventDefault();
      event.stopPropagation();
      // Space had picked a card up; the drag means the map.
      if (store.getSnapshot().mode === "carrying") store.set({ mode: "moving", from: null, carried: [] });
      pan(element, event);
    };
    const still = (event: MouseEvent) => {
      if (event.button !== 1 && !isSpaceHeld) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener("wheel", wheel, { passive: false });
    element.addEventListener("pointerdown", press, true);
    element.addEventListener("mousedown", still, true);
    addEventListener("keydown", key, true);
    addEventListener("keyup", key, true);
    return () => {
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("pointerdown", press, true);
      element.removeEventListener("mousedown", still, true);
      removeEventListener("keydown", key, true);
      removeEventListener("keyup", key, true);
    };
  }, [view, store]);
}

function pan(element: HTMLElement, start: PointerEvent): void {
  const from = { left: element.scrollLeft, top: element.scrollTop };
  element.classList.add("is-panned");
  const move = (event: PointerEvent) => {
    element.scrollLeft = from.left + start.clientX - event.clientX;
    element.scrollTop = from.top + start.clientY - event.clientY;
  };
  const stop = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", stop);
    removeEventListener("pointercancel", stop);
    element.classList.remove("is-panned");
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", stop);
  addEventListener("pointercancel", stop);
}
