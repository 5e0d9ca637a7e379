import { t } from "@lingui/core/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { Column, Known, Pile } from "./asking";
import { CountedCell, PileNumber } from "./Numbers";
import { type Sorting, sortedBy } from "./sorting";
import { COLUMNS, HEAT, heatInWords, MEANINGS, numberInWords } from "./words";

const ORDER: readonly Column[] = [
  "score",
  "nps",
  "fit",
  "assumed",
  "evidence",
  "stale",
  "review",
  "severe",
  "opportunities",
  "owner",
];

/** What each journey needs: the darker a cell, the more; every cell says its number and its word. */
export function HeatMap({ known }: { known: ReadonlyMap<string, Known> }) {
  const [sorting, setSorting] = useState<Sorting>({ by: "title", isDown: false });
  const rows = sortedBy([...known.values()], sorting);
  const sort = (by: Sorting["by"]) =>
    setSorting({ by, isDown: sorting.by === by ? !sorting.isDown : by !== "title" });
  return (
    <>
      <p className="caption portfolio-legend">
        {t`The stronger the colour of a cell, the more it needs somebody.`}
        <span className="heat-scale" aria-hidden>
          {[0, 0.25, 0.5, 0.75, 1].map((shade) => (
            <span key={shade} style={{ "--shade": shade } as React.CSSProperties} />
          ))}
        </span>
        {t`Press a column to sort by it, a number to see what it counts.`}
      </p>
      <table className="table portfolio-table heat-map">
        <caption className="only-read">{t`What each journey needs`}</caption>
        <thead>
          <tr>
            <Head name="title" label={t`Journey`} sorting={sorting} sort={sort} />
            {ORDER.map((column) => (
              <Head
                key={column}
                name={column}
                label={COLUMNS[column]}
                title={MEANINGS[column]}
                sorting={sorting}
                sort={sort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.journey.id}>
              <th scope="row">
                <Link to={`/maps/${one.journey.id}`} dir="auto">
                  {one.journey.title}
                </Link>
              </th>
              {ORDER.map((column) => (
                <Cell key={column} column={column} known={one} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface HeadProps {
  name: Sorting["by"];
  label: string;
  title?: string;
  sorting: Sorting;
  sort: (by: Sorting["by"]) => void;
}

function Head({ name, label, title, sorting, sort }: HeadProps) {
  const isBy = sorting.by === name;
  const Arrow = sorting.isDown ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={isBy ? (sorting.isDown ? "descending" : "ascending") : undefined}>
      <button type="button" className="heat-head" title={title} onClick={() => sort(name)}>
        {label} {isBy ? <Arrow size={12} aria-hidden /> : null}
      </button>
    </th>
  );
}

const PILED: Partial<Record<Column, Pile>> = {
  assumed: "assumed",
  stale: "stale",
  severe: "severe",
  opportunities: "opportunities",
};

function Cell({ column, known }: { column: Column; known: Known }) {
  const heat = known.heat[column];
  const shade = heat?.shade ?? null;
  const pile = PILED[column];
  return (
    <td
      className={shade === null ? "heat-cell" : "heat-cell is-shaded"}
      style={{ "--shade": shade ?? 0 } as React.CSSProperties}
    >
      {column === "score" || column === "nps" || column === "fit" ? (
        <CountedCell known={known} column={column} isAt />
      ) : pile && heat ? (
        <PileCell known={known} column={column} pile={pile} />
      ) : (
        <span className="numbers">{heatInWords(column, heat)}</span>
      )}
      {heat?.word &&
      heat.word !== "none" &&
      shade !== null &&
      (column === "score" || column === "nps" || column === "fit" || pile) ? (
        <span className="heat-word">{HEAT[heat.word]}</span>
      ) : null}
    </td>
  );
}

function PileCell({ known, column, pile }: { known: Known; column: Column; pile: Pile }) {
  const value = known.heat[column]?.value ?? 0;
  const count = column === "assumed" ? (known.journey.grades.assumed ?? 0) : value;
  return (
    <span className="counted numbers">
      <PileNumber known={known} pile={pile} count={count} isAt />
      {column === "assumed" && known.journey.cards > 0 ? (
        <span className="caption">{numberInWords(column, value)}</span>
      ) : null}
    </span>
  );
}
