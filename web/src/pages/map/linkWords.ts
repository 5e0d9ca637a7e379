import { msg, t } from "@lingui/core/macro";
import { type Beyond, linksAt } from "../../editor/links";
import type { Sheet } from "../../editor/sheet";
import { spoken } from "../../editor/spoken";

// Links in words.

export const LINK_WORDS = spoken({
  next: msg`Next`,
  branch: msg`Branch`,
  loop: msg`Loop`,
  "two-way": msg`Two-way`,
  "hand-over": msg`Hand-over`,
  parallel: msg`Side by side`,
});

export const LINK_HINTS = spoken({
  next: msg`customers go on there`,
  branch: msg`some go there, on a condition`,
  loop: msg`customers go back there`,
  "two-way": msg`to and fro between both`,
  "hand-over": msg`somebody else takes over there`,
  parallel: msg`both happen, in any order`,
});

export function stepName({ steps }: Pick<Sheet, "steps">, id: string): string {
  return steps.find((column) => column.id === id)?.step?.name || t`a step without a name`;
}

/** "then Wait", "if late: Call", "back to Pay": where a link leads from a step. */
export function beyondInWords(sheet: Pick<Sheet, "steps">, { found, other }: Beyond): string {
  const step = stepName(sheet, other);
  const { kind = "next", condition = "" } = found.link;
  if (kind === "branch") return condition ? t`if ${condition}: ${step}` : t`or ${step}`;
  if (kind === "loop") return condition ? t`back to ${step} if ${condition}` : t`back to ${step}`;
  if (kind === "two-way") return t`to and fro with ${step}`;
  if (kind === "parallel") return t`side by side with ${step}`;
  return kind === "hand-over" ? t`hands over to ${step}` : t`then ${step}`;
}

/** All that a step leads to, in words. */
export function onwards(sheet: Pick<Sheet, "steps" | "links">, step: string): string[] {
  return linksAt(sheet, step)
    .filter(({ isOut }) => isOut)
    .map((beyond) => beyondInWords(sheet, beyond));
}
