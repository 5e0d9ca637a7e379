import type { Place } from "../../editor/place";
import type { EditorStore } from "../../editor/store";
import { elementAt } from "./elements";

/** Go to a place from elsewhere on the page: the browser's focus goes along, and what is there comes into sight. */
export function visit(store: EditorStore, at: Place): void {
  // On a phone the panel covers the map, and gives way.
  const aside = isNarrow() ? ({ isPanelOpen: false, panel: "details" } as const) : {};
  store.set({ at, mode: "moving", typed: null, ...aside });
  // A lane or a step that was made just now is drawn first.
  requestAnimationFrame(() => {
    const element = elementAt(at);
    if (element instanceof HTMLElement) element.focus();
  });
}

/** Go to a field of the details, which are opened first. */
export function visitField(field: string): void {
  setTimeout(() => {
    const part = document.querySelector(`.panel [data-field="${field}"]`);
    const control = part?.querySelector<HTMLElement>("input, textarea, button, select");
    control?.scrollIntoView({ block: "center" });
    control?.focus();
  });
}

/** Whether a panel covers the map. */
function isNarrow(): boolean {
  return matchMedia("(max-width: 720px)").matches;
}
