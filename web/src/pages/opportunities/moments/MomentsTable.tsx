import { t } from "@lingui/core/macro";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { plain } from "../../../ui/format";
import type { Axis, Moment } from "./moment";
import { amount, spread, standing } from "./words";

interface TableProps {
  moments: readonly Moment[];
  /** The map whose touchpoints these are; nothing: the items of a survey. */
  map: string;
  chosen: string;
  onOpen: (moment: Moment, axis: Axis) => void;
}

/** The same as a table: the broken first; each number opens the answers that it counted. */
export function MomentsTable({ moments, map, chosen, onOpen }: TableProps) {
  return (
    <div className="moments-table">
      <table className="table table-wide" aria-label={t`Moments of truth`}>
        <thead>
          <tr>
            <th>{map ? t`Touchpoint` : t`Item`}</th>
            <th className="is-number">{t`Importance`}</th>
            <th className="is-number">{t`Quality`}</th>
            <th>{t`Where it stands`}</th>
          </tr>
        </thead>
        <tbody>
          {moments.map((one) => (
            <Row key={one.id} moment={one} map={map} isChosen={one.id === chosen} onOpen={onOpen} />
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
}

function Row({ moment, map, isChosen, onOpen }: RowProps) {
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
          <Link to={`/maps/${map}?at=${id}`} dir="auto">
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
    </tr>
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
