import { plural, t } from "@lingui/core/macro";
import { EyeOff, Plus } from "lucide-react";
import { type MouseEvent, useRef } from "react";
import { run } from "../../editor/commands";
import { addLane } from "../../editor/edits";
import { KIND_NAMES, KINDS } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import { NAMES } from "../../editor/place";
import { type Column, weightOf } from "../../editor/sheet";
import type { LaneKind } from "../../generated";
import { Button } from "../../ui/Button";
import { FamilyIcon } from "../../ui/Marks";
import { type Choices, Menu } from "../../ui/Menu";
import { cardsInWords } from "../../ui/words";
import { type Tools, useEditor, useTools } from "./context";
import { DragLayer } from "./DragLayer";
import { useDropping } from "./dropping";
import { widthOf } from "./emotion";
import { useGradually } from "./gradually";
import { HeadDrag } from "./HeadDrag";
import { StageRow, StepRow } from "./Heads";
import { LaneRow } from "./LaneRow";
import { LinkLines } from "./LinkLines";
import { useLaid } from "./looking";
import { usePinch } from "./pinching";
import { isControl, placeOf, useRoaming } from "./roaming";
import { useZoomAndPan } from "./zooming";
import "./grid.css";
import "./heads.css";
import "./card.css";
import "./curve.css";
import "./spans.css";

const MANY = 400; // cards from which on rows out of sight are not painted

/** The map as a table that one walks with the arrow keys: one tab stop, the focus roves. */
export function Grid() {
  const sheet = useLaid(useEditor((state) => state.sheet));
  const { lanes, reach } = useGradually(sheet.lanes, sheet.columns);
  const tools = useTools();
  const isEntered = useEditor((state) => state.at !== null);
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const zoom = useEditor((state) => state.zoom);
  const roaming = useRoaming(grid);
  const dropping = useDropping();
  useZoomAndPan(scroller);
  usePinch(scroller);
  const open = (event: MouseEvent) => {
    if (placeOf(event.target) && !isControl(event.target)) run("edit", tools);
  };

  return (
    <div className="map-scroll" ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot hold sticky rows that scroll both ways */}
      <div
        ref={grid}
        role="grid"
        aria-label={sheet.header.title}
        aria-multiselectable
        aria-rowcount={sheet.lanes.length + 2}
        aria-colcount={sheet.columns.length + 1}
        className={`map ${sheet.cards > MANY ? "map-large" : ""}`}
        style={{ ...columnsStyle(sheet.columns), zoom } as React.CSSProperties}
        {...roaming}
        {...dropping}
        onDoubleClick={open}
        tabIndex={isEntered ? -1 : 0}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: rows of a div grid */}
        <div role="rowgroup" className="map-head">
          <StageRow sheet={sheet} />
          <StepRow sheet={sheet} />
          <LinkLines links={sheet.links} columns={sheet.columns} />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: rows of a div grid */}
        <div role="rowgroup">
          {lanes.map((view, place) => (
            <LaneRow
              key={view.id}
              view={view}
              columns={sheet.columns}
              steps={sheet.steps}
              row={place + 3}
              reach={reach}
            />
          ))}
        </div>
      </div>
      {tools.isReadOnly ? null : (
        <div className="map-add">
          <AddLane />
          <HiddenLanes />
        </div>
      )}
      <DragLayer grid={grid} />
      <HeadDrag grid={grid} />
      <SelectionSaid />
    </div>
  );
}

/** How wide the columns are: all the same, those of folded stages narrow. */
export function columnsStyle(columns: readonly Column[]): React.CSSProperties {
  const widths = columns.map((column) => {
    const weight = weightOf(column);
    return `minmax(calc(${weight} * var(--step-width)), ${weight}fr)`;
  });
  const width = widthOf(columns) || 1;
  return { "--columns": width, "--widths": widths.join(" ") || "1fr" } as React.CSSProperties;
}

/** The lanes that are not shown, to bring them back. */
function HiddenLanes() {
  const tools = useTools();
  const hidden = useEditor((state) => state.sheet.hidden);
  if (hidden.length === 0) return null;
  const show = (id: string) => {
    tools.edit([setField(id, "hidden", false)]);
    tools.store.set({ at: { row: id, column: NAMES, card: "" } });
  };
  const items: Choices = hidden.map(({ id, lane }) => {
    const kind = KINDS[lane.kind ?? "free"];
    return {
      id,
      label: lane.name || kind.name,
      icon: <FamilyIcon family={kind.family} />,
      act: () => show(id),
    };
  });
  const all = { id: "all", label: t`Show all`, act: () => run("showLanes", tools) };
  return (
    <Menu
      label={t`Hidden lanes`}
      trigger={
        <Button size="small">
          <EyeOff size={14} /> {plural(hidden.length, { one: "# hidden lane", other: "# hidden lanes" })}
        </Button>
      }
      items={hidden.length > 1 ? [...items, "line", all] : items}
    />
  );
}

/** Says how many cards are selected, for those who do not see it. */
function SelectionSaid() {
  const count = useEditor((state) => state.selected.size);
  return (
    <span role="status" className="only-read">
      {count > 0 ? t`${cardsInWords(count)} selected` : ""}
    </span>
  );
}

/** A new lane below all others, of a kind that one chooses. */
export function AddLane() {
  const tools = useTools();
  return (
    <Menu
      label={t`Kind of the new lane`}
      trigger={
        <Button size="small">
          <Plus size={14} /> {t`Add lane`}
        </Button>
      }
      items={laneChoices(laneAdder(tools))}
    />
  );
}

/** Adds a lane at the end and goes there. */
export function laneAdder(tools: Tools): (kind: LaneKind) => void {
  return (kind) => {
    const made = addLane(tools.store.getSnapshot().sheet, kind);
    tools.edit(made.ops);
    tools.store.set({ at: { row: made.id, column: NAMES, card: "" } });
  };
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
