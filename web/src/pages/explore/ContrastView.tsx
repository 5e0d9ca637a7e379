import { t } from "@lingui/core/macro";
import { useState } from "react";
import { difference, inUnit, plain } from "../../ui/format";
import { Definition } from "./AnalysisTable";
import { type Analysis, boundsInWords, type Figure, nameOf, type Result, type Row } from "./answers";
import { FigureButton } from "./desk";
import { FigurePanel } from "./FigurePanel";

type Contrast = Extract<Analysis, { analysis: "contrast" }>;

const LEAST = 12; // rows that are shown at first where few differ

/** Two groups side by side: what differs first, each with both numbers, their intervals, and the difference. */
export function ContrastView({ result }: { result: Result }) {
  const [chosen, setChosen] = useState<Row | null>(null);
  const rows = result.rows ?? [];
  const differing = rows.filter((row) => row.contrast?.differs);
  const others = rows.filter((row) => !row.contrast?.differs);
  const { groups } = result.analysis as Contrast;
  const show = { result, chosen, setChosen, names: groups.map(({ name }) => name) };
  return (
    <div className="explore-body">
      <section className="explore-picture is-scrolling" aria-label={t`Contrast`}>
        <div className="apart">
          <h2>{differing.length > 0 ? t`What differs` : t`Nothing differs more than chance would show`}</h2>
          <Rows {...show} rows={differing} />
          {others.length > 0 ? (
            <details open={differing.length < LEAST}>
              <summary>{t`What does not, or cannot be told`}</summary>
              <Rows {...show} rows={others} />
            </details>
          ) : null}
          <Definition result={result} />
        </div>
      </section>
      {chosen ? (
        <aside className="panel" aria-label={t`Numbers`}>
          <FigurePanel
            chosen={{ result, row: chosen }}
            title={aboutInWords(chosen, result)}
            onClose={() => setChosen(null)}
          >
            {chosen.contrast ? <Sure contrast={chosen.contrast} /> : null}
          </FigurePanel>
        </aside>
      ) : null}
    </div>
  );
}

function Sure({ contrast }: { contrast: NonNullable<Row["contrast"]> }) {
  const { effect, q } = contrast;
  return (
    <dl className="explore-figures numbers">
      {effect == null ? null : (
        <div>
          <dt>{contrast.effect_is === "h" ? t`Effect (Cohen’s h)` : t`Effect (Cliff’s delta)`}</dt>
          <dd>{plain(effect, 2)}</dd>
        </div>
      )}
      {q == null ? null : (
        <div>
          <dt>{t`Chance alone (q)`}</dt>
          <dd>{q < 0.001 ? t`under 0.001` : plain(q, 3)}</dd>
        </div>
      )}
    </dl>
  );
}

interface RowsProps {
  result: Result;
  rows: readonly Row[];
  names: readonly string[];
  chosen: Row | null;
  setChosen: (row: Row | null) => void;
}

function Rows({ result, rows, names, chosen, setChosen }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <ul className="apart-rows">
      {rows.map((row) => (
        <li key={JSON.stringify(row.key)} className={row === chosen ? "is-chosen" : ""}>
          <button
            type="button"
            className="apart-name"
            aria-pressed={row === chosen}
            onClick={() => setChosen(row === chosen ? null : row)}
          >
            <b dir="auto">{aboutInWords(row, result)}</b>
            {row.contrast?.words ? <span>{row.contrast.words}</span> : null}
          </button>
          <Pair result={result} row={row} names={names} />
        </li>
      ))}
    </ul>
  );
}

const WHAT_ORDER = ["node", "target"] as const;

function aboutInWords({ key }: Row, { names }: Result): string {
  const path = WHAT_ORDER.map((name) => key[name] ?? "").filter(Boolean);
  return path.map((id) => nameOf(names, id)).join(" → ") || t`Mean score`;
}

/** Both numbers on one scale, each as a dot in its interval. */
function Pair({ result, row, names }: { result: Result; row: Row; names: readonly string[] }) {
  const { first, second } = row.figures;
  const most = Math.max(...[first, second].map((one) => one?.high ?? one?.value ?? 0), 0);
  const scale = first?.unit === "share" ? Math.min(1, most * 1.05) || 1 : most || 1;
  return (
    <div className="apart-pair numbers">
      {(["first", "second"] as const).map((name, at) => (
        <div key={name} className={`apart-side is-${name}`}>
          <span className="caption" dir="auto">
            {names[at]}
          </span>
          <Interval figure={row.figures[name]} scale={scale} />
          <FigureButton result={result} row={row} name={name} />
        </div>
      ))}
      <span className="apart-difference">
        {row.figures.difference?.value == null ? (
          <span className="caption">{t`too few to say`}</span>
        ) : (
          <>
            <b>{differenceInWords(row.figures.difference)}</b>{" "}
            <span className="caption">{boundsInWords(row.figures.difference)}</span>
          </>
        )}
      </span>
    </div>
  );
}

/** Shares differ by points. */
function differenceInWords({ value, unit }: Figure): string {
  const said = difference(value ?? 0, unit);
  return unit === "share" ? t`${said} pt` : said;
}

function Interval({ figure, scale }: { figure: Figure | undefined; scale: number }) {
  if (!figure || figure.value == null || figure.too_few) return <span className="interval" />;
  const { value, low, high, unit } = figure;
  const at = (number: number) => `${Math.min(Math.max(number / scale, 0), 1) * 100}%`;
  return (
    <span className="interval" role="img" aria-label={inUnit(value, unit)}>
      {low != null && high != null ? (
        <span
          className="interval-band"
          style={{ insetInlineStart: at(low), inlineSize: `calc(${at(high)} - ${at(low)})` }}
        />
      ) : null}
      <span className="interval-dot" style={{ insetInlineStart: at(value) }} />
    </span>
  );
}
