import { t } from "@lingui/core/macro";
import { useState } from "react";
import { inUnit } from "../../ui/format";
import { Select } from "../../ui/Select";
import { Definition } from "./AnalysisTable";
import { boundsInWords, drawable, type Result, type Row, valueInWords } from "./answers";
import { CHART, chart } from "./chart";
import { useDesk } from "./desk";
import { PeriodChoice } from "./PeriodChoice";
import { PlaceChoice } from "./PlaceChoice";
import { periodInWords, periodMark } from "./period";
import { Split } from "./Split";
import { type Draft, draftOf, hasSecond, ownZone, questionOf, type TrendKind, usualPeriod } from "./trends";

const ROOM = { start: 64, top: 20, end: 24, foot: 34 };
const NAMED = 8; // periods that are named below the line
const DENSE = 60; // points, beyond which they are small

/** A number from period to period, its interval as a band, and where its level changed. */
export function TrendView({ result }: { result: Result }) {
  const rows = result.rows ?? [];
  const told = rows.map((row) => {
    const figure = row.figures.value;
    const value = drawable(figure);
    const isKnown = value !== null;
    return {
      label: row.key.period ?? "",
      value,
      low: isKnown ? (figure?.low ?? null) : null,
      high: isKnown ? (figure?.high ?? null) : null,
    };
  });
  const unit = rows[0]?.figures.value?.unit ?? "customers";
  const { points, lines, bands, marks } = chart(told, unit === "score");
  const each = Math.max(1, Math.ceil(rows.length / NAMED));
  const changes = changesOf(result);
  const at = new Map(rows.map((row) => [row.key.period ?? "", row]));
  return (
    <Split
      label={t`Trend`}
      result={result}
      picture={(chosen, choose) => (
        <div className="trend">
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields, and this is a picture */}
          <svg
            viewBox={`0 0 ${CHART.width + ROOM.start + ROOM.end} ${CHART.height + ROOM.top + ROOM.foot}`}
            role="group"
            aria-label={t`Trend`}
          >
            <g transform={`translate(${ROOM.start} ${ROOM.top})`}>
              {marks.map(({ value, y }) => (
                <g key={value} className="trend-mark">
                  <line x1={0} x2={CHART.width} y1={y} y2={y} />
                  <text x={-8} y={y + 4} textAnchor="end">
                    {inUnit(value, unit)}
                  </text>
                </g>
              ))}
              {bands.map((band) => (
                <path key={band} d={band} className="trend-band" />
              ))}
              {lines.map((line) => (
                <path key={line} d={line} className="trend-line" />
              ))}
              {points.map(({ label, x, y }, place, all) => (
                <g key={label}>
                  {changes.has(label) ? (
                    <Change
                      x={x}
                      words={hasRoom(all, place, changes) ? changeInWords(changes.get(label), unit) : ""}
                    />
                  ) : null}
                  <Dot
                    row={at.get(label)}
                    x={x}
                    y={y}
                    radius={points.length > DENSE ? 2.5 : 4}
                    chosen={chosen}
                    choose={choose}
                  />
                  {place % each === 0 ? (
                    <text x={x} y={CHART.height + 22} textAnchor="middle" className="trend-label">
                      {periodMark(label) ?? label}
                    </text>
                  ) : null}
                </g>
              ))}
            </g>
          </svg>
          <ul className="trend-changes numbers">
            {[...changes].map(([period, change]) => (
              <li key={period}>
                {t`${periodInWords(period) ?? period}: the level changed, ${changeInWords(change, unit)}`}
              </li>
            ))}
          </ul>
          <Definition result={result} />
        </div>
      )}
    />
  );
}

interface LevelChange {
  before: number;
  after: number;
}

/** Where the level changed, by period. */
function changesOf({ details = {} }: Result): ReadonlyMap<string, LevelChange> {
  const found = Array.isArray(details.changes) ? details.changes : [];
  return new Map(
    (found as unknown as (LevelChange & { period: string })[]).map((change) => [change.period, change]),
  );
}

const WORDS = 110; // pixels that the words of a change take

/** Whether no later change is so near that the words of both would cover each other; all are told below, too. */
function hasRoom(
  points: readonly { label: string; x: number }[],
  place: number,
  changes: ReadonlyMap<string, LevelChange>,
): boolean {
  const x = points[place]?.x ?? 0;
  const next = points.slice(place + 1).find(({ label }) => changes.has(label))?.x ?? CHART.width + WORDS;
  return next - x > WORDS;
}

function changeInWords(change: LevelChange | undefined, unit: string): string {
  return change ? `${inUnit(change.before, unit)} → ${inUnit(change.after, unit)}` : "";
}

function Change({ x, words }: { x: number; words: string }) {
  return (
    <g className="trend-change">
      <line x1={x} x2={x} y1={-6} y2={CHART.height} />
      <text x={x + 5} y={-8}>
        {words}
      </text>
    </g>
  );
}

interface DotProps {
  row: Row | undefined;
  x: number;
  y: number;
  radius: number;
  chosen: Row | null;
  choose: (row: Row | null) => void;
}

function Dot({ row, x, y, radius, chosen, choose }: DotProps) {
  if (!row) return null;
  const isChosen = row === chosen;
  const act = () => choose(isChosen ? null : row);
  const { period = "" } = row.key;
  const figure = row.figures.value;
  const words = `${periodInWords(period) ?? period}, ${valueInWords(figure)}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no button can be drawn within a picture
    <g
      role="button"
      tabIndex={0}
      className={`trend-dot ${isChosen ? "is-chosen" : ""}`}
      aria-label={words}
      aria-pressed={isChosen}
      onClick={act}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        act();
      }}
    >
      <title>{figure ? `${words}, ${boundsInWords(figure)}` : words}</title>
      <circle cx={x} cy={y} r={12} className="trend-grip" />
      <circle cx={x} cy={y} r={radius} />
    </g>
  );
}

/** Of which question the trend is. */
export function TrendAsked() {
  const { looking, look, places } = useDesk();
  const { asked } = looking;
  const [begun, setBegun] = useState<Draft>(draftOf({}));
  const draft = asked.question ? draftOf(asked.question) : begun;
  const usual = { every: usualPeriod(places), zone: ownZone() };
  const choose = (change: Partial<Draft>) => {
    const next = { ...draft, ...change };
    setBegun(next);
    look({ asked: { ...usual, ...asked, question: questionOf(next) } });
  };
  return (
    <fieldset className="asked asked-line">
      <legend className="only-read">{t`What is asked`}</legend>
      <Select
        label={t`Number`}
        value={draft.kind}
        options={[
          { id: "reach", label: t`share who came there` },
          { id: "funnel", label: t`share who came on to …` },
          { id: "flow", label: t`share who went straight to …` },
          { id: "flow-hours", label: t`median time straight to …` },
          { id: "duration", label: t`median time there` },
          { id: "score", label: t`mean score there` },
          { id: "nps", label: t`Net Promoter Score there` },
          { id: "late", label: t`share that came late` },
        ]}
        onChange={(kind) => choose({ kind: kind as TrendKind })}
      />
      <PlaceChoice label={t`Place`} value={draft.first} onChange={(first) => choose({ first })} />
      {hasSecond(draft.kind) ? (
        <PlaceChoice label={t`And then`} value={draft.second} onChange={(second) => choose({ second })} />
      ) : null}
      <PeriodChoice
        value={asked.every ?? (asked.question ? "week" : usual.every)}
        onChange={(every) => look({ asked: { ...usual, ...asked, every } })}
      />
    </fieldset>
  );
}
