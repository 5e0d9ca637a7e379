import { t } from "@lingui/core/macro";
import { Repeat, SkipForward } from "lucide-react";
import type { Step } from "../../generated";

/** Whether a step may be skipped or repeated, in words. */
export function marksInWords({ optional, repeatable }: Pick<Step, "optional" | "repeatable">): string[] {
  return [optional && t`optional`, repeatable && t`may repeat`].filter((word) => typeof word === "string");
}

/** The quiet marks of a step: it may be skipped, it may be repeated. */
export function StepMarks({ step: { optional, repeatable } }: { step: Step }) {
  if (!optional && !repeatable) return null;
  return (
    <span className="step-marks">
      {optional ? (
        <span className="step-mark" title={t`Customers may skip it`}>
          <SkipForward size={11} aria-hidden className="mirrors" /> {t`optional`}
        </span>
      ) : null}
      {repeatable ? (
        <span className="step-mark" title={t`May happen more than once`}>
          <Repeat size={11} aria-hidden /> {t`may repeat`}
        </span>
      ) : null}
    </span>
  );
}
