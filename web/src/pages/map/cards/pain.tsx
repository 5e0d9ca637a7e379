import { SeverityMark } from "../../../ui/Marks";
import { SEVERITY_WORDS } from "../../../ui/words";
import type { BodyProps, Face } from "./face";
import { Proof } from "./Proof";

function PainBody({ card, isWordy }: BodyProps) {
  return (
    <span className="card-foot">
      {card.severity ? <SeverityMark severity={card.severity} /> : <span />}
      <Proof card={card} isWordy={isWordy} />
    </span>
  );
}

/** Pain points and barriers: what hurts, and how much. */
export const PAIN: Face = {
  Body: PainBody,
  facts: ({ severity }) => (severity ? [SEVERITY_WORDS[severity]] : []),
  proof: "body",
};
