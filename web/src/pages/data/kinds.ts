import type { Asked, Mapping, WideStep } from "../../generated";
import { looksLikeNumber, looksLikeTime, questionFor } from "./guessing";
import { eventOf, type Kind, type Single } from "./roles";

// A mapping of one kind as one of another, and what a mapping still lacks.

export type Samples = ReadonlyMap<string, readonly string[]>;

/** The mapping for rows of another kind: what both know stays, the rest is taken from the first values. */
export function asKind(mapping: Mapping, kind: Kind, samples: Samples): Mapping {
  const times = [...samples].filter(([, values]) => looksLikeTime(values)).map(([column]) => column);
  switch (kind) {
    case "wide":
      return { ...mapping, kind, steps: mapping.steps?.length ? mapping.steps : stepsFrom(times, mapping) };
    case "events":
      return { ...mapping, kind, time: mapping.time || mapping.steps?.[0]?.column || times[0] || "" };
    case "answers":
      return { ...mapping, kind, time: mapping.time || times.at(-1) || "", ...questions(mapping, samples) };
    default:
      return { ...mapping, kind };
  }
}

function stepsFrom(times: readonly string[], { due }: Mapping): WideStep[] {
  return times.filter((column) => column !== due).map((column) => ({ column, event: eventOf(column) }));
}

/** The columns with numbers that could be scores, where no question is known yet. */
function questions({ score, text, asked }: Mapping, samples: Samples): { asked?: Asked[] } {
  if (score || text || asked?.length) return {};
  const scores = [...samples].filter(([name, values]) => SCORE.test(name) && looksLikeNumber(values));
  return { asked: scores.map(([column, values]) => questionFor(column, values)) };
}

const SCORE = /score|rating|nps|csat|ces|satisf|stars|grade|cijfer|recommend/i;

const USED: Readonly<Record<Kind, readonly Single[]>> = {
  events: ["id", "time", "event", "event_else", "channel", "due", "on_time"],
  answers: ["id", "time", "about", "question", "score", "weight", "text", "language", "channel"],
  wide: ["id", "channel", "on_time"],
  customers: [],
  aliases: [],
};
const ALL = [...new Set(Object.values(USED).flat())];
const CONSTANTS = {
  events: ["event_is", "channel_is", "time_is"],
  answers: ["question_is", "about_is", "channel_is", "language_is", "time_is"],
  wide: ["channel_is"],
  customers: [],
  aliases: [],
} as const satisfies Record<Kind, readonly (keyof Mapping)[]>;
const ALL_CONSTANTS = [...new Set(Object.values(CONSTANTS).flat())];

/** The mapping with only what its kind uses; what was chosen for another kind would be refused or misread. */
export function trimmed(mapping: Mapping): Mapping {
  const kind = mapping.kind ?? "events";
  const constants: readonly string[] = CONSTANTS[kind];
  const foreign = new Set<string>([
    ...ALL.filter((name) => !USED[kind].includes(name)),
    ...ALL_CONSTANTS.filter((name) => !constants.includes(name)),
    ...(kind === "wide" ? [] : ["steps"]),
    ...(kind === "answers" ? [] : ["asked"]),
  ]);
  const kept = Object.entries(mapping).filter(([name, value]) => !foreign.has(name) && isSaid(value));
  return { customer: "", ...(Object.fromEntries(kept) as Partial<Mapping>), kind } as Mapping;
}

function isSaid(value: unknown): boolean {
  return value !== "" && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

export type Lack = "who" | "when" | "what" | "moments" | "question" | "scale" | "attribute" | "other-id";

/** What a mapping still needs before a row can be read with it. */
export function lacks(mapping: Mapping): Lack[] {
  const kind = mapping.kind ?? "events";
  const found: Lack[] = mapping.customer ? [] : ["who"];
  if ((kind === "events" || kind === "answers") && !mapping.time && !mapping.time_is) found.push("when");
  if (kind === "events" && !mapping.event && !mapping.event_is) found.push("what");
  if (kind === "wide" && !mapping.steps?.some((step) => step.event)) found.push("moments");
  if (kind === "customers" && !mapping.attributes?.length) found.push("attribute");
  if (kind === "aliases" && !mapping.also_known_as?.length) found.push("other-id");
  return kind === "answers" ? [...found, ...lacksOfAnswers(mapping)] : found;
}

function lacksOfAnswers(mapping: Mapping): Lack[] {
  const asked = mapping.asked ?? [];
  if (!mapping.score && !mapping.text && asked.length === 0) return ["question"];
  const scored = asked.filter((one) => one.instrument);
  const all = mapping.score ? [...scored, mapping] : scored;
  return all.every(isScaled) ? [] : ["scale"];
}

function isScaled({ scale_min, scale_max }: Pick<Asked, "scale_min" | "scale_max">): boolean {
  return scale_min != null && scale_max != null && scale_min < scale_max;
}
