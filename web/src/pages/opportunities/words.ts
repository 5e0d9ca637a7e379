import { msg } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";

// What the values of an opportunity's fields are called.

export const CAUSE_WORDS = spoken({
  pain: msg`It grew from a pain point`,
  gap: msg`It grew from a gap between what was drawn and what was measured`,
  deviation: msg`It grew from customers who go another way than drawn`,
  insight: msg`It grew from an insight`,
});

/** Who the customers are whom an opportunity concerns. */
export const BASIS_WORDS = spoken({
  number: msg`of the number that it cites`,
  deviation: msg`of the deviation that it cites`,
  steps: msg`of its steps`,
});

/** Why the number that an opportunity cites cannot be counted any more. */
export const GONE_WORDS = spoken({
  dataset: msg`The number that it cites cannot be counted any more: its dataset is not here, or its map has another one. These are all who come to its steps.`,
  touchpoint: msg`The number that it cites cannot be counted any more: it asks about a touchpoint that is gone. These are all who come to its steps.`,
  map: msg`The number that it cites cannot be counted any more: its map is gone. These are all who come to its steps.`,
  step: msg`The number that it cites cannot be counted any more: its step is gone. These are all who come to its steps.`,
});
