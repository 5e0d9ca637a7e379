import { t } from "@lingui/core/macro";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type MouseEvent, useRef } from "react";
import { run } from "../../editor/commands";
import { linksAt } from "../../editor/links";
import { setField } from "../../editor/ops";
import { contents, headOf, type Leaf, leafOf, shownColumn } from "../../editor/outline";
import { STAGES, STEPS } from "../../editor/place";
import type { Column, Sheet } from "../../editor/sheet";
import { plain } from "../../ui/format";
import { useEditor, useTools } from "./context";
import { useDropping } from "./dropping";
import { AddLane } from "./Grid";
import { AddFirstStep, More, StepNumbers, useHere } from "./Heads";
import { StageHint, StepHint } from "./Hint";
import { beyondInWords } from "./linkWords";
import { NameEditor } from "./NameEditor";
import { OutlineLane } from "./OutlineLane";
import { AlongSteps, type Page, PhoneBar } from "./PhoneBar";
import { OpensMap } from "./parts";
import { isControl, placeOf, useRoaming } from "./roaming";
import { StepMarks } from "./StepMarks";
import "./grid.css";
import "./heads.css";
import "./card.css";
import "./curve.css";
import "./links.css";
import "./outline.css";

interface OutlineProps {
  isPhone: boolean;
  page: Page;
  setPage: (page: Page) => void;
}

/** The map one step at a time, from above to below: the same editor as the grid, on any width. */
export function Outline({ isPhone, page, setPage }: OutlineProps) {
  const tools = useTools();
  const sheet = useEditor((state) => state.sheet);
  const leaf = useLeaf(sheet);
  const root = useRef<HTMLElement>(null);
  const roaming = useRoaming(root);
  const dropping = useDropping();
  const isEntered = useEditor((state) => state.at !== null);
  const pointing = {
    onClick: (event: MouseEvent) => {
      roaming.onClick(event);
      const isText = event.target instanceof Element && event.target.closest("[data-edits]");
      const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
      if (isText && isPlain && !isControl(event.target) && !tools.isReadOnly) run("edit", tools);
    },
    onDoubleClick: (event: MouseEvent) => {
      if (placeOf(event.target) && !isControl(event.target)) run("edit", tools);
    },
  };
  return (
    <>
      <section
        ref={root}
        className="outline"
        aria-label={t`${sheet.header.title}, as an outline`}
        {...roaming}
        {...dropping}
        {...pointing}
        tabIndex={isEntered ? -1 : 0}
      >
        {isPhone ? <StageTabs sheet={sheet} leaf={leaf} /> : <Contents sheet={sheet} leaf={leaf} />}
        {page === "outline" ? (
          <StepPage sheet={sheet} leaf={leaf} />
        ) : (
          <AlongSteps shape={page} sheet={sheet} open={() => setPage("outline")} />
        )}
      </section>
      {isPhone ? <PhoneBar page={page} setPage={setPage} leaf={leaf} /> : null}
    </>
  );
}

/** The page on show; where the focus is on no step, the page before stays. */
function useLeaf(sheet: Sheet): Leaf | null {
  const last = useRef("");
  const at = useEditor((state) => state.at);
  const column = shownColumn(sheet, at, last.current);
  last.current = column?.id ?? "";
  return column && leafOf(sheet, column);
}

interface Shown {
  sheet: Sheet;
  leaf: Leaf | null;
}

/** On a phone: the stages side by side, the steps of one behind the arrows. */
function StageTabs({ sheet, leaf }: Shown) {
  const { store } = useTools();
  return (
    <nav className="stage-tabs" aria-label={t`Stages`}>
      {contents(sheet).map(({ span, columns }) => (
        <button
          key={span.id}
          type="button"
          className="stage-tab"
          aria-current={leaf?.span.id === span.id ? "true" : undefined}
          onClick={() => columns[0] && store.set({ at: headOf(columns[0]) })}
        >
          {span.stage.name || t`Unnamed`}
        </button>
      ))}
    </nav>
  );
}

