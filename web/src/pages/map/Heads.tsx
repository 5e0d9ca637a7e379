import { plural, t } from "@lingui/core/macro";
import { ChevronsLeftRight, MoreHorizontal, Plus, UserMinus } from "lucide-react";
import { memo } from "react";
import { run } from "../../editor/commands";
import { addStep } from "../../editor/edits";
import { setField } from "../../editor/ops";
import { type Place, STAGES, STEPS } from "../../editor/place";
import type { Column, Sheet, Span } from "../../editor/sheet";
import type { Step } from "../../generated";
import { Button } from "../../ui/Button";
import { hours, inUnit, inWords, plain } from "../../ui/format";
import { Beside } from "./Beside";
import { useEditor, useFollowed, useReadings, useTools } from "./context";
import { useMark } from "./contrasts";
import { StageHint, StepHint } from "./Hint";
import { onwards } from "./linkWords";
import { NameEditor } from "./NameEditor";
import { PresenceFlag } from "./PresenceFlag";
import { GapHead, OpensMap, StepFollowed } from "./parts";
import { marksInWords, StepMarks } from "./StepMarks";

/** The stages, each over its steps. */
export const StageRow = memo(function StageRow({ sheet }: { sheet: Sheet }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a div grid
    <div role="row" aria-rowindex={1} className="row row-stages" tabIndex={-1}>
      {/* biome-ignore lint/a11y/useSemanticElements: cells of a div grid */}
      <div role="columnheader" className="corner" tabIndex={-1}>
        {t`Stage`}
      </div>
      {sheet.spans.map((span) => (
        <StageCell
          key={span.id}
          span={span}
          column={sheet.columns.slice(span.start, span.start + span.count).find(({ gap }) => !gap)}
        />
      ))}
    </div>
  );
});

/** Whether the focus is here, and whether the name is being typed, or all of it carried. */
export function useHere(row: string, column: string) {
  const isCarried = useEditor(
    ({ at, mode }) => mode === "carrying" && at?.row === row && at.column === column,
  );
  const isAt = useEditor(({ at }) => at?.row === row && at.column === column);
  const isTyping = useEditor(({ at, mode }) => mode === "typing" && at?.row === row && at.column === column);
  return { isAt, isTyping, isCarried };
}

const StageCell = memo(function StageCell({ span, column }: { span: Span; column: Column | undefined }) {
  const tools = useTools();
  const id = column?.id ?? "";
  const { isAt, isTyping, isCarried } = useHere(STAGES, id);
  const reading = useReadings().stages[span.id];
  const name = span.stage.name ?? "";
  const lasts = reading?.duration?.value ?? null;
  const takes = lasts === null ? expected(span.stage.expected_hours) : t`median ${hours(lasts)}`;
  if (span.gap) return <GapHead gap={span.gap} count={span.count} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a div grid
    <div
      role="columnheader"
      aria-colspan={span.count}
      aria-label={[stageInWords(name, span.count), takes].filter(Boolean).join(", ")}
      className={`head stage-head hue-${span.hue} ${isAt ? "is-at" : ""} ${isCarried ? "is-carried" : ""}`}
      style={{ gridColumn: `span ${span.count}` }}
      tabIndex={isAt ? 0 : -1}
      data-row={STAGES}
      data-column={id}
    >
      {isTyping ? (
        <NameEditor
          label={t`Name of the stage`}
          value={name}
          onChange={(value, base) => tools.edit([setField(span.id, "name", value, base)])}
        />
      ) : (
        <span className="stage-name" dir="auto">
          {name || t`Name this stage`}
        </span>
      )}
      <span className="caption numbers stage-takes">{takes}</span>
      <StageHint stage={span.id} hint={span.stage.hint} />
      <More place={{ row: STAGES, column: id, card: "" }} label={t`More for stage ${name}`} />
      <Beside id={span.id} />
      <PresenceFlag row={STAGES} column={id} />
    </div>
  );
});

function stageInWords(name: string, steps: number): string {
  const count = plural(steps, { one: "# step", other: "# steps" });
  return t`Stage ${name || t`without a name`}, ${count}`;
}

function expected(value: number | null | undefined): string {
  return value == null ? "" : hours(value);
}

/** The steps: one column each. */
export const StepRow = memo(function StepRow({ sheet }: { sheet: Sheet }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a div grid
    <div role="row" aria-rowindex={2} className="row row-steps" tabIndex={-1}>
      {/* biome-ignore lint/a11y/useSemanticElements: cells of a div grid */}
      <div role="columnheader" className="corner" tabIndex={-1}>
        {t`Step`}
      </div>
      {sheet.columns.map((column) => (
        <StepCell key={column.id} column={column} onwards={onwards(sheet, column.id).join(", ")} />
      ))}
    </div>
  );
});

