import { t } from "@lingui/core/macro";
import { plain } from "../../../ui/format";
import { Scale } from "../Scale";
import { metWord } from "../words";
import type { BodyProps, Face, FieldsProps } from "./face";
import { Meter } from "./Meter";

function Met({ card }: BodyProps) {
  if (card.met == null) return null;
  return (
    <span className="card-met caption">
      <Meter value={card.met} /> {metWord(card.met)}
    </span>
  );
}

function GoalFields({ card, set }: FieldsProps) {
  return (
    <>
      <Scale
        label={t`How well it is met`}
        value={card.met}
        low={1}
        high={5}
        step={1}
        onChange={(value) => set("met", value)}
      />
      {card.met == null ? null : <p className="field-line">{metWord(card.met)}</p>}
    </>
  );
}

/** What customers want, need and count on, and how well that is met. */
export const GOAL: Face = {
  Body: Met,
  Fields: GoalFields,
  facts: ({ met }) => (met == null ? [] : [`${metWord(met)}, ${t`${plain(met)} of 5`}`]),
  proof: "line",
};
