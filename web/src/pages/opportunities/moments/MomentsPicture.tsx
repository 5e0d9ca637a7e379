import { t } from "@lingui/core/macro";
import { Matrix, type MatrixCorner, type MatrixPoint } from "../../../ui/Matrix";
import type { Choices } from "../../../ui/Menu";
import { type Range, rangeOf } from "../../../ui/scatter";
import { type Moment, type Quarter, shownOn } from "./moment";
import { QUARTER_WHYS, QUARTERS, said } from "./words";

interface PictureProps {
  moments: readonly Moment[];
  lines: { importance: number; quality: number };
  /** Importance was derived from answers; else it was judged from 1 to 5. */
  isDerived: boolean;
  scale: Range;
  /** The low end of the scale is the good one: it stands at the end of the axis. */
  isLowGood: boolean;
  chosen: string;
  onOpen: (id: string) => void;
  /** What can be done with a point, beside opening it. */
  menuOf?: (id: string) => Choices;
}

const DERIVED: Range = [-1, 1];
const JUDGED: Range = [0.75, 5.25]; // some room around the scale, so that no point stands on the edge

/** What matters upwards, what is good along. */
export function MomentsPicture({
  moments,
  lines,
  isDerived,
  scale,
  isLowGood,
  chosen,
  onOpen,
  menuOf,
}: PictureProps) {
  const wide = isDerived ? rangeOf(shownOn("quality", moments, lines.quality), scale) : JUDGED;
  const along: Range = isLowGood ? [wide[1], wide[0]] : wide;
  const up = isDerived ? rangeOf(shownOn("importance", moments, lines.importance), DERIVED) : JUDGED;
  return (
    <Matrix
      label={t`What matters, and how good it is`}
      x={{ name: isDerived ? t`Quality: mean rating` : t`Quality`, range: along, line: lines.quality }}
      y={{
        name: isDerived ? t`Importance: goes with the overall rating` : t`Importance to the customer`,
        range: up,
        line: lines.importance,
      }}
      corners={[corner("improve", true), corner("keep"), corner("leave"), corner("spend")]}
      points={moments.flatMap(pointOf)}
      chosen={chosen}
      onOpen={onOpen}
      {...(menuOf ? { menuOf } : {})}
    />
  );
}

function corner(quarter: Quarter, isFirst = false): MatrixCorner {
  return { name: QUARTERS[quarter], why: QUARTER_WHYS[quarter], isFirst };
}

function pointOf(moment: Moment): MatrixPoint[] {
  const { id, name, importance, quality, isDrawn, isMarked, isBroken } = moment;
  if (!importance || !quality || !isDrawn) return [];
  const ends = ({ low, high }: { low?: number | null; high?: number | null }): Range | null =>
    low == null || high == null ? null : [low, high];
  return [
    {
      id,
      name,
      x: quality.value,
      y: importance.value,
      xBetween: ends(quality),
      yBetween: ends(importance),
      isMarked,
      isAssumed: quality.low == null,
      ...(isBroken ? { tone: "bad" as const } : {}),
      words: said(moment),
    },
  ];
}