const StepCell = memo(function StepCell({ column, onwards: beyond }: { column: Column; onwards: string }) {
  const { isAt, isTyping, isCarried } = useHere(STEPS, column.id);
  const mark = useMark(column.id);
  if (column.gap) return <GapHead gap={column.gap} isFirst={column.isFirst} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a div grid
    <div
      role="columnheader"
      aria-label={[headOf(column), beyond, mark].filter(Boolean).join(", ")}
      className={`head step-head ${column.isFirst ? "is-first" : ""} ${isAt ? "is-at" : ""} ${isCarried ? "is-carried" : ""}`}
      tabIndex={isAt ? 0 : -1}
      data-row={STEPS}
      data-column={column.id}
    >
      {column.folded ? <Unfold stage={column.stage} steps={column.folded} /> : null}
      {column.step ? <StepName id={column.id} step={column.step} isTyping={isTyping} /> : null}
      <StepHint column={column} />
      {column.step || column.folded ? null : <AddFirstStep stage={column.stage} />}
      {mark ? <span className="contrast-mark numbers">{mark}</span> : null}
      <Beside id={column.id} />
      <PresenceFlag row={STEPS} column={column.id} />
    </div>
  );
});

function headOf({ folded, step }: Column): string {
  if (folded) return plural(folded, { one: "# folded step", other: "# folded steps" });
  if (!step) return t`A stage without steps`;
  return [t`Step ${step.name || t`without a name`}`, ...marksInWords(step)].join(", ");
}

function StepName({ id, step, isTyping }: { id: string; step: Step; isTyping: boolean }) {
  const tools = useTools();
  const isFollowed = useFollowed();
  const name = step.name ?? "";
  return (
    <>
      {isTyping ? (
        <NameEditor
          label={t`Name of the step`}
          value={name}
          onChange={(value, base) => tools.edit([setField(id, "name", value, base)])}
        />
      ) : (
        <span className={name ? "step-name" : "step-name is-unnamed"} dir="auto">
          {name || t`Name this step`}
        </span>
      )}
      <StepMarks step={step} />
      {step.map ? <OpensMap id={id} map={step.map} /> : null}
      {isFollowed ? <StepFollowed id={id} /> : <StepNumbers id={id} name={name} />}
      <More place={{ row: STEPS, column: id, card: "" }} label={t`More for step ${name}`} />
    </>
  );
}

/** A press opens a folded stage. */
function Unfold({ stage, steps }: { stage: string; steps: number }) {
  const tools = useTools();
  return (
    <button
      type="button"
      tabIndex={-1}
      className="unfold"
      aria-label={plural(steps, { one: "Open the stage, # step", other: "Open the stage, # steps" })}
      disabled={tools.isReadOnly}
      onClick={() => tools.edit([setField(stage, "collapsed", false)])}
    >
      <ChevronsLeftRight size={13} aria-hidden /> {plain(steps)}
    </button>
  );
}

/** How many come here and how many stop here: each number opens its customers. */
export function StepNumbers({ id, name }: { id: string; name: string }) {
  const { openPopulation } = useTools();
  const readings = useReadings().steps[id];
  const { reach, drop_off: leave } = readings ?? {};
  if (!reach || reach.value === null)
    return <span className="caption">{reach ? t`no events bound` : ""}</span>;
  return (
    <span className="step-numbers numbers">
      <button
        type="button"
        tabIndex={-1}
        className="number-link"
        title={`${reach.definition} ${inWords(reach)}`}
        onClick={() => openPopulation(t`Come to ${name}`, reach)}
      >
        {inUnit(reach.value, reach.unit)}
      </button>
      <span className="caption">{t`come`}</span>
      {leave && !leave.too_few && leave.value !== null && leave.value >= 0.005 ? (
        <button
          type="button"
          tabIndex={-1}
          className="badge badge-button"
          title={`${leave.definition} ${inWords(leave)}`}
          onClick={() => openPopulation(t`Stop after ${name}`, leave)}
        >
          <UserMinus size={11} />
          {t`${inUnit(leave.value, leave.unit)} stop`}
        </button>
      ) : null}
    </span>
  );
}

export function AddFirstStep({ stage }: { stage: string }) {
  const tools = useTools();
  const add = () => {
    const made = addStep(tools.store.getSnapshot().sheet, stage);
    tools.edit(made.ops);
    tools.store.set({ at: { row: STEPS, column: made.id, card: "" } });
    run("edit", tools);
  };
  return (
    <Button size="small" onPress={add}>
      <Plus size={14} /> {t`Add step`}
    </Button>
  );
}

/** The menu of a head, for the pointer; the keyboard has the Menu key. */
export function More({ place, label }: { place: Place; label: string }) {
  const { store } = useTools();
  return (
    <button
      type="button"
      tabIndex={-1}
      className="more"
      aria-label={label}
      onClick={() => store.set({ at: place, dialog: "menu" })}
    >
      <MoreHorizontal size={14} />
    </button>
  );
}
