import { plural, t } from "@lingui/core/macro";
import { memo } from "react";
import { KINDS } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import { NAMES } from "../../editor/place";
import { type Column, type LaneView, NOTHING } from "../../editor/sheet";
import { FamilyIcon } from "../../ui/Marks";
import { Beside } from "./Beside";
import { Cell } from "./Cell";
import { useEditor, useReadings, useTools } from "./context";
import { EmotionAxis, EmotionCurves } from "./EmotionCurves";
import { More } from "./Heads";
import { useLift } from "./lift";
import { NameEditor } from "./NameEditor";
import { PresenceFlag } from "./PresenceFlag";

interface LaneRowProps {
  view: LaneView;
  columns: readonly Column[];
  row: number;
}

/** A lane: its name, and a cell for every step. */
export const LaneRow = memo(function LaneRow({ view, columns, row }: LaneRowProps) {
  const at = useEditor((state) => (state.at?.row === view.id ? state.at : null));
  const mode = useEditor((state) => (state.at?.row === view.id ? state.mode : "moving"));
  const lift = useLift();
  const kind = KINDS[view.lane.kind ?? "free"];
  const isEmotion = kind.shape === "emotion";
  const line = view.lane.line_below ? `line-${view.lane.line_below}` : "";
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a div grid
    <div
      role="row"
      aria-rowindex={row}
      className={`row row-lane shape-${kind.shape} ${line}`}
      style={view.lane.height ? { minBlockSize: view.lane.height } : undefined}
      tabIndex={-1}
    >
      <LaneName
        view={view}
        isAt={at?.column === NAMES}
        isTyping={at?.column === NAMES && mode === "typing"}
      />
      {columns.map((column) => (
        <Cell
          key={column.id}
          view={view}
          column={column}
          cards={view.cells.get(column.id) ?? NOTHING}
          card={at?.column === column.id ? at.card : null}
          mode={at?.column === column.id ? mode : "moving"}
          lift={isEmotion ? lift : null}
        />
      ))}
      {isEmotion ? <EmotionCurves view={view} columns={columns} lift={lift} /> : null}
    </div>
  );
});

function LaneName({ view, isAt, isTyping }: { view: LaneView; isAt: boolean; isTyping: boolean }) {
  const tools = useTools();
  const kind = KINDS[view.lane.kind ?? "free"];
  const name = view.lane.name || kind.name;
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a div grid
    <div
      role="rowheader"
      aria-label={t`Lane ${name}`}
      className={`lane-name ${isAt ? "is-at" : ""}`}
      tabIndex={isAt ? 0 : -1}
      data-row={view.id}
      data-column={NAMES}
    >
      <FamilyIcon family={kind.family} />
      <span className="lane-words">
        {isTyping ? (
          <NameEditor
            label={t`Name of the lane`}
            value={name}
            onChange={(value) => tools.edit([setField(view.id, "name", value, view.lane.name ?? "")])}
          />
        ) : (
          <span className="lane-title" dir="auto">
            {name}
          </span>
        )}
        {kind.shape === "emotion" ? (
          <Answers hint={kind.hint} />
        ) : (
          <span className="caption">{view.lane.actor || kind.hint}</span>
        )}
      </span>
      {kind.shape === "emotion" ? <EmotionAxis /> : null}
      <More place={{ row: view.id, column: NAMES, card: "" }} label={t`More for lane ${name}`} />
      <Beside id={view.id} />
      <PresenceFlag row={view.id} column="" />
    </div>
  );
}

/** How many answers the measured curve stands on. */
function Answers({ hint }: { hint: string }) {
  const { steps } = useReadings();
  const answers = Object.values(steps).reduce((sum, step) => sum + (step.emotion?.n ?? 0), 0);
  return (
    <span className="caption numbers">
      {answers > 0
        ? plural(answers, { one: "drawn beside # answer", other: "drawn beside # answers" })
        : hint}
    </span>
  );
}
