// How what others do comes onto the screen: at most once a frame, and without moving what one looks at.

type Subscribe = (listener: () => void) => () => void;

const UNSEEN = 100; // milliseconds; a page that is not shown has no frames

/** Listeners that hear of all that happened in a frame at once: fifty people's keys cost one drawing. */
export function byFrame(subscribe: Subscribe): Subscribe {
  const listeners = new Set<() => void>();
  let waits = false;
  const tell = () => {
    waits = false;
    for (const listener of listeners) listener();
  };
  const hear = () => {
    if (waits) return;
    waits = true;
    if (document.hidden) setTimeout(tell, UNSEEN);
    else requestAnimationFrame(tell);
  };
  let stop: (() => void) | undefined;
  return (listener) => {
    listeners.add(listener);
    stop ??= subscribe(hear);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.();
      stop = undefined;
    };
  };
}

/** Take others' edits so that what has the focus stays where it is on the screen, whatever grows above it. */
export function keepingPlace(take: () => void): void {
  const focused = document.activeElement?.closest<HTMLElement>(".map-scroll [data-row]");
  const scroller = focused?.closest(".map-scroll");
  const before = focused?.getBoundingClientRect().top ?? 0;
  take();
  if (!focused || !scroller) return;
  // React draws in a microtask that was asked for before this one, and both come before the next frame is painted.
  queueMicrotask(() => {
    if (focused.isConnected) scroller.scrollTop += focused.getBoundingClientRect().top - before;
  });
}
