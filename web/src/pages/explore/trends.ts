import type { Places } from "../../generated";

// Which numbers a trend can show, and how the question says it.

export const TREND_KINDS = [
  "reach",
  "funnel",
  "flow",
  "flow-hours",
  "duration",
  "score",
  "nps",
  "late",
] as const;
export type TrendKind = (typeof TREND_KINDS)[number];

export interface Draft {
  kind: TrendKind;
  first: string;
  /** Where customers go on to; only ways and funnels have one. */
  second: string;
}

interface Asked {
  kind?: string;
  at?: readonly string[];
  source?: readonly string[];
  target?: readonly string[];
  places?: readonly (readonly string[])[];
  statistic?: string;
}

export function hasSecond(kind: TrendKind): boolean {
  return kind === "flow" || kind === "flow-hours" || kind === "funnel";
}

/** What a question asks, as it is chosen piece by piece. */
export function draftOf(question: Asked): Draft {
  const isTime = question.kind === "flow" && question.statistic === "hours";
  const kind = isTime ? "flow-hours" : TREND_KINDS.find((one) => one === question.kind);
  return {
    kind: kind ?? "reach",
    first: question.at?.[0] ?? question.source?.[0] ?? question.places?.[0]?.[0] ?? "",
    second: question.target?.[0] ?? question.places?.[1]?.[0] ?? "",
  };
}

/** The question of a draft; nothing as long as it lacks a place. */
export function questionOf({ kind, first, second }: Draft): Asked | undefined {
  if (!first || (hasSecond(kind) && !second)) return undefined;
  if (kind === "funnel") return { kind, places: [[first], [second]] };
  if (kind === "flow" || kind === "flow-hours")
    return {
      kind: "flow",
      source: [first],
      target: [second],
      statistic: kind === "flow" ? "share" : "hours",
    };
  return { kind, at: [first] };
}

const DAY = 86_400_000;

/** Periods of which a dataset has some ten to a hundred. */
export function usualPeriod({ first, last }: Pick<Places, "first" | "last">): "day" | "week" | "month" {
  const days = first && last ? (Date.parse(last) - Date.parse(first)) / DAY : 0;
  if (days > 400) return "month";
  return days > 60 ? "week" : "day";
}

/** The time zone of who looks, in which their days begin. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
