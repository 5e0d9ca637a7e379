import { plural } from "@lingui/core/macro";
import { inUnit, plain } from "../../ui/format";
import { Definition } from "./AnalysisTable";
import { nameOf, pathOf, type Result, valueInWords } from "./answers";
import { hues, marks } from "./barcode";
import { FigureButton } from "./desk";
import { KIND_WORDS } from "./kinds";
import { Split } from "./Split";

const LONGEST = 24; // marks of a path that are drawn

/** Paths as bars of coloured steps, the commonest first. */
export function VariantsView({ result }: { result: Result }) {
  const rows = result.rows ?? [];
  const colours = hues(rows.flatMap(({ key }) => pathOf(key.path ?? "") ?? []));
  const most = Math.max(0, ...rows.map((row) => row.figures.share?.value ?? 0));
  return (
    <Split
      label={KIND_WORDS[result.analysis.analysis] ?? ""}
      result={result}
      isWhole
      picture={(chosen, choose) => (
        <div className="variants">
          <p className="variants-said numbers">{coverage(result)}</p>
          <ol>
            {rows.map((row) => (
              <li key={row.key.path} className={row === chosen ? "is-chosen" : ""}>
                <span className="variants-share numbers">
                  <FigureButton result={result} row={row} name="customers" />
                  <span className="caption">{valueInWords(row.figures.share)}</span>
                  <span
                    className="variants-bar"
                    style={{ inlineSize: `${((row.figures.share?.value ?? 0) / (most || 1)) * 100}%` }}
                  />
                </span>
                <button
                  type="button"
                  className="variants-path"
                  aria-pressed={row === chosen}
                  onClick={() => choose(row === chosen ? null : row)}
                >
                  <Path path={pathOf(row.key.path ?? "") ?? []} names={result.names} colours={colours} />
                </button>
              </li>
            ))}
          </ol>
          <Definition result={result} />
        </div>
      )}
    />
  );
}

interface PathProps {
  path: readonly string[];
  names: Result["names"];
  colours: ReadonlyMap<string, string>;
}

/** A path as coloured steps, of the same in a row one. */
export function Path({ path, names, colours }: PathProps) {
  const all = marks(path);
  const hidden = all.length - LONGEST;
  return (
    <span className="barcode">
      {all.slice(0, LONGEST).map(({ id, times }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mark of a path has no name but its place
        <span key={at} className="barcode-mark" style={{ borderColor: colours.get(id) }}>
          <span dir="auto">{nameOf(names, id)}</span>{" "}
          {times > 1 ? <b className="numbers">×{plain(times)}</b> : null}
        </span>
      ))}
      {hidden > 0 ? <span className="barcode-more">+{plain(hidden)}</span> : null}
    </span>
  );
}

function coverage({ rows = [], details = {} }: Result): string {
  const { variants, coverage: covered } = details;
  if (typeof variants !== "number" || typeof covered !== "number") return "";
  const share = inUnit(covered, "share");
  return plural(rows.length, {
    one: `# path, of ${plain(variants)} different ones, covers ${share} of the customers.`,
    other: `# paths, of ${plain(variants)} different ones, cover ${share} of the customers.`,
  });
}
