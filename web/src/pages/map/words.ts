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

/** Words as choices, with one for nothing. */
export function choicesOf(words: Readonly<Record<string, string>>, nothing?: string) {
  const choices = Object.entries(words).map(([id, label]) => ({ id, label }));
  return nothing === undefined ? choices : [{ id: "", label: nothing }, ...choices];
}
