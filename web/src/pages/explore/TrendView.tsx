import { t } from "@lingui/core/macro";
import { inUnit } from "../../ui/format";
import { Select } from "../../ui/Select";
import { drawable, type Result, type Row, valueInWords } from "./answers";
import { CHART, chart } from "./chart";
import { useDesk } from "./desk";
import { PeriodChoice } from "./PeriodChoice";
import { PlaceChoice } from "./PlaceChoice";
import { Split } from "./Split";

const ROOM = { start: 64, top: 20, end: 24, foot: 34 };
const NAMED = 8; // periods that are named below the line

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
  const { points, lines, bands, marks } = chart(told);
  const unit = rows[0]?.figures.value?.unit ?? "customers";
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
              {points.map(({ label, x, y }, place) => (
                <g key={label}>
                  {changes.has(label) ? (
                    <Change x={x} words={changeInWords(changes.get(label), unit)} />
                  ) : null}
                  <Dot row={at.get(label)} x={x} y={y} chosen={chosen} choose={choose} />
                  {place % each === 0 ? (
                    <text x={x} y={CHART.height + 22} textAnchor="middle" className="trend-label">
                      {label}
                    </text>
                  ) : null}
                </g>
              ))}
            </g>
          </svg>
          <ul className="trend-changes numbers">
            {[...changes].map(([period, change]) => (
              <li key={period}>{t`${period}: the level changed, ${changeInWords(change, unit)}`}</li>
            ))}
          </ul>
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
  chosen: Row | null;
  choose: (row: Row | null) => void;
}

function Dot({ row, x, y, chosen, choose }: DotProps) {
  if (!row) return null;
  const isChosen = row === chosen;
  const act = () => choose(isChosen ? null : row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no button can be drawn within a picture
    <g
      role="button"
      tabIndex={0}
      className={`trend-dot ${isChosen ? "is-chosen" : ""}`}
      aria-label={`${row.key.period}, ${valueInWords(row.figures.value)}`}
      aria-pressed={isChosen}
      onClick={act}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        act();
      }}
    >
      <circle cx={x} cy={y} r={12} className="trend-grip" />
      <circle cx={x} cy={y} r={4} />
    </g>
  );
}

/** Of which question the trend is. */
export function TrendAsked() {
  const { looking, look } = useDesk();
  const { asked } = looking;
  const question = (asked.question ?? {}) as { kind?: string; at?: string[] };
  const kind = question.kind ?? "reach";
  const place = question.at?.[0] ?? "";
  const ask = (next: string, at: string) =>
    look({ asked: { ...asked, question: at ? { kind: next, at: [at] } : undefined } });
  return (
    <fieldset className="asked asked-line">
      <legend className="only-read">{t`What is asked`}</legend>
      <Select
        label={t`Number`}
        value={kind}
        options={[
          { id: "reach", label: t`share who came there` },
          { id: "duration", label: t`median time there` },
          { id: "score", label: t`mean score there` },
          { id: "nps", label: t`Net Promoter Score there` },
          { id: "late", label: t`share that came late` },
        ]}
        onChange={(next) => ask(next, place)}
      />
      <PlaceChoice label={t`Place`} value={place} onChange={(id) => ask(kind, id)} />
      <PeriodChoice value={asked.every} onChange={(every) => look({ asked: { ...asked, every } })} />
    </fieldset>
  );
}
