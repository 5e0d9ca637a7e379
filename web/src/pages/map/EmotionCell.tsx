import { t } from "@lingui/core/macro";
import { type PointerEvent, useState } from "react";
import type { Mode } from "../../editor/keymap";
import { plainText } from "../../editor/markdown";
import { setField } from "../../editor/ops";
import type { CellCard } from "../../editor/sheet";
import type { Taken } from "../../editor/wording";
import type { Card } from "../../generated";
import { inWords, plain, signed } from "../../ui/format";
import { Face } from "../../ui/Marks";
import { shownAs } from "./CardView";
import { type Measure, useEditor, useReadings, useTools, useView } from "./context";
import { useWhose, type Whose } from "./curves";
import { drawnIn, gapOf, HEIGHT, isTold, LARGE_GAP, scoreAt, yOf } from "./emotion";
import { type Lift, useLifted } from "./lift";
import { NameEditor } from "./NameEditor";
import { fromMiddle, PointWord, takenBy } from "./PointWord";

interface EmotionCellProps {
  lane: string;
  step: string;
  cards: readonly CellCard[];
  card: string | null;
  mode: Mode;
  lift: Lift;
}

/** The points of the curves at one step: the drawn one is a slider, the measured one opens its answers. */
export function EmotionCell({ lane, step, cards, card, mode, lift }: EmotionCellProps) {
  const reading = useReadings().steps[step]?.emotion;
  const lifted = useLifted(lift);
  const shown = useView();
  const whoseIs = useWhose(lane);
  const first = drawnIn(cards);
  const score = lifted && lifted.card === first?.id ? lifted.score : first?.card.score;
  return (
    <>
      {cards.map((found) =>
        (found.card.basis === "measured" ? shown.measured : shown.assumed) ? (
          <DrawnPoint
            key={found.id}
            found={found}
            row={lane}
            column={step}
            isAt={card === found.id}
            mode={card === found.id ? mode : "moving"}
            lift={lift}
            whose={whoseIs(found.card)}
            taken={takenBy(cards, found, whoseIs, shown.measured ? reading : null)}
          />
        ) : null,
      )}
      {shown.measured && reading ? (
        <MeasuredPoint reading={reading} drawn={shown.assumed ? score : null} />
      ) : null}
    </>
  );
}

interface DrawnProps {
  found: CellCard;
  row: string;
  column: string;
  isAt: boolean;
  mode: Mode;
  lift: Lift;
  whose: Whose;
  taken: readonly Taken[];
}

function DrawnPoint({ found, row, column, isAt, mode, lift, whose, taken }: DrawnProps) {
  const lifted = useLifted(lift);
  const drag = useScoreDrag(found, lift);
  const { id, card } = found;
  const isSelected = useEditor((state) => state.selected.has(id));
  const shown = useEditor((state) => shownAs(state, id));
  const score = (lifted?.card === id ? lifted.score : card.score) ?? 0;
  const words = scoreInWords(card, score);
  const why = plainText(card.text ?? "");
  const marks = [
    isAt && "is-at",
    isSelected && "is-selected",
    shown,
    card.score == null && "is-unset",
    mode === "carrying" && "is-carried",
    whose.words && `point-ring ${whose.looks}`,
  ];
  return (
    <>
      <span
        role="slider"
        className={listOf(["point-drawn", ...marks], " ")}
        style={{ insetBlockStart: yOf(score), insetInlineStart: fromMiddle(whose.aside) }}
        tabIndex={isAt ? 0 : -1}
        aria-label={listOf([why || t`Drawn emotion`, whose.words, isSelected && t`selected`])}
        aria-orientation="vertical"
        aria-valuemin={-2}
        aria-valuemax={2}
        aria-valuenow={score}
        aria-valuetext={words}
        title={listOf([listOf([whose.words, basisInWords(card, words)]), why], ": ")}
        data-row={row}
        data-column={column}
        data-card={id}
        data-bends
        {...drag}
      >
        <Face score={score} size={20} />
      </span>
      <PointWord word={card.feeling} at={{ x: whose.aside, y: yOf(score) }} taken={taken} />
      {isAt && mode === "typing" ? <PointEditor found={found} score={score} /> : null}
    </>
  );
}

