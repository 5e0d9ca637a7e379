import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
} from "react";
import { run } from "../../editor/commands";
import { BY_BROWSER, type Command, commandFor } from "../../editor/keymap";
import { enter, firstPlace, NAMES, type Place } from "../../editor/place";
import { NO_CARDS, rangeTo, toggled } from "../../editor/selection";
import type { Sheet } from "../../editor/sheet";
import { isMirrored } from "../../ui/language";
import { onCopy, onPaste, onPastePicture } from "./clipboard";
import { useEditor, useTools } from "./context";

/** What the keys, the pointer and the focus do on the map: the same in the grid and in the outline. */
export function useRoaming(root: RefObject<HTMLElement | null>) {
  const tools = useTools();
  useFocusFollowing(root);
  const isPlain = useRef(false);
  const clip = (act: (event: ClipboardEvent) => void) => (event: ClipboardEvent) => {
    if (tools.store.getSnapshot().mode === "moving" && !isControl(event.target)) act(event);
  };
  const perform = (command: Command, key: string) => {
    const isLetter = command === "typeOver";
    if (run(command, tools, isLetter ? key : null)) return true;
    // A letter that names a command means itself where that command has no meaning.
    return !isLetter && key.length === 1 && key !== " " && run("typeOver", tools, key);
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const { mode } = tools.store.getSnapshot();
      if (mode === "typing" || event.defaultPrevented || isControl(event.target)) return;
      // Space held for panning repeats; it picks up once.
      if (event.repeat && event.key === " ") return event.preventDefault();
      const command = commandFor({ ...pressOf(event) }, mode, isMirrored);
      isPlain.current = command === "pastePlain";
      if (command && BY_BROWSER.includes(command)) return;
      if (command && perform(command, event.key)) event.preventDefault();
    },
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || isControl(event.target)) return;
      const state = tools.store.getSnapshot();
      const at = inCell(state.sheet, place);
      if (event.shiftKey) tools.store.set(rangeTo(state.sheet, state, at));
      else tools.store.set(isMore(event) ? toggled(state, at) : { at });
      if (event.shiftKey || isMore(event)) event.preventDefault();
    },
    // A press on a selected card may begin a drag of them all; only when it was a click does it mean this one alone.
    onClick: (event: MouseEvent) => {
      const { selected } = tools.store.getSnapshot();
      const isPlain = !event.shiftKey && !isMore(event);
      if (isPlain && selected.size > 0 && placeOf(event.target) && !isControl(event.target))
        tools.store.set({ selected: NO_CARDS, anchor: null });
    },
    onContextMenu: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || isControl(event.target)) return;
      event.preventDefault();
      tools.store.set({ at: place, dialog: "menu" });
    },
    onCopy: clip((event) => onCopy(event, tools)),
    onCut: clip((event) => onCopy(event, tools, true)),
    onPaste: (event: ClipboardEvent) => {
      if (!onPastePicture(event, tools)) clip((other) => onPaste(other, tools, isPlain.current))(event);
    },
    // Tab brings the focus to where it was, or to the map's start.
    onFocus: (event: FocusEvent) => {
      if (tools.store.getSnapshot().at || isControl(event.target)) return;
      tools.store.set({ at: placeOf(event.target) ?? firstPlace(tools.store.getSnapshot().sheet) });
    },
  };
}

function isMore({ ctrlKey, metaKey }: MouseEvent): boolean {
  return ctrlKey || metaKey;
}

function pressOf({ key, code, ctrlKey, metaKey, altKey, shiftKey, nativeEvent }: KeyboardEvent) {
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing: nativeEvent.isComposing };
}

/** Buttons and fields inside of the map keep their own keys and clicks. */
export function isControl(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest("button, textarea, input, a[href], [data-own-keys]") !== null
  );
}

export function placeOf(target: EventTarget): Place | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  const { row, column, card } = element?.dataset ?? {};
  return row && column ? { row, column, card: card ?? "" } : null;
}

/** A click beside the cards of a cell means the cell itself. */
function inCell(sheet: Sheet, place: Place): Place {
  return place.card || place.column === NAMES
    ? place
    : { ...enter(sheet, place.row, place.column), card: "" };
}

/** Keep the browser's focus on the place where the editor's focus is. */
function useFocusFollowing(root: RefObject<HTMLElement | null>) {
  const at = useEditor((state) => state.at);
  const mode = useEditor((state) => state.mode);
  const dialog = useEditor((state) => state.dialog);
  const sheet = useEditor((state) => state.sheet);
  const held = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!at || mode === "typing" || dialog) return;
    const active = document.activeElement;
    const isOurs = !active || active === document.body || root.current?.contains(active);
    const element = elementOf(root.current, at);
    held.current = element;
    if (!element || !isOurs || element === active) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [at, mode, dialog, root]);
  // A card that comes to lie over several columns is drawn anew elsewhere in its cell: the focus goes along.
  useLayoutEffect(() => {
    const isLost = held.current?.isConnected === false && document.activeElement === document.body;
    if (!at || mode === "typing" || dialog || !isLost || !sheet) return;
    held.current = elementOf(root.current, at);
    if (held.current instanceof HTMLElement) held.current.focus({ preventScroll: true });
  }, [at, mode, dialog, sheet, root]);
}

function elementOf(root: HTMLElement | null, { row, column, card }: Place): HTMLElement | null {
  const which = card ? `[data-card="${card}"]` : ":not([data-card])";
  return root?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]${which}`) ?? null;
}
