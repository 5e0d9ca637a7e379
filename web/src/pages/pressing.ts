interface Press {
  move: (event: PointerEvent) => void;
  /** The pointer was let go, after the end. */
  up: () => void;
  /** Whichever way it ended: let go, taken away by the browser, or left with Esc. */
  end: () => void;
}

/** Follow a pressed pointer until it is let go; Esc ends it without an effect. Gives what ends it from outside. */
export function whilePressed({ move, up, end }: Press): () => void {
  const stop = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", letGo);
    removeEventListener("pointercancel", stop);
    removeEventListener("keydown", cancel, true);
    end();
  };
  const letGo = () => {
    stop();
    up();
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    stop();
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", letGo);
  addEventListener("pointercancel", stop);
  addEventListener("keydown", cancel, true);
  return stop;
}
