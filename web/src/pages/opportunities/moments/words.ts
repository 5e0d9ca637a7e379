import { msg, t } from "@lingui/core/macro";
import { spoken } from "../../../editor/spoken";
import type { Estimate } from "../../../generated";
import { between, plain } from "../../../ui/format";
import type { Axis, Moment, Quarter } from "./moment";

// What the quarters are called, why something has no place, and what a point says.

export const QUARTERS: Readonly<Record<Quarter, string>> = spoken({
  improve: msg`Improve first`,
  keep: msg`Keep`,
  leave: msg`Leave for now`,
  spend: msg`Spend less here`,
});

export const QUARTER_WHYS: Readonly<Record<Quarter, string>> = spoken({
  improve: msg`important, and poor`,
  keep: msg`important, and good`,
  leave: msg`less important, and poor`,
  spend: msg`less important, and good`,
});

export const WHY_NOT: Readonly<Record<string, string>> = spoken({
  "too-few": msg`too few to say`,
  "all-alike": msg`everybody gave the same rating`,
  "other-scale": msg`rated on another scale`,
  "no-weights": msg`answers without weights`,
  "no-importance": msg`importance not known`,
  "no-quality": msg`quality not known`,
});

/** Where something stands and how sure that is, or why it stands nowhere. */
export function standing({ quarter, unsure, whyNot }: Moment): string {
  if (quarter === null) return WHY_NOT[whyNot] ?? "";
  if (unsure.length === 2) return t`${QUARTERS[quarter]}; not sure which side of both lines`;
  if (unsure[0] === "importance") return t`${QUARTERS[quarter]}; not sure which side of importance`;
  if (unsure[0] === "quality") return t`${QUARTERS[quarter]}; not sure which side of quality`;
  return QUARTERS[quarter];
}

/** A number of a moment: judged ones have one decimal at most, measured ones two. */
export function amount({ value, low }: Estimate): string {
  return plain(value, low == null ? (Number.isInteger(value) ? 0 : 1) : 2);
}

/** The interval of a number, where it has one. */
export function spread({ low, high }: Estimate): string {
  return low == null || high == null ? "" : between(low, high, 2);
}

/** What a point says to those who do not see where it stands. */
export function said(moment: Moment): string {
  const part = (axis: Axis, name: string) => {
    const [estimate, n] = [moment[axis], moment.n[axis]];
    if (!estimate) return "";
    const off = spread(estimate);
    return [`${name} ${amount(estimate)}`, off && `(${off})`, n === null ? "" : `n ${plain(n)}`]
      .filter(Boolean)
      .join(" ");
  };
  const mark = moment.isMarked ? t`moment of truth` : "";
  return [mark, part("importance", t`importance`), part("quality", t`quality`), standing(moment)]
    .filter(Boolean)
    .join("; ");
}
