import { t } from "@lingui/core/macro";
import type { Estimate, MapMoment, Measure, SurveyMoment } from "../../../generated";

// A moment of truth as the picture and the table show it, be it an item of a survey or a touchpoint of a map.

export type Quarter = "improve" | "keep" | "leave" | "spend";
export type Axis = "importance" | "quality";

export interface Moment {
  id: string;
  name: string;
  /** The step of a map. */
  where: string;
  isMarked: boolean;
  isBroken: boolean;
  importance: Estimate | null;
  quality: Estimate | null;
  /** Answers behind each number; nothing where it was judged. */
  n: Readonly<Record<Axis, number | null>>;
  quarter: Quarter | null;
  unsure: readonly Axis[];
  whyNot: string;
  /** The measured score of a touchpoint, which opens its answers. */
  measure: Measure | null;
  /** It has a place in the picture: its numbers are on the scales that are drawn. */
  isDrawn: boolean;
  /** The opportunity that its step names for it. */
  opportunity: string;
  /** On a map: what it was made of. */
  of: MapMoment | null;
}

export function ofSurvey(one: SurveyMoment): Moment {
  const { question, importance, quality, place, why_not = "", n, pairs } = one;
  return {
    id: question,
    name: question,
    where: "",
    isMarked: false,
    isBroken: place?.quarter === "improve" && (place.unsure ?? []).length === 0,
    importance: importance ?? null,
    quality: quality ?? null,
    n: { importance: pairs, quality: n },
    quarter: place?.quarter ?? null,
    unsure: place?.unsure ?? [],
    whyNot: why_not,
    measure: null,
    isDrawn: place != null,
    opportunity: "",
    of: null,
  };
}

/** A touchpoint of a map; where importance was derived, one whose importance was judged is listed and not drawn. */
export function ofMap(one: MapMoment, isDerived: boolean): Moment {
  const { card, late, name, step, importance, importance_is, quality, place, measure, quality_is } = one;
  return {
    id: late ? `${card}:late` : card,
    name: late ? t`${name}, after the promised time` : name,
    where: step,
    isMarked: one.moment_of_truth,
    isBroken: one.broken ?? false,
    importance: importance ?? null,
    quality: quality ?? null,
    n: {
      importance: importance_is === "derived" ? (one.pairs ?? 0) : null,
      quality: quality_is === "measured" ? (measure?.n ?? null) : null,
    },
    quarter: place?.quarter ?? null,
    unsure: place?.unsure ?? [],
    whyNot: one.why_not ?? "",
    measure: measure ?? null,
    isDrawn: place != null && (importance_is === "derived") === isDerived,
    opportunity: one.opportunity ?? "",
    of: one,
  };
}

/** What matters and is poor asks for an opportunity. */
export const isToImprove = ({ isBroken, quarter }: Moment) => isBroken || quarter === "improve";

/** The numbers that an axis must show: values, ends of intervals, and both sides of the line, so that no quarter is lost. */
export function shownOn(axis: Axis, moments: readonly Moment[], line: number): number[] {
  const drawn = moments.filter((one) => one.isDrawn);
  const ends = drawn.flatMap((one) => endsOf(one[axis]));
  const beyond = Math.max(0, ...ends.map((end) => Math.abs(end - line))) / 2;
  return [line - beyond, line + beyond, ...ends];
}

function endsOf(estimate: Estimate | null): number[] {
  return [estimate?.low, estimate?.value, estimate?.high].filter((end) => end != null);
}

/** Where an address says that moments come from. */
export interface Origin {
  kind: "survey" | "map";
  id: string;
}

export function originFrom(text: string | null): Origin | null {
  const [kind, id] = (text ?? "").split(":");
  return (kind === "survey" || kind === "map") && id ? { kind, id } : null;
}
