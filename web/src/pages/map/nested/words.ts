import { msg, t } from "@lingui/core/macro";
import { spoken } from "../../../editor/spoken";
import type { NestedStep } from "../../../generated";

/** Round which maps it would go. */
export function loopInWords(titles: readonly string[]): string {
  return t`It would go round: ${titles.join(" → ")}. It is opened no deeper, and nothing of it counts here.`;
}

/** Why no customers roll up. */
export const WHY: Readonly<Record<Exclude<NonNullable<NestedStep["why"]>, "" | "loop">, string>> = spoken({
  gone: msg`The map that it opened was deleted. Choose another, or none.`,
  "no-dataset": msg`Nothing rolls up: this map is read beside no dataset that is here.`,
  "other-dataset": msg`Nothing rolls up: that map is read beside another dataset, and customers of two datasets are not counted together.`,
  "no-touchpoints": msg`Nothing rolls up: the steps of that map name no touchpoints.`,
  "too-many": msg`Nothing rolls up: that map and those inside it have more than 200 touchpoints, and one question takes no more.`,
});
