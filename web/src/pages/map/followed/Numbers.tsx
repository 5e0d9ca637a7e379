import { t } from "@lingui/core/macro";
import { ArrowLeftRight, Check, CircleMinus, CirclePlus, LogOut, Repeat, TriangleAlert } from "lucide-react";
import type { StepAlignment } from "../../../generated";
import { inUnit, plain } from "../../../ui/format";
import { useAlignment, useOpening } from "./following";
import { countOf, MEANINGS, WHATS, type What, WORDS } from "./words";
import "./followed.css";

const SIGNS = {
  followed: Check,
  missing: CircleMinus,
  stopped: LogOut,
  "ad-hoc": CirclePlus,
  "out-of-order": ArrowLeftRight,
  again: Repeat,
  failed: TriangleAlert,
};

export function Sign({ what }: { what: What }) {
  const Icon = SIGNS[what];
  return <Icon size={11} aria-hidden />;
}

/** In the head of a step: who followed it, and how others deviate from it. Each number opens its customers. */
export function StepFollowed({ id }: { id: string }) {
  const { data } = useAlignment();
  const step = data?.steps?.find((one) => one.step === id);
  if (!data || !step) return null;
  if (!step.seen) return <span className="caption">{t`no event shows it`}</span>;
  return (
    <span className="followed numbers">
      {WHATS.filter((what) => what === "followed" || countOf(step, what) > 0).map((what) => (
        <StepNumber key={what} step={step} what={what} all={data.customers ?? 0} />
      ))}
    </span>
  );
}

function StepNumber({ step, what, all }: { step: StepAlignment; what: What; all: number }) {
  const open = useOpening();
  const count = countOf(step, what);
  const share = inUnit(all ? count / all : 0, "share");
  const words = `${plain(count)} ${WORDS[what]}, ${share}`;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`followed-number followed-${what}`}
      aria-label={words}
      title={`${words}. ${MEANINGS[what]}`}
      onClick={() =>
        open(`${step.name}: ${WORDS[what]}`, MEANINGS[what], count, { of: "step", id: step.step, what })
      }
    >
      <Sign what={what} /> {plain(count)} <span className="followed-word">{WORDS[what]}</span>
    </button>
  );
}

/** At the line of a link: how many of those who could take it took it. */
export function LinkFollowed({ id }: { id: string }) {
  const link = useAlignment().data?.links?.find((one) => one.link === id);
  if (!link || link.followed.share == null) return null;
  return (
    <span className="link-label numbers">
      <Check size={11} aria-hidden /> {inUnit(link.followed.share, "share")}
    </span>
  );
}
