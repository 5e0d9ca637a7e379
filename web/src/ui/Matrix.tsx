import { t } from "@lingui/core/macro";
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from "react";
import { Popover } from "react-aria-components";
import { plain } from "./format";
import { isMirrored } from "./language";
import { type Choices, MenuList } from "./Menu";
import "./matrix.css";
import {
  alongOf,
  type Box,
  beside,
  decimalsOf,
  type Field,
  isArrow,
  type Label,
  marks,
  type Placed,
  place,
  type Range,
  type Spot,
  textWidth,
  upOf,
} from "./scatter";
import { useSize } from "./useSize";

/** A point: where it stands, how sure that is, and what it says when it is reached. */
export interface MatrixPoint extends Spot {
  /** Nobody measured it: a dashed ring instead of a disc. */
  isAssumed?: boolean;
  /** What colour says, said in `words`, too. */
  tone?: "good" | "warn" | "bad";
  /** Its numbers in words, for those who do not see where it stands. */
  words: string;
}

/** An axis: its name, its range, and the line that parts the quadrants. */
export interface MatrixAxis {
  name: string;
  range: Range;
  line: number;
  say?: (value: number) => string;
}

export interface MatrixCorner {
  name: string;
  why?: string;
  /** What lies here is to be looked at first: as something bad, or as something good. */
  isFirst?: boolean | "good";
}

export interface MatrixProps {
  /** What the picture is of, for screen readers. */
  label: string;
  x: MatrixAxis;
  y: MatrixAxis;
  /** From the start on top, row by row. */
  corners: readonly [MatrixCorner, MatrixCorner, MatrixCorner, MatrixCorner];
  points: readonly MatrixPoint[];
  chosen: string;
  /** A point was pressed, or Enter on it. */
  onOpen: (id: string) => void;
  /** What else can be done with a point: by the other button, the menu key or Shift+F10. */
  menuOf?: (id: string) => Choices;
}

