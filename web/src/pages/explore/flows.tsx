import { plural, t } from "@lingui/core/macro";
import { type Edge, type EdgeProps, Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { createContext, useContext } from "react";
import { hours, plain } from "../../ui/format";
import { LABEL, type PlacedNode } from "./layout";
import type { Ribbon } from "./routing";
import type { Scored } from "./scoring";
import type { Spot } from "./walking";

// How a node and a ribbon of the flow graph are drawn: each is a button, one of them in the order of Tab.

/** What is chosen, which one Tab comes to, and what one can do: apart from what is drawn, which stays as it is. */
export interface Touch {
  chosen: Spot | null;
  first: Spot | null;
  choose: (spot: Spot | null) => void;
  reach: (spot: Spot) => void;
}

export const TouchContext = createContext<Touch>({
  chosen: null,
  first: null,
  choose: () => undefined,
  reach: () => undefined,
});

export function isSame(one: Spot | null, other: Spot): boolean {
  return one?.kind === other.kind && one.id === other.id;
}

export type StepNode = Node<{ placed: PlacedNode; scored: Scored | undefined }, "step">;
export type RibbonEdge = Edge<{ ribbon: Ribbon; colour: string; hasWords: boolean; words: string }, "ribbon">;

export function Step({ data }: NodeProps<StepNode>) {
  const { placed, scored } = data;
  const { chosen, first, choose, reach } = useContext(TouchContext);
  const spot: Spot = { kind: "node", id: placed.node.id };
  const isChosen = isSame(chosen, spot);
  return (
    <>
      <Ends />
      <button
        type="button"
        className={`flow-step ${isChosen ? "is-chosen" : ""} ${placed.isDrawn ? "" : "is-undrawn"}`}
        data-spot={`node:${placed.node.id}`}
        tabIndex={isSame(first, spot) ? 0 : -1}
        aria-pressed={isChosen}
        onClick={() => choose(spot)}
        onFocus={() => reach(spot)}
        style={{ inlineSize: LABEL.width }}
      >
        <span className="flow-name" dir="auto" title={placed.node.name}>
          {placed.node.name}
        </span>{" "}
        <span className="flow-count numbers">
          {plain(placed.node.customers)}
          <span className="only-read">
            {" "}
            {plural(placed.node.customers, { one: "customer", other: "customers" })}
          </span>
          {scored ? <b> {t`score ${plain(scored.mean, 1)}`}</b> : null}
          {placed.isDrawn ? null : <em>{t`not drawn`}</em>}
        </span>
        <span className="flow-bar" style={{ blockSize: placed.height, background: scored?.colour }} />
      </button>
    </>
  );
}

/** Where ribbons are tied; they are drawn by where they run, so these are not seen. */
function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className="flow-end" />
      <Handle type="source" position={Position.Right} isConnectable={false} className="flow-end" />
    </>
  );
}

const LETTER = 6.1;

export function RibbonPath({ data }: EdgeProps<RibbonEdge>) {
  const { chosen, first, choose, reach } = useContext(TouchContext);
  if (!data) return null;
  const { ribbon, colour, hasWords, words } = data;
  const { edge, path, area, width, kind, middle } = ribbon;
  const spot: Spot = { kind: "edge", id: edge.id };
  const isChosen = isSame(chosen, spot);
  const said = edge.hours === null ? plain(edge.count) : hours(edge.hours);
  const isSaid = hasWords || isChosen;
  const full = isChosen ? `${plain(edge.count)} · ${said}` : said;
  const wide = full.length * LETTER + 14;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no button can be drawn within a picture
    <g
      role="button"
      className={`flow-ribbon ${isChosen ? "is-chosen" : ""}`}
      data-spot={`edge:${edge.id}`}
      tabIndex={isSame(first, spot) ? 0 : -1}
      aria-label={words}
      aria-pressed={isChosen}
      onClick={() => choose(spot)}
      onFocus={() => reach(spot)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(spot);
      }}
    >
      <path className="flow-halo" d={path} strokeWidth={width + 5} />
      <path className="flow-grip" d={path} strokeWidth={Math.max(width, 14)} />
      {area ? (
        <path className="flow-line is-area" d={area} style={{ fill: colour, stroke: colour }} />
      ) : (
        <path className="flow-line" d={path} strokeWidth={width} style={{ stroke: colour }} />
      )}
      {kind === "forward" ? null : <path className="flow-tip" d={tipOf(path)} style={{ fill: colour }} />}
      <g
        className={`flow-words numbers ${isSaid ? "is-said" : ""}`}
        transform={`translate(${middle.x} ${middle.y})`}
      >
        <rect x={-wide / 2} y={-9} width={wide} height={18} rx={4} />
        <text textAnchor="middle" dy={4}>
          {full}
        </text>
      </g>
    </g>
  );
}

/** A triangle that points up at where an arc ends. */
function tipOf(path: string): string {
  const [x = 0, y = 0] = (path.match(/-?[\d.]+ -?[\d.]+$/)?.[0] ?? "0 0").split(" ").map(Number);
  const isLoop = path.includes("c");
  const [left, top] = isLoop ? startOf(path) : [x, y];
  return `M${left} ${top}l-5 9h10z`;
}

function startOf(path: string): [number, number] {
  const [x = 0, y = 0] = path.slice(1, path.indexOf("c")).split(" ").map(Number);
  return [x - 4, y];
}
