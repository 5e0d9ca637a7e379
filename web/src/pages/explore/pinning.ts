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
  const { source = "", target = "", node = "" } = key;
  if (analysis.analysis === "reach" && isPlace(node))
    return [{ figure: "share", question: { kind: "reach", at: [node], ...only } }];
  if (analysis.analysis !== "flow" || analysis.per === "event" || !isPlace(source) || !isPlace(target))
    return [];
  const flow = { kind: "flow" as const, source: [source], target: [target], ...only };
  return [
    { figure: "share", question: { ...flow, statistic: "share" } },
    { figure: "customers", question: { ...flow, statistic: "customers" } },
    { figure: "median_hours", question: { ...flow, statistic: "hours" } },
  ];
}

/** Channels, teams and what is no node of the data are no places that one comes to. */
export function isPlace(node: string): boolean {
  return node !== "" && !/^(:|\[|channel:|team:|place:)/.test(node);
}

/** How one can look at fewer customers or events from a row on. */
export function narrowings({ key }: Row): Condition[] {
  const { source = "", target = "", node = "" } = key;
  const places = [...new Set([source, target, node])].filter(isPlace);
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
