import { plural, t } from "@lingui/core/macro";
import { ChevronsUpDown } from "lucide-react";
import { memo, useMemo } from "react";
import { KINDS } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import { NAMES } from "../../editor/place";
import { type Column, type LaneView, NOTHING } from "../../editor/sheet";
import { type Bands, bandsOf } from "../../editor/spans";
import { cardsInLane } from "../../editor/structure";
import { FamilyIcon } from "../../ui/Marks";
import { cardsInWords } from "../../ui/words";
import { Beside } from "./Beside";
import { Cell } from "./Cell";
import { useEditor, useReadings, useTools } from "./context";
import { CurveLegend, EmotionAxis, EmotionCurves } from "./EmotionCurves";
import { More } from "./Heads";
import { LaneWho, LineWord, useLaneName } from "./LaneSaid";
import { useLift } from "./lift";
import { NameEditor } from "./NameEditor";
import { PresenceFlag } from "./PresenceFlag";

interface LaneRowProps {
  view: LaneView;
  columns: readonly Column[];
  /** All columns, also those of folded stages. */
  steps: readonly Column[];
  row: number;
  /** How many cells are drawn with what is in them; the others wait for their turn. */
  reach?: number;
}

/** A lane: its name, and a cell for every step. */
export const LaneRow = memo(function LaneRow({
  view,
  columns,
  steps,
  row,
  reach = Number.POSITIVE_INFINITY,
}: LaneRowProps) {
  const at = useEditor((state) => (state.at?.row === view.id ? state.at : null));
  const mode = useEditor((state) => (state.at?.row === view.id ? state.mode : "moving"));
  const lift = useLift();
  const kind = KINDS[view.lane.kind ?? "free"];
  const isEmotion = kind.shape === "emotion";
  const guided = view.lane.hint ? firstEmpty(view, columns) : "";
  const isBanded = !isEmotion && !view.lane.collapsed;
  // The same for as long as the lane is the same: then an arrow key draws two cells and not two rows.
  const bands = useMemo(
    () => (isBanded ? bandsOf(view, { columns, steps }) : null),
    [isBanded, view, columns, steps],
  );
  const line = view.lane.line_below ? `has-line line-${view.lane.line_below}` : "";
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a div grid
    <div
      role="row"
      aria-rowindex={row}
      className={`row row-lane ${view.lane.collapsed ? "is-folded" : `shape-${kind.shape}`} ${bands ? "has-spans" : ""} ${line}`}
      style={rowStyle(view, bands)}
      tabIndex={-1}
    >
      <LaneName
        view={view}
        isAt={at?.column === NAMES}
        isTyping={at?.column === NAMES && mode === "typing"}
        isCarried={at?.column === NAMES && mode === "carrying"}
      />
      {view.lane.collapsed ? (
        <Folded view={view} />
      ) : (
        columns.map((column, place) => (
          <Cell
            key={column.id}
            view={view}
            column={column}
            cards={view.cells.get(column.id) ?? NOTHING}
            card={at?.column === column.id ? at.card : null}
            mode={at?.column === column.id ? mode : "moving"}
            lift={isEmotion ? lift : null}
            isGuided={column.id === guided}
            bands={bands}
            place={place}
            isWaiting={place >= reach}
          />
        ))
      )}
      {isEmotion && !view.lane.collapsed ? <EmotionCurves view={view} columns={columns} lift={lift} /> : null}
    </div>
  );
});

/** Where the guidance of a lane stands: in the first step that has nothing of it yet. */
function firstEmpty(view: LaneView, columns: readonly Column[]): string {
  return columns.find(({ id, step }) => step && !view.cells.get(id)?.length)?.id ?? "";
}

function rowStyle({ lane }: LaneView, bands: Bands | null): React.CSSProperties {
  const height = lane.height && !lane.collapsed ? { minBlockSize: lane.height } : {};
  return { ...height, ...(bands ? { "--bands": bands.rows } : {}) } as React.CSSProperties;
}

/** A folded lane says how many cards are in it; a press opens it. */
function Folded({ view }: { view: LaneView }) {
  const tools = useTools();
  const open = () => tools.edit([setField(view.id, "collapsed", false)]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a div grid
    <div role="gridcell" className="lane-folded" tabIndex={-1}>
      <button type="button" tabIndex={-1} onClick={open} disabled={tools.isReadOnly}>
        <ChevronsUpDown size={13} aria-hidden /> {t`${cardsInWords(cardsInLane(view))}, folded`}
      </button>
    </div>
  );
}

interface NameProps {
  view: LaneView;
  isAt: boolean;
  isTyping: boolean;
  isCarried: boolean;
}

function LaneName({ view, isAt, isTyping, isCarried }: NameProps) {
  const tools = useTools();
  const kind = KINDS[view.lane.kind ?? "free"];
  const name = view.lane.name || kind.name;
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a div grid
    <div
      role="rowheader"
      aria-label={useLaneName(view)}
      className={`lane-name ${isAt ? "is-at" : ""} ${isCarried ? "is-carried" : ""}`}
      tabIndex={isAt ? 0 : -1}
      data-row={view.id}
      data-column={NAMES}
    >
      <span className={view.lane.colour == null ? "" : `lane-hue-${view.lane.colour}`}>
        <FamilyIcon family={kind.family} />
      </span>
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
        {view.lane.collapsed ? null : kind.shape === "emotion" ? (
          <>
            <Answers hint={kind.hint} />
            <CurveLegend lane={view.id} />
          </>
        ) : (
          <LaneWho lane={view.lane} />
        )}
      </span>
      {kind.shape === "emotion" && !view.lane.collapsed ? <EmotionAxis /> : null}
      <More place={{ row: view.id, column: NAMES, card: "" }} label={t`More for lane ${name}`} />
      <LineWord lane={view.lane} />
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
