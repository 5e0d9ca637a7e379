import { memo } from "react";
import { band, curve, runs } from "../../editor/curve";
import { asideOf } from "../../editor/curves";
import type { Column, LaneView } from "../../editor/sheet";
import { Face } from "../../ui/Marks";
import { useLibrary, useReadings, useView } from "./context";
import { looksOf, useCurves, whoseInWords } from "./curves";
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
 * All curves over all columns. The picture is as wide as the columns and counts in them, so that it needs no measuring;
 * strokes do not scale. Drawn points stand 12 px before the middle of a column (those of a
 * second curve farther before it), measured ones 12 px after.
 */
export const EmotionCurves = memo(function EmotionCurves({ view, columns, lift }: CurvesProps) {
  const lifted = useLifted(lift);
  const readings = useReadings();
  const shown = useView();
  const width = widthOf(columns);
  const curves = useCurves(view.id);
  const { personas } = useLibrary();
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
      {curves.map((one) =>
        (one.basis === "measured" ? shown.measured : shown.assumed) ? (
          <Picture
            key={one.key}
            count={width}
            className="curves-drawn"
            aside={asideOf(one.rank, curves.length)}
          >
            {runs(drawnPoints(view, columns, one.key, lifted)).map((run) => (
              <path
                key={run[0]?.x}
                d={curve(run)}
                className={`curve-typed ${looksOf(one, curves.length, personas)}`}
              />
            ))}
          </Picture>
        ) : null,
      )}
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

interface PictureProps {
  count: number;
  className: string;
  aside?: number;
  children: React.ReactNode;
}

function Picture({ count, className, aside = 0, children }: PictureProps) {
  return (
    <svg
      className={className}
      style={aside ? { insetInlineStart: aside } : undefined}
      viewBox={`0 0 ${Math.max(count, 1)} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {children}
    </svg>
  );
}

/** Whose curves they are, where there are several: each with its dash, its ring and its name. */
export function CurveLegend({ lane }: { lane: string }) {
  const curves = useCurves(lane);
  const { personas } = useLibrary();
  if (curves.length < 2 && !curves[0]?.persona) return null;
  return (
    <span className="curve-legend">
      {curves.map((one) => (
        <Whose
          key={one.key}
          looks={looksOf(one, curves.length, personas)}
          words={whoseInWords(one, personas)}
        />
      ))}
    </span>
  );
}

/** A curve as its legend shows it. */
export function Whose({ looks, words }: { looks: string; words: string }) {
  return (
    <span className={`whose ${looks}`}>
      <span className="whose-line" aria-hidden>
        <svg width={24} height={4} aria-hidden>
          <path className={`curve-typed ${looks}`} d="M0,2H24" />
        </svg>
        <span className={`whose-ring ${looks}`} />
      </span>
      <span className="whose-name" title={words} dir="auto">
        {words}
      </span>
    </span>
  );
}
