import { plural, t } from "@lingui/core/macro";
import { plain } from "../../ui/format";
import {
  boundsInWords,
  drawable,
  type Figure,
  isCount,
  keyInWords,
  type Result,
  type Row,
  valueInWords,
} from "./answers";
import { FigureButton } from "./desk";
import { figureWord, keyWord, rowInWords, scaleInWords } from "./words";

interface AnalysisTableProps {
  result: Result;
  /** What this table is of, for who hears it. */
  label: string;
  rows?: readonly Row[];
  /** Which figures have a column; all where nothing is said. */
  figures?: readonly string[];
  isChosen?: (row: Row) => boolean;
  /** What a row is about in one column, where there is little room. */
  about?: string;
  /** A part of the key that is said elsewhere. */
  without?: string;
  /** Bars show how the numbers of a column compare. */
  isBarred?: boolean;
  /** What a row is about opens all that is known of it. */
  choose?: (row: Row) => void;
}

/** Any analysis as a table: a row for each key, every number with its interval and n, each opening its customers. */
export function AnalysisTable({
  about,
  choose,
  without,
  isBarred = false,
  result,
  label,
  rows = result.rows ?? [],
  figures,
  isChosen,
}: AnalysisTableProps) {
  const shown = figures ?? countedOf(result, rows);
  const isSaid = (key: string) =>
    key !== without &&
    !WITHIN_SCALE.has(key) &&
    (key === "instrument" || rows.some((row) => row.key[key] !== ""));
  const keys = about ? [] : Object.keys(rows[0]?.key ?? {}).filter(isSaid);
  const most = isBarred ? mostOf(rows, shown) : {};
  if (rows.length === 0) return <p className="explore-empty">{t`Nothing to count.`}</p>;
  return (
    <div className="explore-scroll">
      <table className="table explore-table numbers">
        <caption className="only-read">{label}</caption>
        <thead>
          <tr>
            {about ? <th scope="col">{about}</th> : null}
            {keys.map((key) => (
              <th key={key} scope="col">
                {keyWord(key)}
              </th>
            ))}
            {shown.map((name) => (
              <th key={name} scope="col" className="is-number" title={result.figures?.[name]}>
                {figureWord(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row.key)} className={isChosen?.(row) ? "is-chosen" : ""}>
              {about ? <td dir="auto">{rowInWords(row, result.names)}</td> : null}
              {keys.map((key, at) => (
                <td key={key} dir="auto">
                  {choose && at === 0 ? (
                    <button type="button" className="explore-about" onClick={() => choose(row)}>
                      {cellInWords(row, key, result)}
                    </button>
                  ) : (
                    cellInWords(row, key, result)
                  )}
                </td>
              ))}
              {shown.map((name) => (
                <td key={name} className="is-number">
                  <FigureCell result={result} row={row} name={name} />
                  {isBarred ? <CellBar figure={row.figures[name]} most={most[name] ?? 0} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WITHIN_SCALE = new Set(["scale_min", "scale_max", "better"]); // the kind of a score says them, too

function cellInWords({ key }: Row, name: string, { names }: Result): string {
  if (name === "instrument") return scaleInWords(key);
  const isNowhere = name === "node" && key.node === "";
  return isNowhere ? t`not known` : keyInWords(key[name] ?? "", names);
}

/** The figures of an answer, in the order of its rows. */
export function figuresOf({ rows = [], figures = {} }: Result): string[] {
  return Object.keys(rows[0]?.figures ?? figures);
}

/** The figures that some row has; all where none has any. */
function countedOf(result: Result, rows: readonly Row[]): string[] {
  const all = figuresOf(result);
  const counted = all.filter((name) => rows.some(({ figures }) => (figures[name]?.n ?? 0) > 0));
  return counted.length > 0 ? counted : all;
}

/** The largest number of each column that is drawn. */
function mostOf(rows: readonly Row[], names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    names.map((name) => [name, Math.max(0, ...rows.map(({ figures }) => drawable(figures[name]) ?? 0))]),
  );
}

const BARRED = ["share", "customers"]; // times differ too much for a bar to tell

function CellBar({ figure, most }: { figure: Figure | undefined; most: number }) {
  const value = drawable(figure);
  if (!figure || value === null || most <= 0 || !BARRED.includes(figure.unit)) return null;
  return <span className="cell-bar" style={{ inlineSize: `${(Math.max(value, 0) / most) * 100}%` }} />;
}

function FigureCell({ result, row, name }: { result: Result; row: Row; name: string }) {
  const figure = row.figures[name];
  if (!figure) return null;
  if (figure.n === 0) return <span className="caption">{isCount(figure) ? "0" : "–"}</span>;
  return (
    <>
      <FigureButton result={result} row={row} name={name} />
      {isCount(figure) ? null : <span className="caption explore-bounds">{boundsInWords(figure)}</span>}
    </>
  );
}

/** What stands under a picture or a table: what is counted, what was left out, what else one must know. */
export function Definition({ result }: { result: Result }) {
  const { definition, note, more = 0 } = result;
  return (
    <footer className="explore-definition">
      <p>{definition}</p>
      {more > 0 ? (
        <p className="caption">
          {plural(more, { one: "# smaller row is left out.", other: "# smaller rows are left out." })}
        </p>
      ) : null}
      {note ? <p className="caption">{note}</p> : null}
    </footer>
  );
}

/** A figure in one line for who hears it. */
export function told(name: string, figure: Figure | undefined): string {
  if (!figure) return "";
  const bounds = isCount(figure) ? "" : `, ${boundsInWords(figure)}`;
  return `${figureWord(name)} ${valueInWords(figure)}${bounds}`;
}

/** How many rows there are in all. */
export function rowsShown(count: number, { rows = [], more = 0 }: Result): string {
  return t`${plain(count)} of ${plain(rows.length + more)}`;
}
