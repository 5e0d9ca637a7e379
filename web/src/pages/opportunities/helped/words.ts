import { msg, t } from "@lingui/core/macro";
import { spoken } from "../../../editor/spoken";
import type { AnalysedRow, Bounds } from "../../../generated";
import { day, difference, plain, signed } from "../../../ui/format";
import type { Question } from "../../../ui/measure";

/** A difference in the unit of its number, with its sign. */
export function changeInWords(value: number, unit: string): string {
  if (unit === "score") return signed(value, 2);
  const said = difference(value, unit);
  return unit === "share" || unit === "points" ? t`${said} pt` : said;
}

/** The interval of a difference, without a unit where its value says it. */
export function boundsInWords({ low, high }: Bounds, unit: string): string {
  const say = (value: number) => (unit === "score" ? signed(value, 2) : difference(value, unit));
  return t`${say(low)} to ${say(high)}`;
}

export const SIDE_WORDS: Readonly<Record<string, string>> = spoken({
  before: msg`Before the start`,
  after: msg`Since the start`,
  "treated-before": msg`Got the change, before`,
  "treated-after": msg`Got the change, since`,
  "control-before": msg`The others, before`,
  "control-after": msg`The others, since`,
});

/** What a number is of: a side, or a period. */
export function rowInWords({ key }: AnalysedRow, every: string): string {
  if (!key.period) return SIDE_WORDS[[key.group, key.side].filter(Boolean).join("-")] ?? "";
  return every === "week" ? t`Week from ${day(key.period)}` : day(key.period);
}

export const nInWords = (n: number) => t`n ${plain(n)}`;

/** The unit of what a question is answered with. */
export function unitOf(question: Question | null): string {
  switch (question?.kind) {
    case "score":
      return "score";
    case "nps":
      return "points";
    case "duration":
      return "hours";
    case "flow":
      return question.statistic === "hours" || question.statistic === "p90" ? "hours" : "share";
    default:
      return "share";
  }
}
