import { t } from "@lingui/core/macro";
import { Lightbulb, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { Button } from "../../../ui/Button";
import { plain } from "../../../ui/format";
import { useShelf, useShelved } from "../../library/context";
import { OPPORTUNITIES } from "../addresses";
import { type Axis, isToImprove, type Moment } from "./moment";
import { amount, spread, standing } from "./words";

interface TableProps {
  moments: readonly Moment[];
  /** The map whose touchpoints these are; nothing: the items of a survey. */
  map: string;
  chosen: string;
  onOpen: (moment: Moment, axis: Axis) => void;
  /** Makes an opportunity of a moment; absent for a survey, which has no cells. */
  onMake?: (moment: Moment) => void;
}

/** The same as a table: the broken first; each number opens the answers that it counted. */
export function MomentsTable({ moments, map, chosen, onOpen, onMake }: TableProps) {
  return (
    <div className="moments-table">
      <table className="table table-wide" aria-label={t`Moments of truth`}>
        <thead>
          <tr>
            <th>{map ? t`Touchpoint` : t`Item`}</th>
            <th className="is-number">{t`Importance`}</th>
            <th className="is-number">{t`Quality`}</th>
            <th>{t`Where it stands`}</th>
            {onMake ? <th>{t`Opportunity`}</th> : null}
          </tr>
        </thead>
        <tbody>
          {moments.map((one) => (
            <Row
              key={one.id}
              moment={one}
              map={map}
              isChosen={one.id === chosen}
              onOpen={onOpen}
              {...(onMake ? { onMake } : {})}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  moment: Moment;
  map: string;
  isChosen: boolean;
  onOpen: (moment: Moment, axis: Axis) => void;
  onMake?: (moment: Moment) => void;
}

function Row({ moment, map, isChosen, onOpen, onMake }: RowProps) {
  const { id, name, where, isMarked, isBroken, quarter } = moment;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <tr ref={row} className={isChosen ? "is-chosen" : ""}>
      <th scope="row">
        {isMarked ? <i className="moments-mark" role="img" aria-label={t`Moment of truth`} /> : null}
        {map ? (
          <Link to={`/maps/${map}?at=${moment.of?.card ?? id}`} dir="auto">
            {name || t`Unnamed`}
          </Link>
        ) : (
          <span dir="auto">{name}</span>
        )}
        {where ? (
          <span className="caption" dir="auto">
            {where}
          </span>
        ) : null}
      </th>
      <Amount moment={moment} axis="importance" onOpen={onOpen} />
      <Amount moment={moment} axis="quality" onOpen={onOpen} />
      <td className={isBroken ? "is-bad" : quarter === null ? "caption" : ""}>{standing(moment)}</td>
      {onMake ? (
        <td>
          <Answered moment={moment} onMake={onMake} />
        </td>
      ) : null}
    </tr>
  );
}

interface AnsweredProps {
  moment: Moment;
  onMake: (moment: Moment) => void;
}

/** The opportunity that answers a moment, or the button that makes one of what is broken. */
function Answered({ moment, onMake }: AnsweredProps) {
  const shelf = useShelf();
  const named = useShelved("opportunity").get(moment.opportunity);
  if (named)
    return (
      <Link to={`${OPPORTUNITIES}/${moment.opportunity}`} className="opportunity-link">
        <Lightbulb size={14} aria-hidden /> <span dir="auto">{named.name}</span>
      </Link>
    );
  if (!isToImprove(moment)) return null;
  return (
    <Button
      size="small"
      look="edged"
      isDisabled={shelf.isReadOnly}
      aria-label={t`Make an opportunity: ${moment.name}`}
      onPress={() => onMake(moment)}
    >
      <Plus size={13} aria-hidden /> {t`Make an opportunity`}
    </Button>
  );
}

interface AmountProps {
  moment: Moment;
  axis: Axis;
  onOpen: (moment: Moment, axis: Axis) => void;
}

function Amount({ moment, axis, onOpen }: AmountProps) {
  const [estimate, n] = [moment[axis], moment.n[axis]];
  const words = estimate ? amount(estimate) : "–";
  const name =
    axis === "importance"
      ? t`Importance of ${moment.name}: ${words}`
      : t`Quality of ${moment.name}: ${words}`;
  return (
    <td className="is-number numbers">
      {estimate && n !== null ? (
        <button type="button" className="link" aria-label={name} onClick={() => onOpen(moment, axis)}>
          {words}
        </button>
      ) : (
        words
      )}
      {estimate ? <span className="caption">{spread(estimate)}</span> : null}
      <span className="caption">{n === null ? (estimate ? t`judged` : "") : `n ${plain(n)}`}</span>
    </td>
  );
}
