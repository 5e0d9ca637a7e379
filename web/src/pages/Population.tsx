import { msg, plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Download, Users, X } from "lucide-react";
import { useState } from "react";
import { spoken } from "../editor/spoken";
import type { CustomerMoment, Member } from "../generated";
import { Button, IconButton } from "../ui/Button";
import { dated, day, hours, inSession, interval, inUnit, plain } from "../ui/format";
import type { Told } from "../ui/measure";
import { saveFile } from "../ui/saving";
import { customersInWords } from "../ui/words";
import { pathOf } from "./asking";
import { Problem } from "./Problem";
import { useAsked } from "./useAsked";

/** What is shown of a number. */
type Counted = Omit<Told, "question" | "too_few" | "customers"> & { customers: number | null };

/** A number whose customers are shown. */
export interface Opened<Number extends Counted = Told> {
  title: string;
  measure: Number;
}

/** A number that says itself where its customers come from. */
export type OpenedNumber = Opened<Counted> & { rows: RowsOf };

/** Where the rows of a number come from, page by page; the key tells it from others. */
export interface RowsOf {
  key: readonly unknown[];
  /** The rows are customers as such, of no moment. */
  isTimeless?: boolean;
  page(offset: number, limit: number): Promise<{ rows?: readonly Member[]; total: number }>;
}

const PAGE = 50;
const ALL = 1000; // rows that one request brings for the download

interface PopulationProps {
  opened: Opened<Counted>;
  dataset: string;
  rows: RowsOf;
  onClose: () => void;
}

/** Exactly the customers that a number counted: their values are what the number is made of. */
export function Population({ opened, dataset, rows, onClose }: PopulationProps) {
  const { title, measure } = opened;
  const [offset, setOffset] = useState(0);
  const [customer, setCustomer] = useState("");
  const { data, error } = useAsked(["population", ...rows.key, offset], () => rows.page(offset, PAGE));
  return (
    <aside className="panel" aria-label={t`Customers of ${title}`}>
      <header className="panel-head">
        <span className="panel-kind">
          <Users size={13} aria-hidden /> {t`Customers`}
        </span>
        <IconButton label={t`Close`} keys="Esc" onPress={onClose}>
          <X size={16} />
        </IconButton>
        <h2 dir="auto">{title || t`This measure`}</h2>
        <p className="panel-value numbers">
          <b>{measure.value === null ? t`nothing to count` : inUnit(measure.value, measure.unit)}</b>
          {measure.low != null && measure.high != null ? (
            <span className="caption">
              {interval(measure.low, measure.high, measure.unit, measure.value)}
            </span>
          ) : null}
          <span className="caption">n {plain(measure.n)}</span>
        </p>
        <p className="panel-text">{measure.definition}</p>
        {measure.note ? <p className="panel-text caption">{measure.note}</p> : null}
      </header>
      {customer ? (
        <OnePath dataset={dataset} customer={customer} onBack={() => setCustomer("")} />
      ) : error ? (
        <Problem error={error} />
      ) : (
        <>
          <div className="panel-tools">
            <span className="numbers">{data ? rowsInWords(data.total, measure) : ""}</span>
            <Button size="small" look="edged" onPress={() => download(title, rows)}>
              <Download size={13} /> CSV
            </Button>
          </div>
          <Rows rows={data?.rows ?? []} measure={measure} isTimeless={rows.isTimeless} open={setCustomer} />
          <Pages offset={offset} total={data?.total ?? 0} go={setOffset} />
        </>
      )}
    </aside>
  );
}

function rowsInWords(count: number, measure: Counted): string {
  return measure.n === measure.customers
    ? customersInWords(count)
    : plural(count, { one: "# row", other: "# rows" });
}

interface RowsProps {
  rows: readonly Member[];
  measure: Counted;
  isTimeless: boolean | undefined;
  open: (customer: string) => void;
}

