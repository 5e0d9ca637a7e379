import { curve } from "../../editor/curve";
import { KINDS } from "../../editor/kinds";
import type { Template, TemplateLane } from "../../generated";
import { columnsIn, Preview, WIDTH } from "../Preview";

const FROM = 42;
const UNTIL = 98;
const CURVE = 2.4; // how much higher a lane with a curve is than others

/** A small picture of what a template holds: its stages, steps, lanes, lines and curve. */
export function TemplatePicture({ template: { stages = [], lanes = [] } }: { template: Template }) {
  const shown = stages.map(({ colour, steps = [] }) => ({ colour: colour ?? null, steps: steps.length }));
  const columns = columnsIn(shown);
  const heights = lanes.map((lane) => (isCurve(lane) ? CURVE : 1));
  const unit = Math.min(9, (UNTIL - FROM) / Math.max(1, sum(heights)));
  return (
    <Preview stages={shown}>
      {(wide) =>
        lanes.map((lane, place) => (
          <Lane
            // biome-ignore lint/suspicious/noArrayIndexKey: a picture of lanes in order
            key={place}
            lane={lane}
            place={place}
            y={FROM + unit * sum(heights.slice(0, place))}
            high={unit * (heights[place] ?? 1)}
            wide={wide}
            columns={columns}
          />
        ))
      }
    </Preview>
  );
}

interface LaneProps {
  lane: TemplateLane;
  place: number;
  y: number;
  high: number;
  wide: number;
  columns: number;
}

function Lane({ lane, place, y, high, wide, columns }: LaneProps) {
  return (
    <g>
      {isCurve(lane) ? (
        <path d={wave(y, high, wide, columns)} className="curve-drawn preview-curve" />
      ) : (
        blocks(place, columns).map((step) => (
          <rect
            key={step}
            x={step * wide}
            y={y}
            width={Math.max(3, wide - 6)}
            height={Math.max(2, high - 2.5)}
            rx={1}
            className="preview-card"
          />
        ))
      )}
      {lane.line_below ? (
        <path d={`M-6,${y + high - 1}H${WIDTH + 2}`} className={`preview-line-${lane.line_below}`} />
      ) : null}
    </g>
  );
}

function isCurve(lane: TemplateLane): boolean {
  return KINDS[lane.kind]?.shape === "emotion";
}

/** Where a lane has cards in the picture: most columns, another one left out in each lane. */
function blocks(lane: number, columns: number): number[] {
  return Array.from({ length: columns }, (_, step) => step).filter((step) => (step * 2 + lane * 3) % 5 < 4);
}

function wave(y: number, high: number, wide: number, columns: number): string {
  const points = Array.from({ length: columns }, (_, step) => ({
    x: (step + 0.5) * wide - 3,
    y: y + high * (0.5 - 0.36 * Math.sin(step * 1.7 + 0.4)),
  }));
  return curve(points);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
