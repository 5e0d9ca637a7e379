import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { KINDS } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import type { LaneKind, PlannedAssumption } from "../../generated";
import { newChangeId } from "../../model";
import { ask, changeMap } from "../../transport";
import { interval, plain } from "../../ui/format";
import { FamilyIcon } from "../../ui/Marks";
import { say } from "../../ui/Toast";
import { inWords } from "../useAsked";
import { kindInWords } from "./words";

interface PlanRowProps {
  one: PlannedAssumption;
  onOpen: () => void;
}

/** One assumption: what it says, why it matters, and what to ask. */
export function PlanRow({ one, onOpen }: PlanRowProps) {
  const family = KINDS[one.kind as LaneKind]?.family ?? "measures";
  return (
    <li className="plan-row">
      <span className="plan-points numbers" title={t`Points`}>
        <span className="only-read">{t`Points`} </span>
        {plain(one.points, 1)}
      </span>
      <div className="plan-said">
        <p className="plan-kind">
          <FamilyIcon family={family} size={14} /> {kindInWords(one.kind)}
          {one.score == null ? "" : ` ${signed(one.score)}`}
        </p>
        <Link to={`/maps/${one.map}?at=${one.card}`} className="plan-text" dir="auto">
          {one.text || kindInWords(one.kind)}
        </Link>
        <p className="caption" dir="auto">
          {[one.title, one.stage, one.step].filter(Boolean).join(" › ")}
        </p>
        <Reasons one={one} onOpen={onOpen} />
      </div>
      <div className="plan-asks">
        {one.personas.length > 0 ? (
          <p className="caption" dir="auto">{t`Ask somebody like ${one.personas.join(", ")}`}</p>
        ) : null}
        <ul>
          {one.questions.map((question) => (
            <li key={question} dir="auto">
              {question}
            </li>
          ))}
        </ul>
        <Tick one={one} />
      </div>
    </li>
  );
}

function signed(score: number): string {
  return score > 0 ? `+${plain(score, 1)}` : plain(score, 1);
}

/** Why it pays to ask; the share of customers opens them. */
function Reasons({ one, onOpen }: PlanRowProps) {
  return (
    <ul className="plan-reasons" aria-label={t`Why it matters`}>
      {one.reasons.map((reason) => (
        <li key={reason.kind}>
          {reason.kind === "reach" ? (
            <Reach one={one} says={reason.says} onOpen={onOpen} />
          ) : (
            <span>{reason.says}</span>
          )}
          <span className="caption numbers">+{plain(reason.points, 1)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The share of customers who come here, with its interval and n; it opens them. */
function Reach({ one: { reach }, says, onOpen }: PlanRowProps & { says: string }) {
  const { low, high, n = 0, unit = "share" } = reach ?? {};
  return (
    <>
      <button type="button" className="link numbers" onClick={onOpen}>
        {says}
      </button>
      <span className="caption numbers">
        {low != null && high != null ? `${interval(low, high, unit)} · ` : ""}n {plain(n)}
      </span>
    </>
  );
}

const ASKED = "being-asked";

/** Whether somebody asks this: a tag of the card, for everybody who opens the map. */
function Tick({ one }: { one: PlannedAssumption }) {
  const asked = useQueryClient();
  const tick = async (isAsked: boolean) => {
    const others = one.tags.filter((tag) => tag !== ASKED);
    const op = setField(one.card, "tags", isAsked ? [...others, ASKED] : others);
    try {
      await ask(changeMap({ path: { id: one.map }, body: { id: newChangeId(), ops: [op] } }));
      await asked.invalidateQueries({ queryKey: ["plan"] });
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
  };
  return (
    <label className="plan-tick">
      <input
        type="checkbox"
        checked={one.is_asked}
        onChange={({ target }) => void tick(target.checked)}
        aria-label={t`Being asked: ${one.text || kindInWords(one.kind)}`}
      />
      {t`Being asked`}
    </label>
  );
}
