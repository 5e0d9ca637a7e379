import { t } from "@lingui/core/macro";
import { Link, useNavigate } from "react-router";
import { isQuickWin, worthOf } from "../../editor/opportunities";
import type { Concerned, Opportunity } from "../../generated";
import { plain } from "../../ui/format";
import { Matrix, type MatrixPoint } from "../../ui/Matrix";
import { customersInWords } from "../../ui/words";
import { useShelved } from "../library/context";
import { OPPORTUNITIES } from "./addresses";
import { Customers } from "./Customers";
import { mostConcerned, useConcerned } from "./data";
import { RatingInput } from "./RowInputs";
import { BASIS_WORDS } from "./words";

const RANGE = [1, 5] as const;
const MIDDLE = 3;

/** What is worth much for little: value against effort, as large as the customers are many whom it concerns. */
export function MatrixView() {
  const navigate = useNavigate();
  const all = [...useShelved("opportunity")];
  const concerned = useConcerned();
  const largest = Math.max(1, ...all.map(([id]) => mostConcerned(concerned.of(id)) ?? 0));
  const points = all.flatMap(([id, one]) => pointOf(id, one, concerned.of(id), largest));
  const missing = all.filter(([, one]) => worthOf(one) === null || one.effort == null);
  return (
    <>
      {points.length > 0 ? (
        <Matrix
          label={t`Opportunities by effort and worth`}
          x={{ name: t`Effort`, range: RANGE, line: MIDDLE }}
          y={{ name: t`Worth`, range: RANGE, line: MIDDLE }}
          corners={[
            { name: t`Quick wins`, why: t`worth much, for little`, isFirst: "good" },
            { name: t`Large steps`, why: t`worth much, for much` },
            { name: t`On the way`, why: t`worth little, for little` },
            { name: t`Leave`, why: t`worth little, for much` },
          ]}
          points={points}
          chosen=""
          onOpen={(id) => navigate(`${OPPORTUNITIES}/${id}`)}
        />
      ) : (
        <p className="shelf-hint">
          {t`Nothing is rated yet. Rate what an opportunity is worth and what effort it takes, below or on its page.`}
        </p>
      )}
      <p className="shelf-hint">
        {t`Worth is the mean of worth to customers and to us, of those that are said. A diamond is a quick win; the larger a point, the more customers it concerns: those whom the number counts that it cites, else all who come to its steps.`}
      </p>
      {missing.length > 0 ? <Missing entries={missing} /> : null}
      <Twin entries={all.filter(([id]) => points.some((point) => point.id === id))} of={concerned.of} />
    </>
  );
}

function pointOf(
  id: string,
  one: Opportunity,
  concerned: readonly Concerned[],
  largest: number,
): MatrixPoint[] {
  const y = worthOf(one);
  const { name, effort: x } = one;
  if (y === null || x == null) return [];
  const customers = mostConcerned(concerned);
  const isMarked = isQuickWin(one);
  const words = [
    isMarked ? t`quick win` : "",
    t`worth ${rated(y)}, effort ${rated(x)}`,
    customers === null ? "" : customersInWords(customers),
    customers === null ? "" : basisOf(concerned),
  ];
  const size = customers === null ? {} : { size: customers / largest };
  const tone = isMarked ? { tone: "good" as const } : {};
  return [{ id, name, x, y, isMarked, words: words.filter(Boolean).join(", "), ...size, ...tone }];
}

/** Who is counted, of the dataset that counts the most. */
function basisOf(concerned: readonly Concerned[]): string {
  const most = concerned.find(({ customers }) => customers === mostConcerned(concerned));
  return most ? BASIS_WORDS[most.basis] : "";
}

function rated(value: number): string {
  return plain(value, Number.isInteger(value) ? 0 : 1);
}

type Entries = readonly (readonly [string, Opportunity])[];

/** What has no place yet, with the fields that give it one. */
function Missing({ entries }: { entries: Entries }) {
  return (
    <section className="shelf-section" aria-label={t`Not rated yet`}>
      <h2 className="shelf-head">{t`Not rated yet`}</h2>
      <Rows entries={entries} />
    </section>
  );
}

/** The twin of the picture: all of it as a table. */
function Twin({ entries, of }: { entries: Entries; of: (id: string) => readonly Concerned[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="shelf-section" aria-label={t`As a table`}>
      <h2 className="shelf-head">{t`As a table`}</h2>
      <Rows entries={entries} of={of} />
    </section>
  );
}

function Rows({ entries, of }: { entries: Entries; of?: (id: string) => readonly Concerned[] }) {
  return (
    <div className="opportunity-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Opportunity`}</th>
            <th scope="col">{t`Worth to customers`}</th>
            <th scope="col">{t`Worth to us`}</th>
            <th scope="col">{t`Effort`}</th>
            {of ? <th scope="col">{t`Customers`}</th> : null}
          </tr>
        </thead>
        <tbody>
          {entries.map(([id, one]) => (
            <tr key={id}>
              <th scope="row">
                <span className="opportunity-name">
                  <Link to={`${OPPORTUNITIES}/${id}`} dir="auto">
                    {one.name}
                  </Link>
                  {isQuickWin(one) ? <span className="opportunity-quick">{t`quick win`}</span> : null}
                </span>
              </th>
              <td>
                <RatingInput
                  id={id}
                  field="customer_value"
                  label={t`Worth to customers of ${one.name}`}
                  value={one.customer_value}
                />
              </td>
              <td>
                <RatingInput
                  id={id}
                  field="business_value"
                  label={t`Worth to us of ${one.name}`}
                  value={one.business_value}
                />
              </td>
              <td>
                <RatingInput id={id} field="effort" label={t`Effort of ${one.name}`} value={one.effort} />
              </td>
              {of ? (
                <td>
                  <Customers id={id} name={one.name} all={of(id)} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
