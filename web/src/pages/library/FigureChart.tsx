import type { Figure } from "../../generated";
import { plain } from "../../ui/format";

const WIDE = 240;
const HIGH = 64;

interface ChartProps {
  figures: readonly Figure[];
  chart: "line" | "donut";
}

/** A few numbers as a picture; the rows below it say the same in words, so that it is hidden from those who listen. */
export function FigureChart({ figures, chart }: ChartProps) {
  if (chart === "line") return <Line values={figures.map(({ value = 0 }) => value)} />;
  return <Donut figures={figures} />;
}

function Line({ values }: { values: readonly number[] }) {
  const [low, high] = [Math.min(...values, 0), Math.max(...values, 0)];
  const span = high - low || 1;
  const points = values.map((value, at) => ({
    x: values.length > 1 ? (at * WIDE) / (values.length - 1) : WIDE / 2,
    y: HIGH - ((value - low) / span) * HIGH,
  }));
  return (
    <svg className="chart-line" viewBox={`-6 -6 ${WIDE + 12} ${HIGH + 12}`} aria-hidden>
      <path d={`M0,${HIGH + (low / span) * HIGH}H${WIDE}`} className="chart-zero" />
      <path d={`M${points.map(({ x, y }) => `${x},${y}`).join("L")}`} className="chart-path" />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={3} className="chart-dot" />
      ))}
    </svg>
  );
}

const RADIUS = 26;
const ROUND = 2 * Math.PI * RADIUS;
const HUES = 4;

function Donut({ figures }: { figures: readonly Figure[] }) {
  const parts = figures.map(({ value = 0 }) => Math.max(0, value));
  const whole = parts.reduce((sum, part) => sum + part, 0) || 1;
  let before = 0;
  return (
    <div className="chart-ring" aria-hidden>
      <svg viewBox="0 0 72 72" width={96} height={96} aria-hidden>
        {parts.map((part, at) => {
          const from = before;
          before += part;
          const length = (part / whole) * ROUND;
          return (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: a picture of numbers in order
              key={at}
              cx={36}
              cy={36}
              r={RADIUS}
              className={`chart-part chart-hue-${at % HUES}`}
              strokeDasharray={`${Math.max(0, length - 1)} ${ROUND}`}
              strokeDashoffset={-(from / whole) * ROUND}
            />
          );
        })}
      </svg>
      <ul className="chart-legend">
        {figures.map(({ label, value = 0 }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture of numbers in order
          <li key={at}>
            <i className={`chart-hue-${at % HUES}`} /> <span dir="auto">{label}</span>
            <span className="numbers">{plain((100 * Math.max(0, value)) / whole)}%</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
