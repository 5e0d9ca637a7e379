import { msg, t } from "@lingui/core/macro";
import { useState } from "react";
import { Link } from "react-router";
import { perspectives } from "../../editor/grids";
import { worthOf } from "../../editor/opportunities";
import { spoken } from "../../editor/spoken";
import type { Opportunity } from "../../generated";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { useShelved } from "../library/context";
import { OPPORTUNITIES } from "./addresses";
import { votesOf } from "./Ideas";
import { PlacingField } from "./PlacedFields";

const SHOWN = spoken({
  value: msg`Value`,
  capability: msg`Capabilities`,
  ideas: msg`Solutions`,
});
type Shown = keyof typeof SHOWN;

/** Jobs that customers want done, by what keeps them from it; in each cell what would help, and what for it is needed. */
export function PerspectivesView() {
  const [shown, setShown] = useState<Shown>("value");
  const grid = perspectives(useShelved("opportunity"));
  return (
    <>
      <div className="shelf-tools">
        <fieldset className="shelf-looks" aria-label={t`What the cells say`}>
          {(Object.keys(SHOWN) as Shown[]).map((one) => (
            <Button key={one} size="small" aria-pressed={shown === one} onPress={() => setShown(one)}>
              {SHOWN[one]}
            </Button>
          ))}
        </fieldset>
      </div>
      {grid.jobs.length === 0 ? (
        <p className="shelf-hint">
          {t`Nothing is placed yet. Say below, or on the page of an opportunity, which job customers want done and what keeps them from it.`}
        </p>
      ) : (
        <div className="opportunity-table perspectives">
          <table>
            <thead>
              <tr>
                <th scope="col">{t`Job, and what keeps customers from it`}</th>
                {grid.barriers.map((barrier) => (
                  <th key={barrier} scope="col" dir="auto">
                    {barrier}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {grid.jobs.map((job) => (
                <tr key={job}>
                  <th scope="row" dir="auto">
                    {job}
                  </th>
                  {grid.barriers.map((barrier) => (
                    <td key={barrier}>
                      <ul className="perspective-cell">
                        {grid.at(job, barrier).map(([id, one]) => (
                          <li key={id}>
                            <Link to={`${OPPORTUNITIES}/${id}`} className="opportunity-link" dir="auto">
                              {one.name}
                            </Link>
                            <Said id={id} opportunity={one} shown={shown} />
                          </li>
                        ))}
                      </ul>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {grid.unplaced.length > 0 ? (
        <section className="shelf-section" aria-label={t`Not placed yet`}>
          <h2 className="shelf-head">{t`Not placed yet`}</h2>
          <ul className="opportunity-unplaced">
            {grid.unplaced.map(([id, one]) => (
              <li key={id}>
                <Link to={`${OPPORTUNITIES}/${id}`} className="opportunity-link" dir="auto">
                  {one.name}
                </Link>
                <PlacingField id={id} opportunity={one} field="job" label={t`Job of ${one.name}`} />
                <PlacingField id={id} opportunity={one} field="barrier" label={t`Barrier of ${one.name}`} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

interface SaidProps {
  id: string;
  opportunity: Opportunity;
  shown: Shown;
}

function Said({ id, opportunity, shown }: SaidProps) {
  const ideas = [...useShelved("idea").values()].filter((idea) => idea.opportunity === id);
  if (shown === "ideas") {
    const ranked = ideas.sort((a, b) => votesOf(b) - votesOf(a));
    return ranked.length === 0 ? (
      <span className="caption">{t`no idea yet`}</span>
    ) : (
      ranked.map((idea) => (
        <span key={idea.name} className="caption" dir="auto">
          {idea.name} · {votesOf(idea)}
        </span>
      ))
    );
  }
  const worth = worthOf(opportunity);
  const rated = worth === null ? t`not rated yet` : t`worth ${plain(worth, worth % 1 ? 1 : 0)} of 5`;
  const words = shown === "value" ? rated : opportunity.capability || t`not said`;
  return (
    <span className="caption numbers" dir="auto">
      {words}
    </span>
  );
}
