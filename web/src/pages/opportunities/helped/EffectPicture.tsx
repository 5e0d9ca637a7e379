import { t } from "@lingui/core/macro";
import { type KeyboardEvent, useRef, useState } from "react";
import type { AnalysedRow, Effect } from "../../../generated";
import { day, interval, inUnit, shortDay } from "../../../ui/format";
import { useSize } from "../../../ui/useSize";
import { apart, drawingOf, EARLIER, isOfGroups, LATER, type Spot, type Stroke } from "./drawing";
import { nInWords, rowInWords, SIDE_WORDS } from "./words";

const ROOM = { start: 52, end: 14, top: 22, foot: 26 };

interface EffectPictureProps {
  effect: Effect;
  onOpen: (row: AnalysedRow) => void;
}

/** The numbers before and after the start, with the line before it carried on; arrows walk the numbers. */
export function EffectPicture({ effect, onOpen }: EffectPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const field = { width: width - ROOM.start - ROOM.end, height: height - ROOM.top - ROOM.foot };
  const { spots, strokes, marks, start, days } = drawingOf(effect, field);
  const [at, setAt] = useState(0);
  const unit = effect.unit ?? "";
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = Math.min(spots.length - 1, Math.max(0, at + (by ?? 0)));
    if (!by || next === at) return;
    event.preventDefault();
    setAt(next);
    frame.current?.querySelector<HTMLElement>(`[data-spot="${next}"]`)?.focus();
  };
  return (
    <div className="helped-picture" ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields, and this is a picture */}
      <svg width={width} height={height} role="group" aria-label={t`Before and after`} onKeyDown={step}>
        <g transform={`translate(${ROOM.start} ${ROOM.top})`}>
          {marks.map(({ value, y }) => (
            <g key={value} className="helped-mark">
              <line x1={0} x2={field.width} y1={y} y2={y} />
              <text x={-8} y={y + 4} textAnchor="end">
                {inUnit(value, unit)}
              </text>
            </g>
          ))}
          <line className="helped-start" x1={start} x2={start} y1={-8} y2={field.height} />
          <text
            className="helped-label"
            x={start + (start > field.width / 2 + 1 ? -5 : 5)}
            y={-9}
            textAnchor={start > field.width / 2 + 1 ? "end" : "start"}
          >
            {t`since ${day(startOf(effect))}`}
          </text>
          {strokes.map(({ name, from, to }) => (
            <line
              key={name}
              className={`helped-line is-${name}`}
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
            />
          ))}
          {spots.map((spot, place) => (
            <Dot
              key={JSON.stringify(spot.row.key)}
              spot={spot}
              place={place}
              isFirst={place === Math.min(at, spots.length - 1)}
              words={wordsOf(spot, effect)}
              onReach={setAt}
              onOpen={onOpen}
            />
          ))}
          {days.map(({ day: one, x }) => (
            <text key={one} className="helped-label" x={x} y={field.height + 18}>
              {shortDay(one)}
            </text>
          ))}
          {isOfGroups(effect) ? <Sides effect={effect} strokes={strokes} {...field} /> : null}
        </g>
      </svg>
    </div>
  );
}

const startOf = ({ answer }: Effect) => String((answer?.analysis as { started?: string })?.started ?? "");
const everyOf = ({ answer }: Effect) => String((answer?.analysis as { every?: string })?.every ?? "");

function wordsOf({ row, figure }: Spot, effect: Effect): string {
  const { value, low, high, unit, n } = figure;
  const bounds = low != null && high != null ? `, ${interval(low, high, unit, value)}` : "";
  return `${rowInWords(row, everyOf(effect))}: ${inUnit(value ?? 0, unit)}${bounds}, ${nInWords(n)}`;
}

function Sides({ effect, strokes, width, height }: SidesProps) {
  const names = groupsOf(effect);
  return (
    <>
      <text className="helped-label" x={width * EARLIER} y={height + 18} textAnchor="middle">
        {SIDE_WORDS.before}
      </text>
      <text className="helped-label" x={width * LATER} y={height + 18} textAnchor="middle">
        {SIDE_WORDS.after}
      </text>
      {apart(strokes.filter(({ name }) => names[name])).map(({ name, y }) => (
        <text key={name} className="helped-label is-name" x={width * LATER + 14} y={y + 4}>
          {names[name]}
        </text>
      ))}
    </>
  );
}

interface SidesProps {
  effect: Effect;
  strokes: readonly Stroke[];
  width: number;
  height: number;
}

/** What the lines of two groups are called. */
function groupsOf({ answer }: Effect): Readonly<Record<string, string>> {
  const { treated = "", control = "" } = (answer?.analysis ?? {}) as { treated?: string; control?: string };
  return { after: treated, control, continued: t`as the others` };
}

interface DotProps {
  spot: Spot;
  place: number;
  isFirst: boolean;
  words: string;
  onReach: (place: number) => void;
  onOpen: (row: AnalysedRow) => void;
}

function Dot({ spot, place, isFirst, words, onReach, onOpen }: DotProps) {
  const { row, x, y, top, bottom } = spot;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no button can be drawn within a picture
    <g
      role="button"
      tabIndex={isFirst ? 0 : -1}
      data-spot={place}
      className={`helped-dot is-${row.key.group || row.key.side}`}
      aria-label={words}
      onFocus={() => onReach(place)}
      onClick={() => onOpen(row)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onOpen(row);
      }}
    >
      <title>{words}</title>
      <line className="helped-whisker" x1={x} x2={x} y1={top} y2={bottom} />
      <circle className="helped-grip" cx={x} cy={y} r={12} />
      <circle cx={x} cy={y} r={3.5} />
    </g>
  );
}
