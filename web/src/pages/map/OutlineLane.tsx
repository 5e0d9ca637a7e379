import { t } from "@lingui/core/macro";
import { Plus } from "lucide-react";
import { memo } from "react";
import { KINDS } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import { NAMES } from "../../editor/place";
import { type Column, type LaneView, NOTHING } from "../../editor/sheet";
import { plain, signed } from "../../ui/format";
import { FamilyIcon } from "../../ui/Marks";
import { addTo } from "./Cell";
import { useEditor, useReadings, useTools, useView } from "./context";
import { drawnIn, gapOf } from "./emotion";
import { Gone } from "./Gone";
import { More, useHere } from "./Heads";
import { Hint } from "./Hint";
import { LaneWho, OutlineLine } from "./LaneSaid";
import { useGoneAt } from "./looking";
import { NameEditor } from "./NameEditor";
import { OutlineCard } from "./OutlineCard";
import { MeasuredAlone, OutlineEmotion } from "./OutlineEmotion";
import { AlsoIn, FromBefore } from "./OutlineSpans";
import { PresenceFlag } from "./PresenceFlag";

interface OutlineLaneProps {
  view: LaneView;
  column: Column | null;
}

/** One lane at one step. */
export const OutlineLane = memo(function OutlineLane({ view, column }: OutlineLaneProps) {
  const kind = KINDS[view.lane.kind ?? "free"];
  const cards = view.cells.get(column?.id ?? "") ?? NOTHING;
  return (
    <>
      <section className={`outline-lane ${cards.length === 0 ? "is-bare" : ""}`}>
        <LaneHead view={view} count={cards.length} step={column?.id ?? ""} />
        {view.lane.hint && cards.length === 0 && column?.step ? <Hint>{view.lane.hint}</Hint> : null}
        {column ? <LaneCards view={view} column={column} /> : null}
        {column?.step ? <AddHere one={kind.one} row={view.id} column={column.id} /> : null}
      </section>
      <OutlineLine lane={view.lane} />
    </>
  );
});

function LaneHead({ view, count, step }: { view: LaneView; count: number; step: string }) {
  const tools = useTools();
  const { isAt, isTyping } = useHere(view.id, NAMES);
  const kind = KINDS[view.lane.kind ?? "free"];
  const name = view.lane.name || kind.name;
  return (
    <header
      className={`lane-head ${isAt ? "is-at" : ""}`}
      data-row={view.id}
      data-column={NAMES}
      tabIndex={isAt ? 0 : -1}
    >
      <FamilyIcon family={kind.family} />
      {isTyping ? (
        <NameEditor
          label={t`Name of the lane`}
          value={name}
          onChange={(value) => tools.edit([setField(view.id, "name", value, view.lane.name ?? "")])}
        />
      ) : (
        <h3 dir="auto">
          {name}
          {view.lane.actor || view.lane.persona ? <LaneWho lane={view.lane} /> : null}
        </h3>
      )}
      {kind.shape === "emotion" ? <GapSaid view={view} step={step} /> : null}
      {count > 0 && kind.shape !== "emotion" ? <span className="caption numbers">{plain(count)}</span> : null}
      <More place={{ row: view.id, column: NAMES, card: "" }} label={t`More for lane ${name}`} />
      <PresenceFlag row={view.id} column="" />
    </header>
  );
}

function GapSaid({ view, step }: { view: LaneView; step: string }) {
  const reading = useReadings().steps[step]?.emotion;
  const drawn = drawnIn(view.cells.get(step) ?? NOTHING)?.card.score;
  const shown = useView();
  const gap = shown.assumed && shown.measured ? gapOf(drawn, reading) : 0;
  return Math.abs(gap) >= 1 ? <span className="gap-said numbers">{t`gap ${signed(gap)}`}</span> : null;
}

/** The cards of a lane at a step; the cell itself has the focus when none of them has. */
export function LaneCards({ view, column }: { view: LaneView; column: Column }) {
  const at = useEditor((state) => (state.at?.row === view.id ? state.at : null));
  const mode = useEditor((state) => (state.at?.row === view.id ? state.mode : "moving"));
  const { shape } = KINDS[view.lane.kind ?? "free"];
  const cards = view.cells.get(column.id) ?? NOTHING;
  const card = at?.column === column.id ? at.card : null;
  const isEmotion = shape === "emotion";
  const gone = useGoneAt(view.id, column.id);
  return (
    <ul className="outline-cards" data-row={view.id} data-column={column.id} tabIndex={card === "" ? 0 : -1}>
      {cards.map((found) => {
        const props = {
          found,
          view,
          column: column.id,
          isAt: card === found.id,
          mode: card === found.id ? mode : ("moving" as const),
        };
        return (
          <li key={found.id}>
            {isEmotion ? (
              <OutlineEmotion {...props} isFirst={drawnIn(cards) === found} />
            ) : (
              <OutlineCard {...props} shape={shape} />
            )}
            {isEmotion ? null : <AlsoIn found={found} />}
          </li>
        );
      })}
      {isEmotion ? null : <FromBefore view={view} step={column.id} />}
      {isEmotion && !drawnIn(cards) ? <MeasuredAlone step={column.id} /> : null}
      <Gone gone={gone} isEmotion={isEmotion} isList />
      <PresenceFlag row={view.id} column={column.id} />
    </ul>
  );
}

function AddHere({ one, row, column }: { one: string; row: string; column: string }) {
  const tools = useTools();
  if (tools.isReadOnly) return null;
  return (
    <button type="button" className="add-here" onClick={() => addTo(tools, row, column)}>
      <Plus size={14} aria-hidden /> {t`Add ${one}`}
    </button>
  );
}
