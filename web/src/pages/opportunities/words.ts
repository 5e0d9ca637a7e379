import { msg } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";

// What the values of an opportunity's fields are called.

export const CAUSE_WORDS = spoken({
  pain: msg`It grew from a pain point`,
  gap: msg`It grew from a gap between what was drawn and what was measured`,
  deviation: msg`It grew from customers who go another way than drawn`,
  insight: msg`It grew from an insight`,
});
