import { t } from "@lingui/core/macro";
import { type UIEvent, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { type Lay, layOf, type Side, tracksOf } from "../../editor/aligning";
import { type Gap, sheetOf } from "../../editor/sheet";
import type { Look } from "../../editor/timeline";
import { differenceWord } from "../../ui/words";
import { readingsOf } from "../asking";
import { useAsked } from "../useAsked";
import { SIGNS } from "./Beside";
import { NO_READINGS, type Numbers, ReadingsContext, ToolsContext, useEditor, useTools } from "./context";
import { Grid } from "./Grid";
import { LayContext, LookingContext, useLooking, useMarks, useToolsFor } from "./looking";

const NONE_GONE = new Map<string, never>();

/** How each of two maps is shown so that the steps of both stand in the same columns. */
function useLays(): Record<Side, Lay> {
  const { look, tools } = useLooking();
  const current = useMemo(() => sheetOf(look?.records ?? new Map()), [look?.records]);
  const read = () => tools.store.getSnapshot().sheet;
  const future = useSyncExternalStore(tools.store.subscribe, read);
  const tracks = useMemo(() => tracksOf(current.columns, future.columns), [current.columns, future.columns]);
  return useMemo(
    () => ({
      current: layOf(tracks, "current", future.spans),
      future: layOf(tracks, "future", current.spans),
    }),
    [tracks, current.spans, future.spans],
  );
}

interface OverlayProps {
  side: Look["side"];
  setLay: (how: () => Lay | null) => void;
}

/** One map of the two by itself, with gaps where the other has more. */
export function Overlay({ side, setLay }: OverlayProps) {
  const lays = useLays();
  const lay = side === "then" ? lays.current : lays.future;
  useLayoutEffect(() => setLay(() => lay), [lay, setLay]);
  useLayoutEffect(() => () => setLay(() => null), [setLay]);
  return null;
}

interface GapProps {
  gap: Gap;
  /** How many columns it is wide: then it is that of a stage. */
  count?: number;
  isFirst?: boolean;
}

/** The head of what only the other map has. */
export function GapHead({ gap: { id, name, what }, count, isFirst }: GapProps) {
  const Name = what === "removed" ? "del" : "span";
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a div grid
    <div
      role="columnheader"
      className={`head ${count ? "stage-head" : "step-head"} is-gap ${isFirst ? "is-first" : ""}`}
      style={count ? { gridColumn: `span ${count}` } : undefined}
      tabIndex={-1}
      data-gap={id}
    >
      <span className={`gap-word differs-${what}`}>
        <b aria-hidden>{SIGNS[what]}</b> {differenceWord(what)}
      </span>{" "}
      <Name className="gap-name" dir="auto">
        {name || t`without a name`}
      </Name>
    </div>
  );
}

/** The current map above, to read; the future one below, to draw. They share columns, and scroll and zoom together. */
export function Pair() {
  const lays = useLays();
  const pair = useRef<HTMLDivElement>(null);
  const follow = ({ target }: UIEvent) => {
    if (!(target instanceof HTMLElement) || !target.matches(".map-scroll")) return;
    for (const other of pair.current?.querySelectorAll<HTMLElement>(".map-scroll") ?? [])
      if (other !== target && other.scrollLeft !== target.scrollLeft) other.scrollLeft = target.scrollLeft;
  };
  return (
    <div className="map-pair" ref={pair} onScrollCapture={follow}>
      <section className="map-beside" aria-label={t`The current map, to read`}>
        <h2 className="pair-name">{t`Current`}</h2>
        <LayContext value={lays.current}>
          <CurrentGrid />
        </LayContext>
      </section>
      <section className="map-drawn" aria-label={t`The future map, to draw`}>
        <h2 className="pair-name">{t`Future`}</h2>
        <LayContext value={lays.future}>
          <Grid />
        </LayContext>
      </section>
    </div>
  );
}

function CurrentGrid() {
  const looking = useLooking();
  const { look } = looking;
  const then = useMemo(() => look && { ...look, side: "then" as const }, [look]);
  const tools = useToolsFor(looking.tools, then);
  const marks = useMarks(then);
  const inside = useMemo(() => ({ ...looking, look: then, marks, gone: NONE_GONE }), [looking, then, marks]);
  useLent(tools.store);
  const numbers = useNumbersOf(look?.base ?? "", look?.seq ?? 0);
  return (
    <ToolsContext value={tools}>
      <LookingContext value={inside}>
        <ReadingsContext value={numbers}>
          <Grid />
        </ReadingsContext>
      </LookingContext>
    </ToolsContext>
  );
}

/** The numbers of the current map: customers walk that one. */
export function useNumbersOf(id: string, seq: number): Numbers {
  const { data } = useAsked(["readings", id, seq], () => readingsOf(id), id !== "");
  return useMemo(() => {
    if (!data) return NO_READINGS;
    const { cards = {}, steps = {}, stages = {}, note = "" } = data;
    return { cards, steps, stages, note, isWaiting: false, asked: "" };
  }, [data]);
}

/** The grid that is only read has the zoom of the other, and opens the page's dialogs there. */
function useLent(lent: ReturnType<typeof useTools>["store"]): void {
  const { store } = useTools();
  const zoom = useEditor((state) => state.zoom);
  useEffect(() => lent.set({ zoom }), [lent, zoom]);
  useEffect(
    () =>
      lent.subscribe(() => {
        const { dialog } = lent.getSnapshot();
        if (!dialog) return;
        lent.set({ dialog: "" });
        if (dialog !== "menu") store.set({ dialog });
      }),
    [lent, store],
  );
}
