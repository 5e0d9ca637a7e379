import { t } from "@lingui/core/macro";
import { Scale } from "../Scale";
import { metWord } from "../words";
import type { FieldsProps } from "./face";

export function GoalFields({ card, set }: FieldsProps) {
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
