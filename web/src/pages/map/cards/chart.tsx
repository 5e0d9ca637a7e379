import { t } from "@lingui/core/macro";
import { curve } from "../../../editor/curve";
import { arc, BOX, barsOf, pointsOf, sharesOf, zeroOf } from "../../../editor/drawing";
import type { Card, Figure } from "../../../generated";
import { plain } from "../../../ui/format";
import type { Measure } from "../context";
import { MeasureBody, measureInWords } from "../MeasureBody";
import type { BodyProps, Face } from "./face";

const SHOWN = 6; // figures in words below the picture; all of them are in the table

type Shown = Required<Figure>;

function shownOf(card: Card): Shown[] {
  return (card.figures ?? []).map(({ label = "", value = 0 }) => ({ label, value }));
}

function ChartBody({ id, card }: BodyProps) {
  const figures = shownOf(card);
  return (
    <>
      {figures.length > 0 ? <Chart card={card} figures={figures} /> : null}
      {card.question ? <MeasureBody id={id} card={card} /> : null}
    </>
  );
}

function Chart({ card, figures }: { card: Card; figures: Shown[] }) {
  const kind = card.chart ?? "bars";
  return (
    <span className={`chart chart-${kind}`}>
      {PICTURES[kind](figures)}
      <Legend figures={figures} isRing={kind === "donut"} />
      <Twin figures={figures} name={card.text ?? ""} />
    </span>
  );
}

const PICTURES = {
  bars: (figures: Shown[]) => <Bars figures={figures} />,
  line: (figures: Shown[]) => <Line figures={figures} />,
  donut: (figures: Shown[]) => <Donut figures={figures} />,
};

function Bars({ figures }: { figures: Shown[] }) {
  return (
    <Picture>
      {barsOf(figures).map((bar) => (
        <rect key={bar.x} {...bar} className="chart-bar" />
      ))}
      <path className="chart-zero" d={`M0,${zeroOf(figures)}H${BOX.width}`} />
    </Picture>
  );
}

function Line({ figures }: { figures: Shown[] }) {
  const points = pointsOf(figures);
  return (
    <Picture>
      <path className="chart-zero" d={`M0,${zeroOf(figures)}H${BOX.width}`} />
      <path className="chart-line" d={curve(points)} />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={2.5} className="chart-point" />
      ))}
    </Picture>
  );
}

function Picture({ children }: { children: React.ReactNode }) {
  return (
    <svg className="chart-picture" viewBox={`-1 -3 ${BOX.width + 2} ${BOX.height + 6}`} aria-hidden>
      {children}
    </svg>
  );
}

function Donut({ figures }: { figures: Shown[] }) {
  return (
    <svg className="chart-ring" viewBox="0 0 48 48" aria-hidden>
      {sharesOf(figures).map(({ share, from }, place) =>
        share > 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: figures have no identity but their place
          <path key={place} className={`chart-part part-${place % 5}`} d={arc(from, share, 24, 17)} />
        ) : null,
      )}
    </svg>
  );
}

/** The figures in words: the picture is never alone. */
function Legend({ figures, isRing }: { figures: Shown[]; isRing: boolean }) {
  const shares = sharesOf(figures);
  const isPercent = figures.reduce((sum, { value }) => sum + value, 0) === 100;
  const shareOf = (place: number) => `${plain((shares[place]?.share ?? 0) * 100)}%`;
  return (
    <span className="chart-legend caption numbers" aria-hidden>
      {figures.slice(0, SHOWN).map(({ label, value }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: figures have no identity but their place
        <span key={place}>
          {isRing ? <span className={`chart-swatch part-${place % 5}`} /> : null}
          <span dir="auto">{label}</span> <b>{isRing && isPercent ? shareOf(place) : written(value)}</b>
          {isRing && !isPercent ? ` ${shareOf(place)}` : ""}
        </span>
      ))}
      {figures.length > SHOWN ? <span>{t`and ${plain(figures.length - SHOWN)} more`}</span> : null}
    </span>
  );
}

function Twin({ figures, name }: { figures: Shown[]; name: string }) {
  return (
    <table className="only-read">
      <caption>{name || t`Numbers of the chart`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`What`}</th>
          <th scope="col">{t`Number`}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ label, value }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: figures have no identity but their place
          <tr key={place}>
            <th scope="row">{label}</th>
            <td>{written(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A typed number with as many decimals as it has, at most two. */
function written(value: number): string {
  return plain(value, value % 1 ? (Number((value * 10).toFixed(6)) % 1 ? 2 : 1) : 0);
}

function factsOf(card: Card, _: unknown, reading: Measure | undefined): string[] {
  const figures = shownOf(card).map(({ label, value }) => `${label} ${written(value)}`.trim());
  return card.question ? [...figures, measureInWords(card, reading)] : figures;
}

/** Numbers typed by hand as a small picture, or one out of the data. */
export const CHART: Face = {
  Body: ChartBody,
  facts: factsOf,
  empty: () => t`Name this chart`,
  proof: "line",
};
