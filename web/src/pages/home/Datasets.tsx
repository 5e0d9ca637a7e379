import { t } from "@lingui/core/macro";
import { Database, Waypoints } from "lucide-react";
import { Link } from "react-router";
import { day, plain } from "../../ui/format";
import { listDatasets } from "../asking";
import { useAsked } from "../useAsked";

/** The datasets beside which maps are read. */
export function Datasets() {
  const { data: datasets } = useAsked(["datasets"], listDatasets);
  if (!datasets) return null;
  return (
    <section className="page-part">
      <header className="part-line">
        <h2>{t`Datasets`}</h2>
        <Link to="/data">{t`Import data`}</Link>
      </header>
      {datasets.length === 0 ? (
        <p className="panel-hint">
          {t`None yet. A dataset is a file of what customers did: with it, a map shows how many, how long and how it felt.`}
        </p>
      ) : (
        <table className="table table-wide numbers">
          <thead>
            <tr>
              <th>{t`Name`}</th>
              <th className="is-number">{t`Events`}</th>
              <th className="is-number">{t`Answers`}</th>
              <th className="is-number">{t`Customers`}</th>
              <th className="is-number">{t`Refused`}</th>
              <th>{t`Until`}</th>
              <th>
                <span className="only-read">{t`What can be done`}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {datasets.map((dataset) => (
              <tr key={dataset.id}>
                <td>
                  <Link to={`/data/${dataset.id}`} className="table-name">
                    <Database size={14} aria-hidden /> {dataset.name}
                  </Link>
                </td>
                <td className="is-number">{plain(dataset.events)}</td>
                <td className="is-number">{plain(dataset.answers)}</td>
                <td className="is-number">{plain(dataset.customers)}</td>
                <td className="is-number">{plain(dataset.refused)}</td>
                <td>{dataset.last ? day(dataset.last) : ""}</td>
                <td className="row-acts">
                  <Link to={`/explore/${dataset.id}`} className="table-name">
                    <Waypoints size={14} aria-hidden /> {t`Explore`}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
