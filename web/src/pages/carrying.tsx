import { type RefObject, useEffect, useRef, useState } from "react";
import { whilePressed } from "./pressing";

const SLACK = 4; // pixels that a press may wander and still be a click

export interface Picked {
  id: string;
  text: string;
  box: DOMRect;
}

interface Carried<T> {
  picked: Picked;
  x: number;
  y: number;
  target: T | null;
}

interface Carry<T> {
  /** What a press takes up, or nothing. */
  pick: (event: PointerEvent) => Picked | null;
  /** Where something let go at this point of the window would land. */
  target: (x: number, y: number) => T | null;
  drop: (picked: Picked, target: T) => void;
}

/** Carries something under the pointer from a press in `root` until it is let go; Esc ends it without a move. */
export function useCarry<T>(root: RefObject<HTMLElement | null>, carry: Carry<T>): Carried<T> | null {
  const [carried, setCarried] = useState<Carried<T> | null>(null);
  const now = useRef(carry);
  now.current = carry;
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    let stop: () => void = () => undefined;
    const press = (event: PointerEvent) => {
      const picked = event.button === 0 ? now.current.pick(event) : null;
      if (picked) stop = follow(event, picked, now.current, setCarried);
    };
    element.addEventListener("pointerdown", press);
    return () => {
      element.removeEventListener("pointerdown", press);
      stop();
    };
  }, [root]);
  return carried;
}

function follow<T>(
  start: PointerEvent,
  picked: Picked,
  { target, drop }: Carry<T>,
  show: (carried: Carried<T> | null) => void,
): () => void {
  let last: Carried<T> | null = null;
  const move = (event: PointerEvent) => {
    const [right, down] = [event.clientX - start.clientX, event.clientY - start.clientY];
    if (!last && Math.hypot(right, down) < SLACK) return;
    last = {
      picked,
      x: picked.box.left + right,
      y: picked.box.top + down,
      target: target(event.clientX, event.clientY),
    };
    show(last);
  };
  const up = () => {
    if (!last) return;
    addEventListener("click", swallow, { capture: true, once: true }); // the press that carried is no click
    setTimeout(() => removeEventListener("click", swallow, true));
    if (last.target !== null) drop(picked, last.target);
  };
  return whilePressed({ move, up, end: () => show(null) });
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

/** What is carried, under the pointer. */
export function CarriedThing({ carried }: { carried: Carried<unknown> | null }) {
  if (!carried) return null;
  const { picked, x, y } = carried;
  return (
    <span className="carried" style={{ left: x, top: y, inlineSize: picked.box.width }} aria-hidden>
      {picked.text}
    </span>
  );
}
