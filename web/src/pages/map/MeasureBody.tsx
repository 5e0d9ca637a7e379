import { t } from "@lingui/core/macro";
import { ArrowDownRight, ArrowUpRight } from "lucide-react";
import type { Card } from "../../generated";
import { difference, interval, inUnit, inWords, plain } from "../../ui/format";
import { type Measure, type Told, useReadings, useTools } from "./context";

/** The number of a measure card: value, interval and n, and how far it is from its target. */
export function MeasureBody({ id, card }: { id: string; card: Card }) {
  const { cards, isWaiting } = useReadings();
  const reading = cards[id];
  if (!card.question) return <span className="caption">{t`Choose what it measures`}</span>;
  if (!reading)
    return (
      <span className="measure-waits caption">{isWaiting ? t`reading the data` : t`no reading yet`}</span>
    );
  if (reading.value === null || reading.too_few) return <TooFew reading={reading} name={card.text ?? ""} />;
  return (
    <>
      <span className="measure-value numbers">
        {inUnit(reading.value, reading.unit)}
        {reading.unit === "score" && reading.scale && reading.scale[0] >= 0 ? (
          <span className="caption"> {t`of ${plain(reading.scale[1])}`}</span>
        ) : null}
      </span>
      <span className="caption numbers">
        {reading.low != null && reading.high != null
          ? `${interval(reading.low, reading.high, reading.unit, reading.value)} · `
          : ""}
        <Customers reading={reading} name={card.text ?? ""} />
      </span>
      <Delta card={card} reading={reading} />
    </>
  );
}

function TooFew({ reading, name }: { reading: Told; name: string }) {
  return (
    <span className="caption numbers">
      {reading.n === 0 ? t`nothing to count` : t`too few to say`} ·{" "}
      <Customers reading={reading} name={name} />
    </span>
  );
}

/** The n of a number is a link to the customers that it counted. */
export function Customers({ reading, name }: { reading: Told; name: string }) {
  const { openPopulation } = useTools();
  return (
    <button
      type="button"
      tabIndex={-1}
      className="number-link"
      title={[reading.definition, reading.note, t`Open its customers.`].filter(Boolean).join(" ")}
      onClick={() => openPopulation(name, reading)}
    >
      n {plain(reading.n)}
    </button>
  );
}

/** Where a number stands against its target; coloured only when its interval excludes the target. */
function Delta({ card, reading }: { card: Card; reading: Measure }) {
  if (card.target == null || reading.value === null) return null;
  const away = reading.value - card.target;
  const shown = difference(away, reading.unit);
  if (!/[1-9]/.test(shown)) return <span className="caption">{t`on target`}</span>;
  const Icon = away > 0 ? ArrowUpRight : ArrowDownRight;
  return (
    <span className={`measure-delta numbers ${toneOf(card, reading, away)}`}>
      <Icon size={12} aria-hidden />
      {shown} {wordsOf(card, away)}
    </span>
  );
}

function toneOf(card: Card, { low, high }: Measure, away: number): string {
  const target = card.target ?? 0;
  const isUnsure = low != null && high != null && low <= target && target <= high;
  if (isUnsure) return "";
  return away > 0 === (card.target_is !== "at-most") ? "is-good" : "is-bad";
}

function wordsOf(card: Card, away: number): string {
  if (card.target_is !== "at-most") return t`to target`;
  return away > 0 ? t`over limit` : t`under limit`;
}

/** What a measure card says to a screen reader. */
export function measureInWords(card: Card, reading: Measure | undefined): string {
  if (!card.question) return t`nothing chosen to measure`;
  return reading ? inWords(reading) : t`no reading yet`;
}
