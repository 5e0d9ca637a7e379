import { Plus } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from "react";
import { run } from "../../editor/commands";
import { addLane } from "../../editor/edits";
import { type Command, commandFor } from "../../editor/keymap";
import { KIND_NAMES, KINDS } from "../../editor/kinds";
import { enter, firstPlace, NAMES, type Place } from "../../editor/place";
import { NO_CARDS, rangeTo, toggled } from "../../editor/selection";
import type { Sheet } from "../../editor/sheet";
import type { LaneKind } from "../../generated";
import { Button } from "../../ui/Button";
import { plural } from "../../ui/format";
import { FamilyIcon } from "../../ui/Marks";
import { Menu } from "../../ui/Menu";
import { useEditor, useTools } from "./context";
import { DragLayer } from "./DragLayer";
import { StageRow, StepRow } from "./Heads";
import { LaneRow } from "./LaneRow";
import "./grid.css";

const MANY = 400; // cards from which on rows out of sight are not painted

/** The map as a table that one walks with the arrow keys: one tab stop, the focus roves. */
export function Grid() {
  const sheet = useEditor((state) => state.sheet);
  const isEntered = useEditor((state) => state.at !== null);
  const tools = useTools();
  const grid = useRef<HTMLDivElement>(null);
  useFocusFollowing(grid);

  const press = (event: KeyboardEvent) => {
    const { mode } = tools.store.getSnapshot();
    if (mode === "typing" || event.defaultPrevented || isControl(event.target)) return;
    const command = commandFor({ ...pressOf(event) }, mode);
    if (command && perform(command, event.key)) event.preventDefault();
  };
  const perform = (command: Command, key: string) => {
    const isLetter = command === "typeOver";
    if (run(command, tools, isLetter ? key : null)) return true;
    // A letter that names a command means itself where that command has no meaning.
    return !isLetter && key.length === 1 && key !== " " && run("typeOver", tools, key);
  };
  const point = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || isControl(event.target)) return;
    const at = inCell(sheet, place);
    const state = tools.store.getSnapshot();
    const isMore = event.ctrlKey || event.metaKey;
    if (event.shiftKey) tools.store.set(rangeTo(sheet, state, at));
    else tools.store.set(isMore ? toggled(state, at) : { at });
    if (event.shiftKey || isMore) event.preventDefault();
  };
  // A press on a selected card may begin a drag of them all; only when it was a click does it mean this one alone.
  const letGo = (event: MouseEvent) => {
    const { selected } = tools.store.getSnapshot();
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (isPlain && selected.size > 0 && placeOf(event.target) && !isControl(event.target))
      tools.store.set({ selected: NO_CARDS, anchor: null });
  };
  const menu = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || isControl(event.target)) return;
    event.preventDefault();
    tools.store.set({ at: place, dialog: "menu" });
  };
  const open = (event: MouseEvent) => {
    if (placeOf(event.target) && !isControl(event.target)) run("edit", tools);
  };

  return (
    <div className="map-scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot hold sticky rows that scroll both ways */}
      <div
        ref={grid}
        role="grid"
        aria-label={sheet.header.title}
        aria-multiselectable
        aria-rowcount={sheet.lanes.length + 2}
        aria-colcount={sheet.columns.length + 1}
        className={`map ${sheet.cards > MANY ? "map-large" : ""}`}
        style={{ "--columns": Math.max(sheet.columns.length, 1) } as React.CSSProperties}
        onKeyDown={press}
        onMouseDown={point}
        onClick={letGo}
        onContextMenu={menu}
        onDoubleClick={open}
        onFocus={(event) => enterGrid(event.target, tools.store.getSnapshot().at, sheet, tools.store.set)}
        tabIndex={isEntered ? -1 : 0}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: rows of a div grid */}
        <div role="rowgroup" className="map-head">
          <StageRow sheet={sheet} />
          <StepRow sheet={sheet} />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: rows of a div grid */}
        <div role="rowgroup">
          {sheet.lanes.map((view, place) => (
            <LaneRow key={view.id} view={view} columns={sheet.columns} row={place + 3} />
          ))}
        </div>
      </div>
      {tools.isReadOnly ? null : <AddLane />}
      <DragLayer grid={grid} />
      <SelectionSaid />
    </div>
  );
}

function pressOf({ key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, shiftKey, isComposing: nativeEvent.isComposing };
}

/** Buttons and fields inside of the grid keep their own keys and clicks. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button, textarea, input, [data-own-keys]") !== null;
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

/** Tab brings the focus to where it was, or to the map's start. */
function enterGrid(
  target: EventTarget,
  at: Place | null,
  sheet: Sheet,
  set: (patch: { at: Place | null }) => void,
) {
  if (at) return;
  set({ at: placeOf(target) ?? firstPlace(sheet) });
}

/** Keep the browser's focus on the place where the editor's focus is. */
function useFocusFollowing(grid: React.RefObject<HTMLDivElement | null>) {
  const at = useEditor((state) => state.at);
  const mode = useEditor((state) => state.mode);
  const dialog = useEditor((state) => state.dialog);
  useLayoutEffect(() => {
    if (!at || mode === "typing" || dialog) return;
    const active = document.activeElement;
    const isOurs = !active || active === document.body || grid.current?.contains(active);
    const element = grid.current?.querySelector<HTMLElement>(
      `[data-row="${at.row}"][data-column="${at.column}"]${at.card ? `[data-card="${at.card}"]` : ":not([data-card])"}`,
    );
    if (!element || !isOurs || element === active) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [at, mode, dialog, grid]);
}

/** Says how many cards are selected, for those who do not see it. */
function SelectionSaid() {
  const count = useEditor((state) => state.selected.size);
  return (
    <span role="status" className="only-read">
      {count > 0 ? `${plural(count, "card")} selected` : ""}
    </span>
  );
}

function AddLane() {
  const tools = useTools();
  const add = (kind: LaneKind) => {
    const { sheet } = tools.store.getSnapshot();
    const made = addLane(sheet, kind);
    tools.edit(made.ops);
    tools.store.set({ at: { row: made.id, column: NAMES, card: "" } });
  };
  return (
    <div className="map-add">
      <Menu
        label="Kind of the new lane"
        trigger={
          <Button size="small">
            <Plus size={14} /> Add lane
          </Button>
        }
        items={laneChoices(add)}
      />
    </div>
  );
}

export function laneChoices(act: (kind: LaneKind) => void) {
  return KIND_NAMES.map((kind) => ({
    id: kind,
    label: KINDS[kind].name,
    hint: KINDS[kind].hint,
    icon: <FamilyIcon family={KINDS[kind].family} />,
    act: () => act(kind),
  }));
}
