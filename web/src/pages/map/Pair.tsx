import { t } from "@lingui/core/macro";
import { type UIEvent, useEffect, useMemo, useRef } from "react";
import { readingsOf } from "../asking";
import { useAsked } from "../useAsked";
import { NO_READINGS, type Numbers, ReadingsContext, ToolsContext, useEditor, useTools } from "./context";
import { Grid } from "./Grid";
import { LookingContext, useLooking, useMarks, useToolsFor } from "./looking";

const NONE_GONE = new Map<string, never>();

/** The current map above, to read; the future one below, to draw. They scroll and zoom together. */
export function Pair() {
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
        <CurrentGrid />
      </section>
      <section className="map-drawn" aria-label={t`The future map, to draw`}>
        <h2 className="pair-name">{t`Future`}</h2>
        <Grid />
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