function listOf(parts: readonly (string | false | undefined)[], between = ", "): string {
  return parts.filter(Boolean).join(between);
}

function scoreInWords({ feeling }: Card, score: number): string {
  return listOf([signed(score, score % 1 ? 1 : 0), feeling]);
}

/** Whether a score was drawn or measured, with the score. */
export function basisInWords({ basis }: Card, words: string): string {
  return basis === "measured" ? t`${words} measured` : t`${words} drawn`;
}

function PointEditor({ found: { id, card }, score }: { found: CellCard; score: number }) {
  const tools = useTools();
  return (
    <span className="point-editor" style={{ insetBlockStart: Math.min(yOf(score) + 12, HEIGHT - 34) }}>
      <NameEditor
        label={t`What makes it feel so`}
        value={card.text ?? ""}
        onChange={(value) => tools.edit([setField(id, "text", value, card.text ?? "")])}
      />
    </span>
  );
}

/** Drag a face up and down; it becomes an edit when it is let go. Esc is a drag that ends where it began. */
function useScoreDrag({ id, card }: CellCard, lift: Lift) {
  const tools = useTools();
  const [from, setFrom] = useState<{ y: number; score: number } | null>(null);
  const scoreFor = (event: PointerEvent) =>
    scoreAt(
      yOf(from?.score ?? 0) + (event.clientY - (from?.y ?? event.clientY)) / tools.store.getSnapshot().zoom,
      event.shiftKey,
    );
  const end = (event: PointerEvent) => {
    if (from) {
      const score = scoreFor(event);
      if (score !== (card.score ?? 0)) tools.edit([setField(id, "score", score)]);
    }
    lift.set(null);
    setFrom(null);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || tools.isReadOnly) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setFrom({ y: event.clientY, score: card.score ?? 0 });
    },
    onPointerMove: (event: PointerEvent) => {
      if (from) lift.set({ card: id, score: scoreFor(event) });
    },
    onPointerUp: end,
    onPointerCancel: () => {
      lift.set(null);
      setFrom(null);
    },
  };
}

function MeasuredPoint({ reading, drawn }: { reading: Measure; drawn: number | null | undefined }) {
  const { openPopulation } = useTools();
  const open = () => openPopulation(t`Answers at this step`, reading);
  if (!isTold(reading)) {
    return reading.n > 0 ? (
      <button type="button" tabIndex={-1} className="point-few" onClick={open}>
        {t`too few to say, n ${plain(reading.n)}`}
      </button>
    ) : null;
  }
  const gap = gapOf(drawn, reading);
  const y = yOf(reading.value);
  const isBelow = drawn == null || drawn >= reading.value ? y < HEIGHT - 26 : y < 26;
  return (
    <>
      {gap && drawn != null ? <Gap gap={gap} from={yOf(drawn)} to={y} /> : null}
      <button
        type="button"
        tabIndex={-1}
        className="point-measured"
        style={{ insetBlockStart: y }}
        aria-label={t`Measured ${inWords(reading)}: open the customers`}
        title={`${reading.definition} ${inWords(reading)}`}
        onClick={open}
      >
        <span className="point-dot" />
        <span className={`point-value numbers ${isBelow ? "is-below" : "is-above"}`}>
          {plain(reading.value, 1)}
        </span>
      </button>
    </>
  );
}

function Gap({ gap, from, to }: { gap: number; from: number; to: number }) {
  const top = Math.min(from, to);
  return (
    <>
      <span className="gap-stem" style={{ insetBlockStart: top, blockSize: Math.abs(from - to) }} />
      {Math.abs(gap) >= LARGE_GAP ? (
        <span className="gap-badge numbers" style={{ insetBlockStart: (from + to) / 2 }}>
          {t`gap ${signed(gap)}`}
        </span>
      ) : null}
    </>
  );
}
