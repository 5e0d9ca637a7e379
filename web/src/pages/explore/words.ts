import { msg, plural, t } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";
import type { Places } from "../../generated";
import { dated, plain } from "../../ui/format";
import { keyInWords, type Row } from "./answers";
import { type Condition, dayBefore } from "./only";

// What the columns of answers and the conditions of filters are called.

const KEYS: Readonly<Record<string, string>> = spoken({
  source: msg`From`,
  target: msg`To`,
  node: msg`Where`,
  variant: msg`Path`,
  path: msg`Path`,
  step: msg`Step`,
  next: msg`Then`,
  other: msg`And`,
  customer: msg`Customer`,
  pseudonym: msg`Customer`,
  at: msg`Where`,
  period: msg`Period`,
  cohort: msg`Came first`,
  later: msg`Later by`,
  behaviour: msg`What they do`,
  end: msg`Beginning or end`,
  channel: msg`Channel`,
  question: msg`Question`,
  theme: msg`Theme`,
  group: msg`Group`,
  segment: msg`Segment`,
  place: msg`Place`,
  instrument: msg`Scale`,
});

const FIGURES: Readonly<Record<string, string>> = spoken({
  customers: msg`Customers`,
  events: msg`Events`,
  share: msg`Share`,
  transitions: msg`Times`,
  times: msg`Times`,
  median_hours: msg`Median time`,
  p90_hours: msg`Nine of ten within`,
  hours: msg`Time`,
  score: msg`Mean score`,
  mean: msg`Mean score`,
  nps: msg`Net Promoter Score`,
  answers: msg`Answers`,
  comments: msg`Comments`,
  mean_hours: msg`Mean time`,
  over_expected: msg`Over the expected time`,
  share_of_first: msg`Share of the first`,
  share_of_previous: msg`Share of the one before`,
  dropped: msg`Dropped out`,
  dropped_share: msg`Share that dropped out`,
  cohort: msg`Customers`,
  first: msg`First group`,
  second: msg`Second group`,
  difference: msg`Difference`,
  feeling: msg`Feeling`,
  top_two: msg`Two best`,
});

export function keyWord(name: string): string {
  return KEYS[name] ?? spelled(name);
}

export function figureWord(name: string): string {
  return FIGURES[name] ?? spelled(name);
}

/** A name of the program as people would write it. */
function spelled(name: string): string {
  const words = name.replaceAll(/[_-]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const INSTRUMENTS: Readonly<Record<string, string>> = spoken({
  nps: msg`Net Promoter Score`,
  csat: msg`Satisfaction`,
  ces: msg`Effort`,
  rating: msg`Rating`,
  feeling: msg`Feeling of comments`,
});

/** The scale of a score: what it measures, from where to where, and which end is the good one where that is the low. */
export function scaleInWords({
  instrument = "",
  scale_min: low,
  scale_max: high,
  better,
}: Row["key"]): string {
  const name = INSTRUMENTS[instrument] ?? (instrument || t`Rating`);
  const [from, until] = [Number(low), Number(high)];
  const range = from < 0 ? t`${plain(from)} to ${plain(until)}` : `${plain(from)}–${plain(until)}`;
  return better === "low" ? t`${name}, ${range}, low is good` : t`${name}, ${range}`;
}

/** What a row is about. */
export function rowInWords({ key }: Row, names: Readonly<Record<string, string>> | undefined): string {
  const { instrument, scale_min, scale_max, better, question, ...rest } = key;
  const said =
    instrument === undefined ? key : { ...rest, question: question ?? "", scale: scaleInWords(key) };
  return Object.values(said)
    .filter((text) => text !== "")
    .map((text) => keyInWords(text, names))
    .join(" → ");
}

/** A place by the names of what is one in it. */
export function placeInWords(place: readonly string[], { nodes }: Pick<Places, "nodes">): string {
  const named = place.map((id) => nodes.find((node) => node.id === id)?.name ?? id.replace(/^event:/, ""));
  return named.join(" / ");
}

/** A condition of a filter as its chip says it. */
export function conditionInWords(one: Condition, places: Pick<Places, "nodes">): string {
  switch (one.kind) {
    case "since":
      return t`from ${dated(one.at, true)}`;
    case "until":
      return t`until ${dated(dayBefore(one.at), true)}`;
    case "each":
      return t`each session by itself`;
    case "segment":
      return `${one.attribute}: ${one.values.join(", ")}`;
    case "channels":
      return t`only in ${one.channels.map((name) => name || t`no channel`).join(", ")}`;
    case "first":
      return plural(one.count, { one: "only the first event", other: "only the first # events" });
    default:
      return placedInWords(one.kind, placeInWords(one.place, places));
  }
}

type Placed = Extract<Condition, { place: unknown }>["kind"];

function placedInWords(kind: Placed, place: string): string {
  if (kind === "passed") return t`came to ${place}`;
  if (kind === "never") return t`never came to ${place}`;
  if (kind === "repeated") return t`came to ${place} twice or more`;
  if (kind === "began_at") return t`began at ${place}`;
  if (kind === "ended_at") return t`ended at ${place}`;
  return t`without ${place}`;
}
