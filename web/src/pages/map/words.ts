import { msg } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";

// What the values of fields are called.

export const KIND_WORDS: Readonly<Record<string, string>> = spoken({
  current: msg`Current state`,
  future: msg`Future state`,
  "day-in-the-life": msg`Day in the life`,
  "service-blueprint": msg`Service blueprint`,
  experience: msg`Experience map`,
  employee: msg`Employee journey`,
  buyer: msg`Buyer’s journey`,
  user: msg`User journey`,
});

export const KIND_HINTS: Readonly<Record<string, string>> = spoken({
  current: msg`as it goes today`,
  future: msg`as it should become`,
  "day-in-the-life": msg`a whole day, with and without you`,
  "service-blueprint": msg`with what happens behind the scenes`,
  experience: msg`what people go through, whoever serves them`,
  employee: msg`of those who work here`,
  buyer: msg`how a purchase is decided`,
  user: msg`how a product is used`,
});

interface Asked {
  wants: string;
  expects: string;
  here: string;
}

const OF_CUSTOMERS: Asked = spoken({
  wants: msg`What the customer wants`,
  expects: msg`What the customer expects`,
  here: msg`What customers want here`,
});

const OF_OTHERS: Readonly<Record<string, Asked>> = {
  employee: spoken({
    wants: msg`What the employee wants`,
    expects: msg`What the employee expects`,
    here: msg`What employees want here`,
  }),
  buyer: spoken({
    wants: msg`What the buyer wants`,
    expects: msg`What the buyer expects`,
    here: msg`What buyers want here`,
  }),
  user: spoken({
    wants: msg`What the user wants`,
    expects: msg`What the user expects`,
    here: msg`What users want here`,
  }),
};

/** What is asked of those whose journey it is, by the kind of the map. */
export function askedOf(kind: string | undefined): Asked {
  return OF_OTHERS[kind ?? ""] ?? OF_CUSTOMERS;
}

/** The lines of a service blueprint. */
export const LINE_WORDS: Readonly<Record<string, string>> = spoken({
  interaction: msg`Line of interaction`,
  visibility: msg`Line of visibility`,
  internal: msg`Line of internal interaction`,
});

export const STATUS_WORDS = spoken({
  draft: msg`Draft`,
  "in-review": msg`In review`,
  agreed: msg`Agreed`,
  archived: msg`Archived`,
});

export const PROGRESS_WORDS = spoken({
  open: msg`open`,
  planned: msg`planned`,
  doing: msg`doing`,
  shipped: msg`shipped`,
  dropped: msg`dropped`,
});

export const KANO_WORDS = spoken({
  "must-be": msg`must-be`,
  performance: msg`performance`,
  attractive: msg`attractive`,
  indifferent: msg`indifferent`,
  reverse: msg`reverse`,
});

export const DIRECTION_WORDS = spoken({ "one-way": msg`one-way`, "two-way": msg`two-way` });

export const OWNERSHIP_WORDS = spoken({ owned: msg`owned`, earned: msg`earned`, indirect: msg`indirect` });

export const CHART_WORDS = spoken({ bars: msg`Bars`, line: msg`A line`, donut: msg`A ring` });

export const BASIS_WORDS = spoken({ assumed: msg`Assumed`, measured: msg`Measured, typed by hand` });

const MET_WORDS = spoken({
  1: msg`not met`,
  2: msg`hardly met`,
  3: msg`partly met`,
  4: msg`mostly met`,
  5: msg`fully met`,
});

/** How well something is met, from 1 to 5, in words. */
export function metWord(met: number): string {
  const step = Math.max(1, Math.min(5, Math.round(met))) as 1 | 2 | 3 | 4 | 5;
  return MET_WORDS[step] ?? "";
}

/** Words as choices, with one for nothing. */
export function choicesOf(words: Readonly<Record<string, string>>, nothing?: string) {
  const choices = Object.entries(words).map(([id, label]) => ({ id, label }));
  return nothing === undefined ? choices : [{ id: "", label: nothing }, ...choices];
}
