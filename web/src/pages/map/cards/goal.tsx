import { t } from "@lingui/core/macro";
import { plain } from "../../../ui/format";
import { metWord } from "../words";
import type { BodyProps, Face } from "./face";
import { Meter } from "./Meter";

function Met({ card }: BodyProps) {
  if (card.met == null) return null;
  return (
    <span className="card-met caption">
      <Meter value={card.met} /> {metWord(card.met)}
    </span>
  );
}

/** What customers want, need and count on, and how well that is met. */
export const GOAL: Face = {
  Body: Met,
  facts: ({ met }) => (met == null ? [] : [`${metWord(met)}, ${t`${plain(met)} of 5`}`]),
  proof: "line",
};