/** A scatter of two axes in four quarters: the arrow keys go from point to point, Enter opens one. */
export function Matrix({ label, x, y, corners, points, chosen, onOpen, menuOf }: MatrixProps) {
  const plot = useRef<HTMLDivElement>(null);
  const size = useSize(plot);
  const field: Field = useMemo(() => ({ ...size, x: x.range, y: y.range, isMirrored }), [size, x, y]);
  const placed = useMemo(
    () => place(points, field, cornerBoxes(corners, field, x.line, y.line)),
    [points, field, corners, x.line, y.line],
  );
  const [at, setAt] = useState("");
  const [menu, setMenu] = useState("");
  const trigger = useRef<HTMLElement>(null);
  const first = placed.find((one) => one.spot.id === at) ?? placed[0];
  const press = (event: KeyboardEvent) => {
    if (!first || !isArrow(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = beside(placed, first.spot.id, event.key);
    if (!next) return;
    setAt(next);
    plot.current?.querySelector<HTMLElement>(`[data-point="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <div className="matrix">
      <span className="matrix-up" aria-hidden>
        {y.name}
      </span>
      <div className="matrix-plot" ref={plot}>
        <Ground field={field} x={x} y={y} corners={corners} placed={placed} />
        <Corners corners={corners} field={field} x={x.line} y={y.line} />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields, and this is a picture */}
        <div
          role="group"
          aria-label={t`${label}. The arrow keys go from point to point, Enter opens one.`}
          onKeyDown={press}
        >
          {placed.map((one) => (
            <Point
              key={one.spot.id}
              placed={one}
              isAt={one === first}
              isChosen={one.spot.id === chosen}
              onReach={setAt}
              onOpen={onOpen}
              onMenu={(event) => {
                if (!menuOf || menuOf(one.spot.id).length === 0) return;
                event.preventDefault();
                trigger.current = event.currentTarget;
                setMenu(one.spot.id);
              }}
            />
          ))}
        </div>
        <Popover
          className="floating"
          placement="bottom start"
          offset={4}
          triggerRef={trigger}
          isOpen={menu !== ""}
          onOpenChange={() => setMenu("")}
        >
          <MenuList
            label={placed.find(({ spot }) => spot.id === menu)?.spot.name ?? ""}
            items={menu ? (menuOf?.(menu) ?? []) : []}
            onClose={() => setMenu("")}
          />
        </Popover>
      </div>
      <span className="matrix-along" aria-hidden>
        {x.name}
      </span>
      <Legend placed={placed} />
    </div>
  );
}

/** The names that found no room beside their points, by the numbers that stand there. */
function Legend({ placed }: { placed: readonly Placed<MatrixPoint>[] }) {
  const named = placed.filter((one) => one.number > 0).sort((one, other) => one.number - other.number);
  if (named.length === 0) return null;
  return (
    <ol className="matrix-legend" aria-hidden>
      {named.map(({ spot, number }) => (
        <li key={spot.id} value={number} dir="auto">
          {spot.name}
        </li>
      ))}
    </ol>
  );
}

interface GroundProps {
  field: Field;
  x: MatrixAxis;
  y: MatrixAxis;
  corners: MatrixProps["corners"];
  placed: readonly Placed<MatrixPoint>[];
}

/** What lies under the points: the quarters, the marks of the axes, the intervals. */
function Ground({ field, x, y, corners, placed }: GroundProps) {
  const { width, height } = field;
  const [along, up] = [alongOf(field), upOf(field)];
  const [across, down] = [along(x.line), up(y.line)];
  const about = width < 400 ? 3 : 5;
  return (
    <svg className="matrix-ground" viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {quarters(field, across, down).map(({ left, top, right, bottom }, index) =>
        corners[index]?.isFirst ? (
          <rect
            key={corners[index].name}
            className={`matrix-first is-${corners[index].isFirst}`}
            x={left}
            y={top}
            width={right - left}
            height={bottom - top}
          />
        ) : null,
      )}
      {marks(x.range, about).map((value) => (
        <g key={value}>
          <line className="matrix-rule" x1={along(value)} x2={along(value)} y1={0} y2={height} />
          <text className="matrix-mark" x={along(value)} y={height + 16} textAnchor="middle">
            {said(x, value)}
          </text>
        </g>
      ))}
      {marks(y.range).map((value) => (
        <g key={value}>
          <line className="matrix-rule" x1={0} x2={width} y1={up(value)} y2={up(value)} />
          <text
            className="matrix-mark"
            x={isMirrored ? width + 8 : -8}
            y={up(value) + 4}
            textAnchor={isMirrored ? "start" : "end"}
            direction="ltr"
          >
            {said(y, value)}
          </text>
        </g>
      ))}
      <line className="matrix-line" x1={across} x2={across} y1={0} y2={height} />
      <line className="matrix-line" x1={0} x2={width} y1={down} y2={down} />
      {placed.map((one) => (
        <Interval key={one.spot.id} placed={one} />
      ))}
    </svg>
  );
}

function said({ say, range }: MatrixAxis, value: number): string {
  return say ? say(value) : plain(value, decimalsOf(marks(range)));
}

const END = 4; // px, half the stroke at the end of an interval

function Interval({ placed: { spot, x, y, xEnds, yEnds } }: { placed: Placed<MatrixPoint> }) {
  const path = [
    xEnds &&
      `M${xEnds[0]} ${y}H${xEnds[1]}M${xEnds[0]} ${y - END}v${2 * END}M${xEnds[1]} ${y - END}v${2 * END}`,
    yEnds &&
      `M${x} ${yEnds[0]}V${yEnds[1]}M${x - END} ${yEnds[0]}h${2 * END}M${x - END} ${yEnds[1]}h${2 * END}`,
  ].filter(Boolean);
  return path.length > 0 ? <path className={`matrix-interval ${toneOf(spot)}`} d={path.join("")} /> : null;
}

function toneOf({ tone, isAssumed }: MatrixPoint): string {
  return `${tone ? `is-${tone}` : ""} ${isAssumed ? "is-assumed" : ""}`;
}

/** The four quarters from the start on top, row by row. */
function quarters({ width, height }: Field, across: number, down: number): Box[] {
  const [left, right] = [
    { left: 0, right: across },
    { left: across, right: width },
  ];
  const [start, end] = isMirrored ? [right, left] : [left, right];
  const [top, bottom] = [
    { top: 0, bottom: down },
    { top: down, bottom: height },
  ];
  return [
    { ...start, ...top },
    { ...end, ...top },
    { ...start, ...bottom },
    { ...end, ...bottom },
  ];
}

const CORNER = { inset: 8, name: 16, why: 14 };

/** Where the words of the corners stand: names of points keep out. */
function cornerBoxes(corners: MatrixProps["corners"], field: Field, x: number, y: number): Box[] {
  const all = quarters(field, alongOf(field)(x), upOf(field)(y));
  return all.map(({ left, top, right, bottom }, index) => {
    const { name = "", why = "" } = corners[index] ?? {};
    const width = Math.min(
      right - left,
      Math.max(textWidth(name) * 1.05, textWidth(why) * 0.93) + 2 * CORNER.inset,
    );
    const height = CORNER.name + (why ? CORNER.why : 0) + CORNER.inset;
    const across = isMirrored ? { left: right - width, right } : { left, right: left + width };
    return index < 2 ? { ...across, top, bottom: top + height } : { ...across, top: bottom - height, bottom };
  });
}

interface CornersProps {
  corners: MatrixProps["corners"];
  field: Field;
  x: number;
  y: number;
}

function Corners({ corners, field, x, y }: CornersProps) {
  const all = quarters(field, alongOf(field)(x), upOf(field)(y));
  return corners.map(({ name, why, isFirst }, index) => {
    const box = all[index] as Box;
    const isNarrow = box.right - box.left < 64 || box.bottom - box.top < 40;
    return isNarrow ? null : (
      <span
        key={name}
        aria-hidden
        className={`matrix-corner ${index < 2 ? "is-top" : "is-bottom"} ${isFirst ? `is-first is-${isFirst}` : ""}`}
        style={{
          insetInlineStart: isMirrored ? field.width - box.right : box.left,
          insetBlockStart: box.top,
          inlineSize: box.right - box.left,
          blockSize: box.bottom - box.top,
        }}
      >
        <b>{name}</b>
        {why ? <span>{why}</span> : null}
      </span>
    );
  });
}

interface PointProps {
  placed: Placed<MatrixPoint>;
  isAt: boolean;
  isChosen: boolean;
  onReach: (id: string) => void;
  onOpen: (id: string) => void;
  onMenu: (event: MouseEvent<HTMLElement>) => void;
}

function sideOf(label: Label, x: number): string {
  if (label.isOver) return "is-over";
  return label.right < x ? "is-before" : label.left > x ? "is-after" : "";
}

function Point({ placed: { spot, x, y, radius, label, number }, isAt, isChosen, ...on }: PointProps) {
  const target = Math.max(24, 2 * radius);
  const style = { left: x, top: y, "--target": target, "--radius": radius } as CSSProperties;
  return (
    <>
      <button
        type="button"
        data-point={spot.id}
        className={`matrix-point ${toneOf(spot)} ${spot.isMarked ? "is-marked" : ""} ${spot.size === undefined ? "" : "is-sized"}`}
        style={style}
        tabIndex={isAt ? 0 : -1}
        aria-label={`${spot.name}: ${spot.words}`}
        aria-current={isChosen || undefined}
        onFocus={() => on.onReach(spot.id)}
        onClick={() => on.onOpen(spot.id)}
        onContextMenu={on.onMenu}
      >
        <i aria-hidden />
        <span className={`matrix-told ${number === 0 ? "is-placed" : ""}`} aria-hidden>
          <b dir="auto">{spot.name}</b>
          <span className="numbers">{spot.words}</span>
        </span>
      </button>
      <span
        aria-hidden
        dir="auto"
        className={`matrix-name ${spot.isMarked ? "is-marked" : ""} ${sideOf(label, x)}`}
        style={{ left: label.left, top: label.top, width: label.right - label.left }}
      >
        {label.text}
      </span>
    </>
  );
}
