import { t } from "@lingui/core/macro";
import type { Binding } from "../generated";

/** The channels and the conditions of a rule, in words. */
export function RuleLimits({ rule: { channels = [], where = [] } }: { rule: Binding }) {
  return (
    <>
      {channels.length > 0 ? (
        <span className="caption" dir="auto">
          {t`in ${channels.join(", ")}`}
        </span>
      ) : null}
      {where.map(({ attribute, values }) => (
        <span key={attribute} className="caption" dir="auto">
          {t`where ${attribute} is ${values.join(", ")}`}
        </span>
      ))}
    </>
  );
}
