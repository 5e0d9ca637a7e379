import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { setField } from "../../editor/ops";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { choicesOf } from "../map/words";
import { useShelf } from "./context";
import type { PictureProps } from "./RingMap";
import { STAKEHOLDERS } from "./StakeholdersPage";
import { ATTITUDE_WORDS, RING_WORDS, STAKEHOLDER_WORDS } from "./words";

/** The twin of both pictures: everything in them as a table. */
export function StakeholderTable({ stakeholders, chosen }: PictureProps) {
  const shelf = useShelf();
  const order = ["core", "direct", "indirect"];
  const sorted = [...stakeholders].sort(
    ([, a], [, b]) => order.indexOf(a.ring ?? "direct") - order.indexOf(b.ring ?? "direct"),
  );
  const rated = (rating: number | null | undefined) => (rating == null ? "–" : plain(rating, 1));
  return (
    <div className="shelf-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Name`}</th>
            <th scope="col">{t`What it is`}</th>
            <th scope="col">{t`Ring`}</th>
            <th scope="col" className="is-number">{t`Influence`}</th>
            <th scope="col" className="is-number">{t`Interest`}</th>
            <th scope="col">{t`Attitude`}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(([id, one]) => (
            <tr key={id} aria-current={id === chosen || undefined}>
              <th scope="row" dir="auto">
                <Link to={`${STAKEHOLDERS}/${id}`}>{one.name}</Link>
              </th>
              <td>{STAKEHOLDER_WORDS[one.kind ?? "other"]}</td>
              <td>
                <Select
                  label={t`Ring of ${one.name}`}
                  isLabelHidden
                  value={one.ring ?? "direct"}
                  options={choicesOf(RING_WORDS)}
                  onChange={(ring) => shelf.edit([setField(id, "ring", ring)])}
                />
              </td>
              <td className="is-number numbers">{rated(one.influence)}</td>
              <td className="is-number numbers">{rated(one.interest)}</td>
              <td>{one.attitude ? ATTITUDE_WORDS[one.attitude] : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
