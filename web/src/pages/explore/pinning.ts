import type { Question } from "../../ui/measure";
import type { Analysis, Row } from "./answers";
import type { Condition } from "./only";

// What a card of a map may ask that a row of an analysis answers here: the same question with the same filter.

export interface Pinned {
  /** The figure of the row that the question asks for. */
  figure: string;
  question: Question;
}

/** What can be put on a map out of a row; nothing where no card can ask it. */
export function pinnable(analysis: Analysis, { key }: Row): Pinned[] {
  const only = analysis.only ? { only: analysis.only } : {};
  const at = key.node ?? key.at ?? "";
  switch (analysis.analysis) {
    case "flow":
      return ofFlow(analysis, key, only);
    case "funnel-steps":
      return ofFunnel(analysis, Number(key.step), only);
    case "reach":
      return isPlace(at) ? [{ figure: "share", question: { kind: "reach", at: [at], ...only } }] : [];
    case "stays":
      return analysis.of === undefined || analysis.of === "stay" ? ofStay(at, only) : [];
    case "scores":
      return ofScore(key, at, only);
    default:
      return [];
  }
}

type Filtered = Pick<Analysis, "only">;

function ofFlow(
  analysis: Analysis & { per?: string },
  { source = "", target = "" }: Row["key"],
  only: Filtered,
): Pinned[] {
  if (!isPlace(source) || !isPlace(target)) return [];
  const flow = { kind: "flow" as const, source: [source], target: [target], ...only };
  if (analysis.per === "event") return [{ figure: "transitions", question: { ...flow, statistic: "times" } }];
  return [
    { figure: "share", question: { ...flow, statistic: "share" } },
    { figure: "customers", question: { ...flow, statistic: "customers" } },
    { figure: "median_hours", question: { ...flow, statistic: "hours" } },
    { figure: "p90_hours", question: { ...flow, statistic: "p90" } },
  ];
}

/** A card knows the open funnel without a limit of time: of those who came so far, the share that came on. */
function ofFunnel(
  analysis: Extract<Analysis, { analysis: "funnel-steps" }>,
  step: number,
  only: Filtered,
): Pinned[] {
  if (analysis.closed || analysis.within_hours || step < 2) return [];
  const places = analysis.places.slice(0, step);
  return [{ figure: "share_of_previous", question: { kind: "funnel", places, ...only } }];
}

function ofStay(at: string, only: Filtered): Pinned[] {
  if (!isPlace(at)) return [];
  const stay = { kind: "duration" as const, at: [at], ...only };
  return [
    { figure: "median_hours", question: { ...stay, statistic: "median" } },
    { figure: "p90_hours", question: { ...stay, statistic: "p90" } },
  ];
}

function ofScore({ question = "", instrument }: Row["key"], at: string, only: Filtered): Pinned[] {
  if (!isPlace(at) || instrument === "feeling") return [];
  const asked = { at: [at], survey_question: question, ...only };
  const mean = { figure: "mean", question: { kind: "score" as const, ...asked } };
  return instrument === "nps" ? [{ figure: "nps", question: { kind: "nps", ...asked } }, mean] : [mean];
}

/** Channels, teams and what is no node of the data are no places that one comes to. */
export function isPlace(node: string): boolean {
  return node !== "" && !/^(:|\[|channel:|team:|place:)/.test(node);
}

/** How one can look at fewer customers or events from a row on. */
export function narrowings(analysis: Analysis, { key }: Row): Condition[] {
  if (key.what === "scores") return []; // what was asked is no place
  const { source = "", target = "", next = "" } = key;
  const node = stepOf(analysis, key) ?? key.node ?? key.at ?? "";
  const places = [...new Set([source, node, target, next])].filter(isPlace);
  const channel = node.startsWith("channel:") ? [node.slice("channel:".length)] : null;
  return [
    ...places.map((place) => ({ kind: "passed" as const, place: [place] })),
    ...(isPlace(node)
      ? [
          { kind: "never" as const, place: [node] },
          { kind: "repeated" as const, place: [node] },
          { kind: "without" as const, place: [node] },
        ]
      : []),
    ...(channel ? [{ kind: "channels" as const, channels: channel }] : []),
  ];
}

/** The place of a step of a funnel, which its row names by a number. */
function stepOf(analysis: Analysis, { step }: Row["key"]): string | undefined {
  return analysis.analysis === "funnel-steps" ? analysis.places[Number(step) - 1]?.[0] : undefined;
}
