import { t } from "@lingui/core/macro";
import { Plus } from "lucide-react";
import { memo, useRef, useState } from "react";
import { run } from "../../editor/commands";
import type { Mode } from "../../editor/keymap";
import { KINDS } from "../../editor/kinds";
import { endOf } from "../../editor/outline";
import type { CellCard, Column, LaneView } from "../../editor/sheet";
import type { Bands, Lying } from "../../editor/spans";
import type { Person } from "../../generated";
import { plain } from "../../ui/format";
import { shownAs } from "../../ui/people";
import { cardsInWords } from "../../ui/words";
import { Beside } from "./Beside";
import { CardView, textOf } from "./CardView";
import { type Tools, useEditor, useLibrary, usePeopleAt, useReadings, useTools } from "./context";
import { EmotionCell } from "./EmotionCell";
import { Hint } from "./Hint";
import { NOBODY, useHeld } from "./held";
import type { Lift } from "./lift";
import { useGoneAt } from "./looking";
import { PresenceFlag } from "./PresenceFlag";
import { Gone } from "./parts";
import { SpanHandle } from "./SpanHandle";

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
  /** How cards span the columns of this lane; null where none does. */
  bands: Bands | null;
  /** The rank of the column. */
  place: number;
}

/** One cell: a lane at a step. Until its turn to be drawn has come it keeps its place. */
export const Cell = memo(function Cell({ isWaiting, ...cell }: CellProps & { isWaiting: boolean }) {
  const { gap } = cell.column;
  if (gap) return <Missing {...cell} step={gap.id} />;
  return isWaiting && cell.card === null ? <Waiting {...cell} /> : <Drawn {...cell} />;
});

/** In place of a cell of a step that only the other map has: what stood there. */
function Missing({ view, lift, step, bands, place }: CellProps & { step: string }) {
  const gone = useGoneAt(view.id, step);
  const below = bands ? { gridRow: `${(bands.below[place] ?? 0) + 1} / -1` } : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a div grid
    <div role="gridcell" className="cell is-gap" tabIndex={-1}>
      <div className="cell-stack" style={below}>
        {gone.length > 0 ? <Gone gone={gone} isEmotion={lift !== null} /> : null}
      </div>
    </div>
  );
}

function Waiting({ view, column }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a div grid
    <div
      role="gridcell"
      className="cell"
      tabIndex={-1}
      data-row={view.id}
      data-column={column.id}
      aria-busy
    />
  );
}

function Drawn({ view, column, cards, card, mode, lift, isGuided, bands, place }: CellProps) {
  const kind = KINDS[view.lane.kind ?? "free"];
  const isAt = card === "";
  const people = usePeopleAt(view.id, column.id);
  const gone = useGoneAt(view.id, column.id);
  const cell = useRef<HTMLDivElement>(null);
  useHeld(cell, card === null ? people : NOBODY);
  const [isHovered, setHovered] = useState(false);
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
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
    >
      <CellName
        view={view}
        column={column}
        cards={cards}
        people={people}
        reaching={reachingAt(bands, place)}
      />
      {lift ? (
        <EmotionCell step={column.id} cards={cards} card={card} mode={mode} lift={lift} lane={view.id} />
      ) : (
        <Cards
          view={view}
          column={column}
          cards={cards}
          card={card}
          mode={mode}
          bands={bands}
          place={place}
          people={people}
        />
      )}
      {view.lane.hint && cards.length === 0 && column.step ? (
        <Hint className={isGuided ? "cell-hint" : "cell-hint is-quiet"}>{view.lane.hint}</Hint>
      ) : null}
      {gone.length > 0 ? <Gone gone={gone} isEmotion={lift !== null} /> : null}
      {column.step && !lift && (isHovered || isAt) ? (
        <AddCard one={kind.one} row={view.id} column={column.id} />
      ) : null}
      {lift ? cards.map(({ id }) => <Beside key={id} id={id} />) : null}
      <Beside id={`${view.id}|${column.id}`} />
      <PresenceFlag row={view.id} column={column.id} />
    </div>
  );
}

type CardsProps = Omit<CellProps, "lift" | "isGuided"> & { people: readonly Person[] };

/** The cards of a cell: those that span columns in the rows that these share, the others below them. */
function Cards({ view, column, cards, card, mode, bands, place, people }: CardsProps) {
  const { shape } = KINDS[view.lane.kind ?? "free"];
  const draw = (found: CellCard, lying?: Lying) => (
    <CardView
      key={found.id}
      found={found}
      shape={shape}
      row={view.id}
      column={column.id}
      isAt={card === found.id}
      mode={card === found.id ? mode : "moving"}
      who={whoIsAt(people, found.id)}
      {...(lying ? { lying } : {})}
      {...(card === found.id && mode === "moving" ? { edge: <Edge found={found} /> } : {})}
    />
  );
  if (!bands) return cards.map((found) => draw(found));
  const isLying = ({ id }: CellCard) => bands.lying.has(id);
  return (
    <>
      {cards.filter(isLying).map((found) => draw(found, bands.lying.get(found.id)))}
      <div className="cell-stack" style={{ gridRow: `${(bands.below[place] ?? 0) + 1} / -1` }}>
        {cards.filter((found) => !isLying(found)).map((found) => draw(found))}
      </div>
    </>
  );
}

function Edge({ found }: { found: CellCard }) {
  return useTools().isReadOnly ? null : <SpanHandle found={found} />;
}

/** The cards that begin before a column and cover it. */
function reachingAt(bands: Bands | null, place: number): CellCard[] {
  const all = [...(bands?.lying.values() ?? [])];
  return all.filter(({ start, count }) => start < place && place < start + count).map(({ found }) => found);
}

interface NameProps extends Pick<CellProps, "view" | "column" | "cards"> {
  reaching: readonly CellCard[];
  people: readonly Person[];
}

/** What a screen reader says of the cell: "Emotion, step Pay, 1 card, score +1, measured 0.7, Anna is here". */
function CellName({ view, column, cards, people, reaching }: NameProps) {
  const kind = KINDS[view.lane.kind ?? "free"];
  const readings = useReadings();
  const library = useLibrary();
  const measured = kind.shape === "emotion" ? readings.steps[column.id]?.emotion?.value : null;
  const words = [
    view.lane.name || kind.name,
    t`step ${column.step?.name || t`without a name`}`,
    cardsInWords(cards.length),
    ...reaching.map(({ card }) => t`“${textOf(card, library)}” reaches here`),
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

/** The "+" of a cell, there only on hover and on focus: thousands of them would cost every frame of a large map. */
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
