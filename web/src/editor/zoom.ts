// How large the map is drawn: numbers only; the page measures and scrolls.

export const SMALLEST = 0.25;
export const LARGEST = 2;
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

export interface Size {
  width: number;
  height: number;
}

export function clamped(zoom: number): number {
  return Math.max(SMALLEST, Math.min(LARGEST, Math.round(zoom * 1000) / 1000));
}

/** The next round number up or down. */
export function stepped(zoom: number, by: 1 | -1): number {
  const next =
    by === 1 ? STEPS.find((step) => step > zoom + 0.001) : STEPS.findLast((step) => step < zoom - 0.001);
  return next ?? clamped(zoom);
}

/** The zoom after a turn of the wheel or a pinch; `delta` as the browser says it, down is positive. */
export function wheeled(zoom: number, delta: number): number {
  return clamped(zoom * Math.exp(-Math.max(-60, Math.min(60, delta)) / 150));
}

/** The zoom at which all of it is in sight, and no larger than it is. */
export function fitting(view: Size, content: Size, largest = 1): number {
  if (content.width <= 0 || content.height <= 0) return 1;
  return clamped(Math.min(view.width / content.width, view.height / content.height, largest));
}

/** Where to scroll so that what was under the pointer stays there while the content grows or shrinks. */
export function scrolled(scroll: number, pointer: number, before: number, after: number): number {
  return Math.max(0, ((scroll + pointer) / Math.max(before, 1)) * after - pointer);
}
