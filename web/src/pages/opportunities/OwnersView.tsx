import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Owned } from "../../generated";
import { Problem } from "../Problem";
import { OPPORTUNITIES } from "./addresses";
import { useOwners } from "./data";

/** Who answers for which touchpoints, stages and opportunities; what nobody answers for stands first. */
export function OwnersView() {
  const { owners, error } = useOwners();
  if (error) return <Problem error={error} />;
  if (!owners) return <div className="shelf-waits" aria-busy="true" role="status" aria-label={t`Counting`} />;
  const { nobody, teams } = owners;
  return (
    <div className="opportunity-table owners">
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Team`}</th>
            <th scope="col">{t`Touchpoints`}</th>
            <th scope="col">{t`Stages`}</th>
            <th scope="col">{t`Opportunities`}</th>
          </tr>
        </thead>
        <tbody>
          <Row owned={nobody} name={<span className="is-bad">{t`Nobody`}</span>} />
          {teams.map((owned) => (
            <Row
              key={owned.team || owned.name}
              owned={owned}
              name={
                owned.team ? (
                  <Link to={`/library/teams/${owned.team}`} dir="auto">
                    {owned.name}
                  </Link>
                ) : (
                  <span dir="auto">{owned.name}</span>
                )
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ owned, name }: { owned: Owned; name: ReactNode }) {
  const { touchpoints = [], stages = [], opportunities = [] } = owned;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Things
          things={touchpoints.map((one) => ({
            key: one.id,
            name: one.name,
            to: `/library/touchpoints/${one.id}`,
          }))}
        />
      </td>
      <td>
        <Things
          things={stages.map(({ map, stage, name, title }) => ({
            key: `${map}/${stage}`,
            name: name || t`Unnamed stage`,
            to: `/maps/${map}?at=${stage}`,
            detail: title,
          }))}
        />
      </td>
      <td>
        <Things
          things={opportunities.map((one) => ({
            key: one.id,
            name: one.name,
            to: `${OPPORTUNITIES}/${one.id}`,
          }))}
        />
      </td>
    </tr>
  );
}

interface Thing {
  key: string;
  name: string;
  to: string;
  detail?: string;
}

function Things({ things }: { things: readonly Thing[] }) {
  if (things.length === 0) return <span className="caption">–</span>;
  return (
    <ul className="owners-things">
      {things.map(({ key, name, to, detail }) => (
        <li key={key}>
          <Link to={to} className="opportunity-link" dir="auto">
            {name}
          </Link>
          {detail ? (
            <span className="caption" dir="auto">
              {detail}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
