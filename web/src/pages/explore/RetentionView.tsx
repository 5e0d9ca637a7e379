import { t } from "@lingui/core/macro";
import { plain } from "../../ui/format";
import { isCount, type Result, type Row, valueInWords } from "./answers";
import { useDesk } from "./desk";
import { PeriodChoice } from "./PeriodChoice";
import { PlaceChoice } from "./PlaceChoice";
import { periodMark } from "./period";
import { Split } from "./Split";

/** Who came back: a row for each period in which customers came first, a column for each period after it. */
export function RetentionView({ result: told }: { result: Result }) {
  const rows = told.rows ?? [];
  const cohorts = [...new Set(rows.map(({ key }) => key.cohort ?? ""))].sort();
  const laters = [...new Set(rows.map(({ key }) => Number(key.later)))].sort((one, other) => one - other);
  const names = Object.fromEntries(laters.map((later) => [String(later), `+${plain(later)}`]));
  const result = { ...told, names: { ...told.names, ...names } };
  const at = new Map(rows.map((row) => [`${row.key.cohort} ${row.key.later}`, row]));
  const most = Math.max(0, ...rows.map((row) => row.figures.share?.value ?? 0)) || 1;
  return (
    <Split
      label={t`Retention`}
      result={result}
      figures={["share"]}
      picture={(chosen, choose) => (
        <div className="retention">
          <table className="table numbers">
            <caption className="only-read">{t`Retention`}</caption>
            <thead>
              <tr>
                <th scope="col">{t`Came first`}</th>
                <th scope="col" className="is-number">
                  {t`Customers`}
                </th>
                {laters.map((later) => (
                  <th key={later} scope="col" className="is-number">
                    +{plain(later)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cohorts.map((cohort) => (
                <tr key={cohort}>
                  <th scope="row">{periodMark(cohort) ?? cohort}</th>
                  <td className="is-number">{sizeOf(rows, cohort)}</td>
                  {laters.map((later) => (
                    <Returned
                      key={later}
                      row={at.get(`${cohort} ${later}`)}
                      most={most}
                      chosen={chosen}
                      choose={choose}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    />
  );
}

function sizeOf(rows: readonly Row[], cohort: string): string {
  const value = rows.find(({ key }) => key.cohort === cohort)?.figures.cohort?.value;
  return value == null ? "" : plain(value);
}

interface ReturnedProps {
  row: Row | undefined;
  most: number;
  chosen: Row | null;
  choose: (row: Row | null) => void;
}

function Returned({ row, most, chosen, choose }: ReturnedProps) {
  const figure = row?.figures.share;
  if (!row || !figure) return <td />;
  const deep = figure.too_few || isCount(figure) ? 0 : ((figure.value ?? 0) / most) * 45;
  return (
    <td
      className={`retention-cell ${row === chosen ? "is-chosen" : ""}`}
      style={{ background: `color-mix(in srgb, var(--accent) ${deep}%, var(--surface))` }}
    >
      <button type="button" aria-pressed={row === chosen} onClick={() => choose(row === chosen ? null : row)}>
        {figure.too_few ? <span className="caption">{t`too few`}</span> : valueInWords(figure)}
      </button>
    </td>
  );
}

/** How long a period is, and what counts as coming first and as coming back. */
export function RetentionAsked() {
  const { looking, look } = useDesk();
  const { asked } = looking;
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...others } = asked;
    look({ asked: value ? { ...others, [name]: value } : others });
  };
  const first = (name: string) => (asked[name] as string[] | undefined)?.[0] ?? "";
  return (
    <fieldset className="asked asked-line">
      <legend className="only-read">{t`What is asked`}</legend>
      <PeriodChoice value={asked.every} onChange={(every) => set("every", every)} />
      <PlaceChoice
        label={t`Came first at`}
        value={first("start")}
        none={t`anywhere`}
        onChange={(id) => set("start", id ? [id] : null)}
      />
      <PlaceChoice
        label={t`Came back to`}
        value={first("return_to")}
        none={t`anywhere`}
        onChange={(id) => set("return_to", id ? [id] : null)}
      />
    </fieldset>
  );
}
