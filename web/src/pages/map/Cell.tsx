import { t } from "@lingui/core/macro";
import { Plus } from "lucide-react";
import { memo, useRef } from "react";
import { run } from "../../editor/commands";
import type { Mode } from "../../editor/keymap";
import { KINDS } from "../../editor/kinds";
import { endOf } from "../../editor/outline";
import type { CellCard, Column, LaneView } from "../../editor/sheet";
import type { Person } from "../../generated";
import { plain } from "../../ui/format";
import { shownAs } from "../../ui/people";
import { cardsInWords } from "../../ui/words";
import { Beside } from "./Beside";
import { CardView } from "./CardView";
import { type Tools, useEditor, usePeopleAt, useReadings, useTools } from "./context";
import { EmotionCell } from "./EmotionCell";
import { Hint } from "./Hint";
import { NOBODY, useHeld } from "./held";
import type { Lift } from "./lift";
import { PresenceFlag } from "./PresenceFlag";

interface CellProps {
  view: LaneView;
  column: Column;
  cards: readonly CellCard[];
  /** The card in focus, "" for the cell itself, null when the focus is elsewhere. */
  card: string | null;
  mode: Mode;
  lift: Lift | null;
  /** Whether the guidance of the lane shows here also while the focus is elsewhere. */
  isGuided: boolean;
}

/** One cell: a lane at a step. */
export const Cell = memo(function Cell({ view, column, cards, card, mode, lift, isGuided }: CellProps) {
  const kind = KINDS[view.lane.kind ?? "free"];
  const isAt = card === "";
  const people = usePeopleAt(view.id, column.id);
  const cell = useRef<HTMLDivElement>(null);
  useHeld(cell, card === null ? people : NOBODY);
  const isSelected = useEditor(
    (state) => state.selected.size > 0 && cards.some(({ id }) => state.selected.has(id)),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a div grid
    <div
      ref={cell}
      role="gridcell"
      className={`cell ${column.isFirst ? "is-first" : ""} ${isAt ? "is-at" : ""}`}
      aria-selected={isSelected}
      tabIndex={isAt ? 0 : -1}
      data-row={view.id}
      data-column={column.id}
    >
      <CellName view={view} column={column} cards={cards} people={people} />
      {lift ? (
        <EmotionCell step={column.id} cards={cards} card={card} mode={mode} lift={lift} lane={view.id} />
      ) : (
        cards.map((found) => (
          <CardView
            key={found.id}
            found={found}
            shape={kind.shape}
            row={view.id}
            column={column.id}
            isAt={card === found.id}
            mode={card === found.id ? mode : "moving"}
            who={whoIsAt(people, found.id)}
          />
        ))
      )}
      {view.lane.hint && cards.length === 0 && column.step ? (
        <Hint className={isGuided ? "cell-hint" : "cell-hint is-quiet"}>{view.lane.hint}</Hint>
      ) : null}
      {column.step && !lift ? <AddCard one={kind.one} row={view.id} column={column.id} /> : null}
      {lift ? cards.map(({ id }) => <Beside key={id} id={id} />) : null}
      <Beside id={`${view.id}|${column.id}`} />
      <PresenceFlag row={view.id} column={column.id} />
    </div>
  );
});

type CellNameProps = Pick<CellProps, "view" | "column" | "cards"> & { people: readonly Person[] };

/** What a screen reader says of the cell: "Emotion, step Pay, 1 card, score +1, measured 0.7, Anna is here". */
function CellName({ view, column, cards, people }: CellNameProps) {
  const kind = KINDS[view.lane.kind ?? "free"];
  const readings = useReadings();
  const measured = kind.shape === "emotion" ? readings.steps[column.id]?.emotion?.value : null;
  const words = [
    view.lane.name || kind.name,
    t`step ${column.step?.name || t`without a name`}`,
    cardsInWords(cards.length),
    measured == null ? "" : t`measured ${plain(measured, 1)}`,
    ...people.map(personInWords),
  ];
  return <span className="only-read">{words.filter(Boolean).join(", ")}</span>;
}

/** A new card at the end of a cell, to be typed at once. */
export function addTo(tools: Tools, row: string, column: string): void {
  tools.store.set({ at: endOf(tools.store.getSnapshot().sheet, row, column) });
  run("newCard", tools);
}

/** Who is at a card: "Anna is editing". */
export function whoIsAt(people: readonly Person[], card: string): string {
  return people
    .filter((person) => person.cell?.card === card)
    .map(personInWords)
    .join(", ");
}

function personInWords({ actor, editing }: Person): string {
  const { name } = shownAs(actor);
  return editing ? t`${name} is editing` : t`${name} is here`;
}

/** The "+" of a cell; it shows on hover and on focus. */
function AddCard({ one, row, column }: { one: string; row: string; column: string }) {
  const tools = useTools();
  const add = () => addTo(tools, row, column);
  if (tools.isReadOnly) return null;
  return (
    <button type="button" tabIndex={-1} className="add-card" aria-label={t`Add ${one}`} onClick={add}>
      <Plus size={12} />
    </button>
  );
}
