import { type RefObject, useEffect } from "react";
import { clamped } from "../../editor/zoom";
import { useTools } from "./context";
import { zoomAt } from "./zooming";

interface Fingers {
  x: number;
  y: number;
  apart: number;
}

/** Two fingers on the glass: together they pan, apart they zoom at the point between them. */
export function usePinch(view: RefObject<HTMLElement | null>): void {
  const { store } = useTools();
  useEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    let last: Fingers | null = null;
    const start = ({ touches }: TouchEvent) => {
      last = fingersOf(touches);
    };
    const move = (event: TouchEvent) => {
      const now = fingersOf(event.touches);
      if (!last || !now) return;
      event.preventDefault();
      element.scrollLeft -= now.x - last.x;
      element.scrollTop -= now.y - last.y;
      const { zoom } = store.getSnapshot();
      zoomAt(store, clamped((zoom * now.apart) / Math.max(1, last.apart)), now.x, now.y);
      last = now;
    };
    element.addEventListener("touchstart", start, { passive: true });
    element.addEventListener("touchmove", move, { passive: false });
    element.addEventListener("touchend", start, { passive: true });
    return () => {
      element.removeEventListener("touchstart", start);
      element.removeEventListener("touchmove", move);
      element.removeEventListener("touchend", start);
    };
  }, [view, store]);
}

function fingersOf(touches: TouchList): Fingers | null {
  const [one, other] = [touches[0], touches[1]];
  if (!one || !other || touches.length !== 2) return null;
  const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  return { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2, apart };
}
