import type { ReactNode } from "react";
import "./preview.css";

// The small picture of a map or of a template: its stages and steps above, and below what its card shows.

export const WIDTH = 264;
const GAP = 3;

export interface PreviewStage {
  colour?: number | null;
  steps: number;
}

/** How many columns the stages take; a stage without steps takes one. */
export function columnsIn(stages: readonly PreviewStage[]): number {
  return stages.reduce((sum, stage) => sum + Math.max(1, stage.steps), 0) || 1;
}

interface PreviewProps {
  stages: readonly PreviewStage[];
  /** What stands below the steps, for columns so wide. */
  children: (wide: number) => ReactNode;
}

/** Stage rules, step bars, and the rest below. */
export function Preview({ stages, children }: PreviewProps) {
  const columns = columnsIn(stages);
  const wide = WIDTH / columns;
  return (
    <svg
      className="preview"
      viewBox={`-12 0 ${WIDTH + 24} 104`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden
    >
      <StageRules stages={stages} wide={wide} />
      {Array.from({ length: stages.length > 0 ? columns : 0 }, (_, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture of steps in order
        <g key={step} className="preview-step">
          <rect x={step * wide} y={21} width={Math.max(3, wide - 6)} height={6} rx={1.5} />
          <rect
            x={step * wide}
            y={30}
            width={Math.max(2, (wide - 6) * (0.5 + 0.1 * (step % 4)))}
            height={4}
            rx={1}
            className="preview-faint"
          />
        </g>
      ))}
      {children(wide)}
    </svg>
  );
}

function StageRules({ stages, wide }: { stages: readonly PreviewStage[]; wide: number }) {
  let x = 0;
  return stages.map((stage, place) => {
    const from = x;
    x += Math.max(1, stage.steps) * wide;
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture of stages in order
        key={place}
        x={from}
        y={13}
        width={x - from - GAP}
        height={2}
        className={`preview-hue-${stage.colour ?? place % 4}`}
      />
    );
  });
}
