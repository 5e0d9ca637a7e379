import { t } from "@lingui/core/macro";
import {
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  ViewportPortal,
} from "@xyflow/react";
import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { IconButton } from "../../ui/Button";
import { hours } from "../../ui/format";
import { customersInWords } from "../../ui/words";
import { type RibbonEdge, RibbonPath, Step, type StepNode, TouchContext } from "./flows";
import { extent, LABEL, type Placed, withWords } from "./layout";
import type { Ribbon } from "./routing";
import { classOf, MOOD_COLOURS, timeColour } from "./scales";
import type { Scored } from "./scoring";
import { firstSpot, isWay, type Spot, walk } from "./walking";
import "@xyflow/react/dist/base.css";

interface FlowPictureProps {
  placed: Placed;
  /** The times that part the colours; nothing: all in one colour. */
  breaks: readonly number[] | null;
  /** The scores that colour the bars; nothing: none do. */
  scores: ReadonlyMap<string, Scored> | null;
  chosen: Spot | null;
  choose: (spot: Spot | null) => void;
}

const NODES = { step: Step };
const EDGES = { ribbon: RibbonPath };
const MARGIN = 28;
const ZOOM = { least: 0.2, legible: 0.75, most: 1.2 };

/** The flow graph: one moves in it with the arrow keys, and chooses with Enter. */
export function FlowPicture(props: FlowPictureProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ placed, breaks, scores, chosen, choose }: FlowPictureProps) {
  const [at, setAt] = useState<Spot | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { reveal, frameIt } = useFitted(placed);
  const spots = useMemo(() => walkable(placed), [placed]);
  const first = at && isThere(spots, at) ? at : firstSpot(spots);
  const { nodes, edges } = useDrawn(placed, breaks, scores);
  const touch = useMemo(() => ({ chosen, first, choose, reach: setAt }), [chosen, first, choose]);
  const press = (event: KeyboardEvent) => {
    if (!isWay(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = walk(spots, first, event.key);
    if (!next) return;
    setAt(next);
    reveal(next);
    focusOn(frame.current, next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields, and this is a picture
    <div
      ref={frame}
      role="group"
      className="flow-frame"
      aria-label={t`Flow graph. The arrow keys go along its flows, Enter shows the numbers of one.`}
      onKeyDown={press}
    >
      <TouchContext value={touch}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODES}
          edgeTypes={EDGES}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          minZoom={0.2}
          maxZoom={2}
          onInit={(flow) => void frameIt(false, flow)}
          onPaneClick={() => choose(null)}
          proOptions={{ hideAttribution: true }}
        >
          <ViewportPortal>
            {placed.heads.map(({ id, name, hue, x, width }) => (
              <div
                key={id}
                className={hue === null ? "flow-head is-step" : "flow-head"}
                dir="auto"
                title={name}
                style={{
                  insetInlineStart: x,
                  inlineSize: width - 12,
                  borderColor: hue === null ? undefined : `var(--stage-${hue})`,
                }}
              >
                {name}
              </div>
            ))}
          </ViewportPortal>
        </ReactFlow>
      </TouchContext>
      <Zoom showAll={() => void frameIt(true)} />
    </div>
  );
}

function walkable({ nodes, ribbons }: Placed) {
  return {
    nodes: nodes.map(({ node, x, y }) => ({ id: node.id, x, y })),
    edges: ribbons.map(({ edge }) => edge),
  };
}

function isThere({ nodes, edges }: ReturnType<typeof walkable>, { kind, id }: Spot): boolean {
  return (kind === "node" ? nodes : edges).some((one) => one.id === id);
}

function focusOn(frame: HTMLElement | null, { kind, id }: Spot): void {
  const found = frame?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(`${kind}:${id}`)}"]`);
  found?.focus({ preventScroll: true }); // at once: the next key goes there
}

/** Nodes and ribbons as the canvas takes them; the same as long as the picture is. */
function useDrawn(
  placed: Placed,
  breaks: readonly number[] | null,
  scores: ReadonlyMap<string, Scored> | null,
): { nodes: StepNode[]; edges: RibbonEdge[] } {
  return useMemo(() => {
    const said = withWords(placed);
    const names = new Map(placed.nodes.map(({ node }) => [node.id, node.name]));
    const nodes = placed.nodes.map((one): StepNode => {
      const { node, x, y, height } = one;
      return {
        id: node.id,
        type: "step",
        zIndex: 2, // its name stands over the ribbons
        position: { x, y: y - LABEL.height },
        width: LABEL.width,
        height: LABEL.height + height,
        data: { placed: one, scored: scores?.get(node.id) },
      };
    });
    const edges = placed.ribbons.map((ribbon): RibbonEdge => {
      const { edge, kind } = ribbon;
      const words = flowInWords(ribbon, names);
      return {
        id: edge.id,
        source: edge.source,
        target: edge.target,
        type: "ribbon",
        ariaRole: "group",
        zIndex: kind === "forward" ? 1 : 0,
        data: { ribbon, colour: colourOf(ribbon, breaks), hasWords: said.has(edge.id), words },
      };
    });
    return { nodes, edges };
  }, [placed, breaks, scores]);
}

function colourOf({ edge }: Ribbon, breaks: readonly number[] | null): string {
  if (!breaks || edge.hours === null) return "var(--flow-1)";
  return timeColour(classOf(edge.hours, breaks), breaks);
}

function flowInWords({ edge }: Ribbon, names: ReadonlyMap<string, string>): string {
  const way = `${names.get(edge.source) ?? edge.source} → ${names.get(edge.target) ?? edge.target}`;
  const time = edge.hours === null ? "" : `, ${t`median ${hours(edge.hours)}`}`;
  return `${way}, ${customersInWords(edge.count)}${time}`;
}

/** Shows the whole picture where it can be read then, else its beginning; brings a part into sight that is out of it. */
function useFitted(placed: Placed) {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const box = useMemo(() => extent(placed), [placed]);
  const top = placed.heads.length > 0 ? 68 : 0;
  const frameIt = (isWhole: boolean, on: Pick<ReactFlowInstance, "setViewport"> = flow) => {
    const room = { x: width - 2 * MARGIN, y: height - 2 * MARGIN };
    const wanted = Math.min(room.x / box.width, room.y / (box.height + top));
    const zoom = Math.min(Math.max(wanted, isWhole ? ZOOM.least : ZOOM.legible), ZOOM.most);
    const x = Math.max(MARGIN, (width - box.width * zoom) / 2);
    const y = MARGIN + Math.max(0, (room.y - (box.height + top) * zoom) / 3);
    return on.setViewport({ x, y: y + top * zoom, zoom });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew with another picture or another room alone
  useEffect(() => {
    if (width && height) void frameIt(false);
  }, [placed, width, height]);
  const reveal = (spot: Spot) => {
    const found = whereIs(placed, spot);
    const { x, y, zoom } = flow.getViewport();
    const seen = { x: found.x * zoom + x, y: found.y * zoom + y };
    const isSeen =
      seen.x > MARGIN && seen.x < width - LABEL.width && seen.y > MARGIN && seen.y < height - MARGIN;
    if (!isSeen) void flow.setCenter(found.x, found.y, { zoom });
  };
  return { reveal, frameIt };
}

function whereIs({ nodes, ribbons }: Placed, { kind, id }: Spot) {
  if (kind === "node") return nodes.find(({ node }) => node.id === id) ?? { x: 0, y: 0 };
  return ribbons.find(({ edge }) => edge.id === id)?.middle ?? { x: 0, y: 0 };
}

function Zoom({ showAll }: { showAll: () => void }) {
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <span className="flow-zoom">
      <IconButton label={t`Smaller`} onPress={() => void zoomOut()}>
        <ZoomOut size={15} />
      </IconButton>
      <IconButton label={t`Larger`} onPress={() => void zoomIn()}>
        <ZoomIn size={15} />
      </IconButton>
      <IconButton label={t`Show all of it`} onPress={showAll}>
        <Maximize size={15} />
      </IconButton>
    </span>
  );
}

/** What the colours and the thickness of a flow graph mean. */
export function FlowLegend({
  breaks,
  hasUndrawn,
}: {
  breaks: readonly number[] | null;
  hasUndrawn: boolean;
}) {
  return (
    <div className="flow-legend">
      {breaks ? (
        <div>
          <p>{t`Colour: median time between two`}</p>
          <ol className="flow-scale numbers">
            {[...breaks, null].map((mark, place) => (
              <li key={mark ?? "last"}>
                <span style={{ background: timeColour(place, breaks) }} />
                {classInWords(breaks, place)}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      {breaks ? null : (
        <div>
          <p>{t`Colour of the bars: mean score`}</p>
          <ol className="flow-scale">
            {MOOD_COLOURS.map((colour, at) => (
              <li key={colour}>
                <span style={{ background: colour }} />
                {at === 0 ? t`worst` : at === MOOD_COLOURS.length - 1 ? t`best` : ""}
              </li>
            ))}
          </ol>
        </div>
      )}
      <p>{t`Thickness: customers`}</p>
      {hasUndrawn ? (
        <p>
          <span className="flow-undrawn" aria-hidden /> {t`not drawn on the map`}
        </p>
      ) : null}
    </div>
  );
}

function classInWords(breaks: readonly number[], place: number): string {
  const [from, until] = [breaks[place - 1], breaks[place]];
  if (from === undefined && until === undefined) return t`all alike`;
  if (from === undefined) return t`under ${hours(until ?? 0)}`;
  return until === undefined ? t`${hours(from)} or more` : t`to ${hours(until)}`;
}
