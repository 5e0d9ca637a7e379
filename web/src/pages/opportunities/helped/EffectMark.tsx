import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { ask, readEffect } from "../../../transport";
import { plain } from "../../../ui/format";
import { useAsked } from "../../useAsked";
import { EffectBar } from "./EffectBar";
import "./helped.css";

interface MarkProps {
  /** By which the card takes it into its name. */
  id: string;
  opportunity: string;
}

/** Whether the opportunity of a card helped: its effect beside zero, or that it cannot be told; nothing where none is asked. */
export function EffectMark({ id, opportunity }: MarkProps) {
  const language = i18n.locale;
  const { data } = useAsked(["effect", opportunity, language], () =>
    ask(readEffect({ path: { id: opportunity }, query: { language } })),
  );
  if (!data || UNASKED.includes(data.lacking ?? "")) return null;
  const { effect, unit, verdict, needed, said } = data;
  if (effect && unit && verdict && verdict !== "cannot-tell")
    return (
      <span id={id} className="helped-mark-card caption" title={said}>
        <span className="only-read">{t`Did it help?`} </span>
        <EffectBar effect={effect} unit={unit} verdict={verdict} isSmall />
      </span>
    );
  return (
    <span id={id} className="helped-mark-card caption numbers" title={said}>
      <span className="only-read">{t`Did it help?`} </span>
      {needed?.customers ? t`cannot tell, needs n ${plain(needed.customers)} more` : t`cannot tell yet`}
    </span>
  );
}

const UNASKED = ["start", "future", "dataset", "question"]; // nobody has asked yet whether it helped