function Rows({ rows, measure, isTimeless, open }: RowsProps) {
  return (
    <div className="panel-rows">
      <table className="table numbers">
        <thead>
          <tr>
            <th>{t`Customer`}</th>
            <th className="is-number">{valueWord(measure)}</th>
            {isTimeless ? null : <th>{t`When`}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.customer}-${row.at}`}>
              <td>
                <button type="button" className="link" onClick={() => open(row.customer)}>
                  {row.customer.slice(0, 10)}
                </button>
              </td>
              <td className="is-number">{valueInWords(row.value, measure)}</td>
              {isTimeless ? null : <td>{row.at ? day(row.at) : t`never`}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const VALUES: Readonly<Record<string, string>> = spoken({
  share: msg`Counts`,
  hours: msg`Time`,
  score: msg`Score`,
  points: msg`Points`,
  customers: msg`Counts`,
});

function valueWord(measure: Counted): string {
  return VALUES[measure.unit] ?? t`Value`;
}

function valueInWords(value: number, measure: Counted): string {
  if (measure.unit === "hours") return hours(value);
  if (measure.unit === "share") return value === 1 ? t`yes` : value === 0 ? t`no` : plain(value, 2);
  return Number.isInteger(value) ? plain(value) : plain(value, 2);
}

function Pages({ offset, total, go }: { offset: number; total: number; go: (offset: number) => void }) {
  if (total <= PAGE) return null;
  return (
    <nav className="panel-tools" aria-label={t`Pages of these rows`}>
      <Button
        size="small"
        look="edged"
        isDisabled={offset === 0}
        onPress={() => go(Math.max(0, offset - PAGE))}
      >
        {t`Earlier`}
      </Button>
      <span className="caption numbers">
        {t`${plain(offset + 1)}–${plain(Math.min(total, offset + PAGE))} of ${plain(total)}`}
      </span>
      <Button size="small" look="edged" isDisabled={offset + PAGE >= total} onPress={() => go(offset + PAGE)}>
        {t`Later`}
      </Button>
    </nav>
  );
}

/** What one customer did, in order. */
function OnePath({ dataset, customer, onBack }: { dataset: string; customer: string; onBack: () => void }) {
  const { data, error } = useAsked(["path", dataset, customer], () => pathOf(dataset, customer));
  return (
    <>
      <div className="panel-tools">
        <span>
          <Trans>
            Customer <b className="numbers">{customer.slice(0, 10)}</b>
          </Trans>
        </span>
        <Button size="small" look="edged" onPress={onBack}>
          {t`All customers`}
        </Button>
      </div>
      {error ? <Problem error={error} /> : null}
      <Moments moments={data?.moments ?? []} />
    </>
  );
}

/** What happened, moment by moment. */
export function Moments({ moments }: { moments: readonly CustomerMoment[] }) {
  return (
    <ol className="path panel-rows">
      {moments.map((moment) => (
        <Moment key={`${moment.time}-${moment.event}-${moment.question ?? ""}`} moment={moment} />
      ))}
    </ol>
  );
}

function Moment({ moment }: { moment: CustomerMoment }) {
  const { event, channel, time, whole_day, session, is_answer, question, score, text } = moment;
  return (
    <li className={is_answer ? "is-answer" : ""}>
      <b>{is_answer ? answerInWords(score, question) : event}</b>
      {text ? <q dir="auto">{text}</q> : null}
      <span className="caption numbers">
        {dated(time, whole_day)}
        {inSession(session) ? ` · ${inSession(session)}` : ""}
        {channel ? ` · ${channel}` : ""}
        {is_answer ? ` · ${t`about ${event}`}` : ""}
      </span>
    </li>
  );
}

function answerInWords(score: number | null | undefined, question: string | undefined): string {
  const said = score == null ? t`said` : plain(score, score % 1 ? 1 : 0);
  return question ? t`${said} to ${question}` : said;
}

async function download(title: string, { page }: RowsOf): Promise<void> {
  const lines = ["customer,value,at"];
  for (let offset = 0; ; offset += ALL) {
    const { rows = [], total } = await page(offset, ALL);
    lines.push(...rows.map((row) => `${row.customer},${row.value},${row.at ?? ""}`));
    if (rows.length === 0 || offset + rows.length >= total) break;
  }
  const rows = new Blob([lines.join("\n")], { type: "text/csv" });
  saveFile(rows, `${title.replaceAll(/[^\p{L}\p{N}]+/gu, "-") || "customers"}.csv`);
}
