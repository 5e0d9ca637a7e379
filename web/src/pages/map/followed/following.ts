import { useSyncExternalStore } from "react";
import type { Alignment, Counted } from "../../../generated";
import { alignMap, ask, openAlignment } from "../../../transport";
import type { RowsOf } from "../../Population";
import { useAsked } from "../../useAsked";
import { useEditor, useReadings, useTools } from "../context";
import { useLooking } from "../looking";

// Whether events that no touchpoint takes count as deviations, as this browser was left.

type Unmapped = "count" | "show";
const KEY = "footfall-unmapped";
const listeners = new Set<() => void>();

export function useUnmapped(): [Unmapped, (unmapped: Unmapped) => void] {
  return [useSyncExternalStore(subscribe, unmappedNow), setUnmapped];
}

const unmappedNow = (): Unmapped => (localStorage.getItem(KEY) === "show" ? "show" : "count");

function setUnmapped(unmapped: Unmapped): void {
  localStorage.setItem(KEY, unmapped);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How the map is followed; asked again when its steps, links, places or bindings change. */
export function useAlignment() {
  const { id } = useLooking();
  const { asked } = useReadings();
  const [unmapped] = useUnmapped();
  return useAsked<Alignment>(["alignment", id, unmapped, asked], () =>
    ask(alignMap({ path: { id }, query: { unmapped } })),
  );
}

/** Opens the customers of a number. */
export function useOpening() {
  const { id } = useLooking();
  const { asked } = useReadings();
  const { openNumber } = useTools();
  const [unmapped] = useUnmapped();
  return (title: string, definition: string, count: number, counted: Counted) => {
    const rows: RowsOf = {
      key: ["alignment", id, unmapped, asked, JSON.stringify(counted)],
      isTimeless: true,
      page: (offset, limit) =>
        ask(openAlignment({ path: { id }, body: { counted, unmapped, offset, limit } })),
    };
    const measure = { value: count, unit: "customers", n: count, customers: count, definition, note: "" };
    openNumber({ title, measure, rows });
  };
}

/** The names of the steps, by id. */
export function useNames(found: Alignment): (id: string) => string {
  const columns = useEditor((state) => state.sheet.columns);
  return (id) =>
    found.steps?.find(({ step }) => step === id)?.name ??
    columns.find((column) => column.id === id)?.step?.name ??
    "";
}
