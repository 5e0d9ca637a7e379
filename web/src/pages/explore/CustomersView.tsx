import { t } from "@lingui/core/macro";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Definition } from "./AnalysisTable";
import type { Result, Row } from "./answers";
import { FigureButton, useDesk } from "./desk";
import { Journey } from "./Journey";
import { figureWord, keyWord } from "./words";

/** The customers one by one, and the journey of one of them. */
export function CustomersView({ result }: { result: Result }) {
  const { looking, look } = useDesk();
  const rows = result.rows ?? [];
  const customer = looking.open;
  const facts = [...new Set(rows.flatMap((row) => Object.keys(row.facts ?? {})))];
  const offset = Number(looking.asked.offset ?? 0);
  const page = (at: number) => look({ asked: { ...looking.asked, offset: at } });
  if (customer) return <Journey customer={customer} onBack={() => look({ open: "" })} />;
  return (
    <section className="explore-whole">
      <div className="explore-scroll">
        <table className="table explore-table numbers">
          <caption className="only-read">{t`Customers`}</caption>
          <thead>
            <tr>
              <th scope="col">{keyWord("pseudonym")}</th>
              {["events", "answers"].map((name) => (
                <th key={name} scope="col" className="is-number">
                  {figureWord(name)}
                </th>
              ))}
              {facts.map((name) => (
                <th key={name} scope="col">
                  {keyWord(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Customer key={row.key.pseudonym} result={result} row={row} facts={facts} />
            ))}
          </tbody>
        </table>
      </div>
      <nav className="explore-pages" aria-label={t`Pages of customers`}>
        <Button
          size="small"
          look="edged"
          isDisabled={offset === 0}
          onPress={() => page(Math.max(0, offset - SIZE))}
        >
          {t`Earlier`}
        </Button>
        <span className="caption numbers">
          {t`${plain(offset + 1)}–${plain(offset + rows.length)} of ${plain(offset + rows.length + (result.more ?? 0))}`}
        </span>
        <Button size="small" look="edged" isDisabled={!result.more} onPress={() => page(offset + SIZE)}>
          {t`Later`}
        </Button>
      </nav>
      <Definition result={{ ...result, more: 0 }} />
    </section>
  );
}

const SIZE = 100; // customers on a page, as `kinds` asks

function Customer({ result, row, facts }: { result: Result; row: Row; facts: readonly string[] }) {
  const { look } = useDesk();
  const pseudonym = row.key.pseudonym ?? "";
  return (
    <tr>
      <td>
        <button type="button" className="link explore-number" onClick={() => look({ open: pseudonym })}>
          {pseudonym.slice(0, 10)}
        </button>
      </td>
      {["events", "answers"].map((name) => (
        <td key={name} className="is-number">
          <FigureButton result={result} row={row} name={name} />
        </td>
      ))}
      {facts.map((name) => (
        <td key={name} dir="auto">
          {factInWords(row.facts?.[name] ?? "")}
        </td>
      ))}
    </tr>
  );
}

/** A moment as people write it; anything else as it is. */
function factInWords(text: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, 16).replace("T", " ") : text;
}
