import { memo } from "react";
import { band, curve, type Point, runs } from "../../editor/curve";
import type { Column, LaneView } from "../../editor/sheet";
import { Face } from "../../ui/Marks";
import { useReadings, useView } from "./context";
import { drawnPoints, HEIGHT, type Measured, measuredPoints, widthOf, yOf } from "./emotion";
import { type Lift, useLifted } from "./lift";

const SCORES = [2, 1, 0, -1, -2];

/** The faces beside the scale. */
export function EmotionAxis() {
  return (
    <span className="emotion-axis" aria-hidden>
      {SCORES.map((score) => (
        <span key={score} style={{ insetBlockStart: yOf(score) }}>
          <Face score={score} size={14} />
        </span>
      ))}
    </span>
  );
}

interface CurvesProps {
  view: LaneView;
  columns: readonly Column[];
  lift: Lift;
}

/**
 * Both curves over all columns. The picture is as wide as the columns and counts in them, so that it needs no measuring;
 * strokes do not scale. Drawn points stand 12 px before the middle of a column, measured ones 12 px after.
 */
export const EmotionCurves = memo(function EmotionCurves({ view, columns, lift }: CurvesProps) {
  const lifted = useLifted(lift);
  const readings = useReadings();
  const shown = useView();
  const width = widthOf(columns);
  const drawn = runs(drawnPoints(view, columns, lifted));
  const measured = runs(measuredPoints(columns, readings));
  return (
    <div className="curves" aria-hidden>
      <Picture count={width} className="curves-scale">
        {SCORES.map((score) => (
          <path
            key={score}
            d={`M0,${yOf(score)}H${width}`}
            className={score === 0 ? "scale-zero" : "scale-line"}
          />
        ))}
      </Picture>
      {shown.measured ? (
        <Picture count={width} className="curves-measured">
          {measured.map((run) => (
            <Run key={run[0]?.x} run={run} />
          ))}
        </Picture>
      ) : null}
      {shown.assumed ? (
        <Picture count={width} className="curves-drawn">
          {drawn.map((run: Point[]) => (
            <path key={run[0]?.x} d={curve(run)} className="curve-drawn" />
          ))}
        </Picture>
      ) : null}
    </div>
  );
});

function Run({ run }: { run: Measured[] }) {
  const upper = run.map(({ x, high }) => ({ x, y: high }));
  const lower = run.map(({ x, low }) => ({ x, y: low }));
  return (
    <>
      <path d={band(upper, lower)} className="curve-band" />
      <path d={curve(run)} className="curve-measured" />
    </>
  );
}

function Picture({
  count,
  className,
  children,
}: {
  count: number;
  className: string;
  children: React.ReactNode;
}) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${Math.max(count, 1)} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {children}
    </svg>
  );
}
