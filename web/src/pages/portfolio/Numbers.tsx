import { t } from "@lingui/core/macro";
import type { Measure } from "../../generated";
import { interval, plain } from "../../ui/format";
import { populationOf } from "../asking";
import { type Counted, type Fitted, fittingOf, type Known, type Pile } from "./asking";
import { useOpen } from "./opened";
import { COLUMNS, MISSING, numberInWords, PILES } from "./words";

interface PileNumberProps {
  known: Known;
  pile: Pile;
  count: number;
  isAt: boolean;
}

/** So many cards; a press shows exactly these. */
export function PileNumber({ known, pile, count, isAt }: PileNumberProps) {
  const open = useOpen();
  if (count === 0) return <span className="caption numbers">0</span>;
  const { id, title } = known.journey;
  return (
    <button
      type="button"
      tabIndex={isAt ? 0 : -1}
      className="number-link numbers"
      aria-label={t`${PILES[pile]}: ${plain(count)}, ${title}`}
      onClick={() => open({ kind: "pile", map: id, title, pile })}
    >
      {plain(count)}
    </button>
  );
}

interface CountedProps {
  known: Known;
  column: Counted;
  isAt: boolean;
}

/** A number of customers or answers with its interval and n; a press shows exactly these. */
export function CountedCell({ known, column, isAt }: CountedProps) {
  const open = useOpen();
  const { journey, fit, scores } = known;
  if (column === "fit") {
    const found = fit?.fits;
    if (!found) return <Missing why={fit?.why} note={fit?.note ?? ""} />;
    const measure = {
      value: found.share ?? null,
      low: found.low ?? null,
      high: found.high ?? null,
      unit: "share" as const,
      n: found.of,
      customers: found.customers,
      definition: t`Of all customers, those whose whole path is as the map draws it.`,
      note: "",
    };
    const number = { title: t`Do as drawn: ${journey.title}`, measure, rows: fittingOf(journey.id) };
    return (
      <Figure
        {...{ column, isAt }}
        measure={measure}
        isFew={found.too_few}
        title={journey.title}
        open={() => open({ kind: "number", number, dataset: journey.dataset })}
      />
    );
  }
  const measure: Measure | null | undefined = scores?.[column];
  if (!measure) return <Missing why={scores?.why} note="" />;
  const rows = populationOf(journey.dataset, measure.question);
  const number = { title: `${COLUMNS[column]}: ${journey.title}`, measure, rows };
  return (
    <Figure
      {...{ column, isAt, measure }}
      isFew={measure.too_few ?? false}
      title={journey.title}
      open={() => open({ kind: "number", number, dataset: journey.dataset })}
    />
  );
}

interface FigureProps {
  column: Counted;
  isAt: boolean;
  isFew: boolean;
  title: string;
  measure: Pick<Measure, "value" | "low" | "high" | "unit" | "n" | "definition">;
  open: () => void;
}

function Figure({ column, isAt, isFew, title, measure, open }: FigureProps) {
  const { value, low, high, unit, n, definition } = measure;
  const isSaid = value != null && !isFew;
  const said = isSaid ? numberInWords(column, value) : t`too few to say`;
  return (
    <span className="counted numbers">
      <button
        type="button"
        tabIndex={isAt ? 0 : -1}
        className="number-link"
        title={definition}
        aria-label={`${COLUMNS[column]}: ${said}, n ${plain(n)}, ${title}`}
        onClick={open}
      >
        {said}
      </button>
      <span className="caption numbers">
        {isSaid && low != null && high != null ? `${interval(low, high, unit, value)} · ` : ""}n {plain(n)}
      </span>
    </span>
  );
}

/** Why there is no number: in short, and whole for who points at it. */
function Missing({ why, note }: { why: Fitted["why"]; note: string }) {
  if (!why) return <span className="caption">{t`counting`}</span>;
  return (
    <span className="caption" title={note || MISSING[why].whole}>
      <span aria-hidden>– </span>
      {MISSING[why].short}
    </span>
  );
}
