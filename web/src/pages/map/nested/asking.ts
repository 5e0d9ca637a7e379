import { useLocation } from "react-router";
import type { NestedStep, Nesting } from "../../../generated";
import { ask, readNesting } from "../../../transport";
import { useAsked } from "../../useAsked";
import { useReadings } from "../context";
import { useLooking } from "../looking";

/** What lies inside the open map and what it lies inside of; asked again once another map is chosen and saved. */
export function useNesting(): Nesting | undefined {
  const { id } = useLooking();
  const { asked } = useReadings();
  return useAsked(["nesting", id, asked], () => ask(readNesting({ path: { id } })), asked !== "").data;
}

/** What is known of one step that opens a map, unless it opens another by now. */
export function useNestedStep(id: string, map: string): NestedStep | undefined {
  return useNesting()?.steps?.find((one) => one.step === id && one.map === map);
}

/** A step that was gone through on the way here. */
export interface Passed {
  map: string;
  title: string;
  step: string;
  name: string;
}

/** The steps that were gone through on the way to this map, the first one first. */
export function usePassed(): readonly Passed[] {
  const { state } = useLocation();
  const found: unknown = (state as { passed?: unknown } | null)?.passed;
  return Array.isArray(found) ? found.filter(isPassed) : [];
}

function isPassed(one: unknown): one is Passed {
  const found = one as Partial<Record<keyof Passed, unknown>> | null;
  return [found?.map, found?.title, found?.step, found?.name].every((part) => typeof part === "string");
}
