import { t } from "@lingui/core/macro";
import type { Preview } from "../../generated";

const COLUMNS = 40;

/** The first rows, as they stand in the file. */
export function FirstRows({ preview }: { preview: Preview }) {
  const columns = preview.columns.slice(0, COLUMNS);
  return (
    <details className="first-rows">
      <summary>{t`First rows, as they stand in the file`}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className="sample" tabIndex={0} aria-label={t`First rows`}>
        <table className="table numbers">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} dir="auto">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, 8).map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file in order, which may be the same
              <tr key={line}>
                {columns.map((column, place) => (
                  <td key={column} dir="auto">
                    {row[place]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
