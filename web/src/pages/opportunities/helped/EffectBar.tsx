import { t } from "@lingui/core/macro";
import type { Bounds, Effect } from "../../../generated";
import { besideZero } from "./drawing";
import { boundsInWords, changeInWords } from "./words";

interface EffectBarProps {
  effect: Bounds;
  unit: string;
  verdict: Effect["verdict"];
  /** Without the words of its interval, as a card has no room for them. */
  isSmall?: boolean;
}

/** An effect as a dot with its interval, against a line at zero. */
export function EffectBar({ effect, unit, verdict = "cannot-tell", isSmall }: EffectBarProps) {
  const at = besideZero(effect.value, effect.low, effect.high);
  const x = (part: number) => `${part * 100}%`;
  const words = changeInWords(effect.value, unit);
  return (
    <span className={`helped-bar is-${verdict} numbers`}>
      <svg height="22" role="img" aria-label={t`Effect ${words}, ${boundsInWords(effect, unit)}`}>
        <line className="helped-zero" x1={x(at.zero)} x2={x(at.zero)} y1="5%" y2="95%" />
        <line className="helped-reach" x1={x(at.low)} x2={x(at.high)} y1="50%" y2="50%" />
        <circle cx={x(at.value)} cy="50%" r="5" />
      </svg>
      <b aria-hidden>{words}</b>
      {isSmall ? null : <span className="caption">{t`95% ${boundsInWords(effect, unit)}`}</span>}
    </span>
  );
}