/** Beside the page where there is room: all stages with their steps. */
function Contents({ sheet, leaf }: Shown) {
  return (
    <nav className="contents" aria-label={t`Stages and steps`}>
      <ol>
        {contents(sheet).map(({ span, columns }) => (
          <li key={span.id} className={`hue-${span.hue}`}>
            <span className="contents-stage" dir="auto">
              {span.stage.name || t`Unnamed stage`}
            </span>
            <ol>
              {columns.map((column) => (
                <ContentsStep key={column.id} column={column} isHere={leaf?.column.id === column.id} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ContentsStep({ column, isHere }: { column: Column; isHere: boolean }) {
  const { store } = useTools();
  return (
    <li>
      <button
        type="button"
        className="contents-step"
        aria-current={isHere ? "step" : undefined}
        onClick={() => store.set({ at: headOf(column) })}
      >
        {column.step ? column.step.name || t`Unnamed step` : t`No steps yet`}
      </button>
    </li>
  );
}

/** One step: its head, then lane after lane. */
function StepPage({ sheet, leaf }: Shown) {
  const { isReadOnly } = useTools();
  return (
    <div className="outline-page" key={leaf?.column.id}>
      {leaf ? <StepHead leaf={leaf} sheet={sheet} /> : null}
      {leaf?.column.step || !leaf
        ? sheet.lanes.map((view) => <OutlineLane key={view.id} view={view} column={leaf?.column ?? null} />)
        : null}
      {isReadOnly ? null : <AddLane />}
    </div>
  );
}

function StepHead({ leaf, sheet }: { leaf: Leaf; sheet: Sheet }) {
  const { column, before, after } = leaf;
  const { isAt, isTyping } = useHere(STEPS, column.id);
  const name = column.step?.name ?? "";
  const steps = sheet.columns.filter((one) => one.step);
  const rank = steps.indexOf(column) + 1;
  return (
    <header className="step-page-head">
      <StageLine leaf={leaf} first={sheet.columns[leaf.span.start]} />
      <span className="step-page-turn">
        <Turn to={before} label={t`The step before`} none={t`No step before`}>
          <ChevronLeft size={18} className="mirrors" />
        </Turn>
        <Turn to={after} label={t`The step after`} none={t`No step after`}>
          <ChevronRight size={18} className="mirrors" />
        </Turn>
      </span>
      <div
        className={`step-page-title ${isAt ? "is-at" : ""}`}
        data-row={STEPS}
        data-column={column.id}
        tabIndex={isAt ? 0 : -1}
      >
        {column.step ? (
          <>
            <StepName id={column.id} name={name} isTyping={isTyping} />
            <More place={headOf(column)} label={t`More for step ${name}`} />
          </>
        ) : (
          <AddFirstStep stage={column.stage} />
        )}
      </div>
      <span className="step-page-hints">
        <StageHint stage={leaf.span.id} hint={leaf.span.stage.hint} />
        <StepHint column={column} />
      </span>
      <span className="step-page-facts">
        {rank > 0 ? (
          <span className="caption numbers">{t`step ${plain(rank)} of ${plain(steps.length)}`}</span>
        ) : null}
        {column.step ? <StepMarks step={column.step} /> : null}
        {column.step?.map ? <OpensMap id={column.id} map={column.step.map} /> : null}
        <StepNumbers id={column.id} name={name} />
      </span>
      <Onwards step={column.id} sheet={sheet} />
    </header>
  );
}

/** Where the links of a step lead; each press goes there. */
function Onwards({ step, sheet }: { step: string; sheet: Sheet }) {
  const { store } = useTools();
  const links = linksAt(sheet, step).filter(({ isOut }) => isOut);
  if (links.length === 0) return null;
  return (
    <ul className="onwards" aria-label={t`Links`}>
      {links.map((beyond) => (
        <li key={beyond.found.id}>
          <button
            type="button"
            className="link"
            onClick={() => store.set({ at: { row: STEPS, column: beyond.other, card: "" } })}
          >
            {beyondInWords(sheet, beyond)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function StepName({ id, name, isTyping }: { id: string; name: string; isTyping: boolean }) {
  const tools = useTools();
  if (isTyping) {
    return (
      <NameEditor
        label={t`Name of the step`}
        value={name}
        onChange={(value, base) => tools.edit([setField(id, "name", value, base)])}
      />
    );
  }
  return (
    <h2 dir="auto" data-edits className={name ? "" : "is-unnamed"}>
      {name || t`Name this step`}
    </h2>
  );
}

/** The stage that the step belongs to: here it is renamed, moved and deleted. */
function StageLine({ leaf: { span }, first }: { leaf: Leaf; first: Column | undefined }) {
  const tools = useTools();
  const column = first?.id ?? "";
  const { isAt, isTyping } = useHere(STAGES, column);
  const name = span.stage.name ?? "";
  return (
    <div
      className={`stage-line hue-${span.hue}`}
      data-row={STAGES}
      data-column={column}
      tabIndex={isAt ? 0 : -1}
    >
      <span className="stage-line-mark" aria-hidden />
      {isTyping ? (
        <NameEditor
          label={t`Name of the stage`}
          value={name}
          onChange={(value, base) => tools.edit([setField(span.id, "name", value, base)])}
        />
      ) : (
        <span dir="auto">{name || t`Unnamed stage`}</span>
      )}
      <More place={{ row: STAGES, column, card: "" }} label={t`More for stage ${name}`} />
    </div>
  );
}

interface TurnProps {
  to: Column | null;
  label: string;
  none: string;
  children: React.ReactNode;
}

function Turn({ to, label, none, children }: TurnProps) {
  const { store } = useTools();
  return (
    <button
      type="button"
      className="turn"
      disabled={!to}
      aria-label={to ? `${label}: ${to.step?.name || t`without a name`}` : none}
      onClick={() => to && store.set({ at: headOf(to) })}
    >
      {children}
    </button>
  );
}
