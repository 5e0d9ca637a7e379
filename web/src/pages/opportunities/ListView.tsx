import { msg, t } from "@lingui/core/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import {
  columnOf,
  gradeOfOpportunity,
  isAmong,
  isQuickWin,
  NO_NARROWING,
  type Sorted,
  type Sorting,
  sorted,
} from "../../editor/opportunities";
import { setField } from "../../editor/ops";
import { spoken } from "../../editor/spoken";
import type { Concerned, Opportunity } from "../../generated";
import { GradeMark } from "../../ui/Marks";
import { Select } from "../../ui/Select";
import { useShelf, useShelved } from "../library/context";
import { useGround } from "../library/ground";
import { choicesOf, PROGRESS_WORDS } from "../map/words";
import { OPPORTUNITIES } from "./addresses";
import { Customers } from "./Customers";
import { mostConcerned, useConcerned } from "./data";
import { Narrow } from "./Narrow";
import { DueInput, OwnerInput, RatingInput } from "./RowInputs";

const COLUMNS = spoken({
  name: msg`Opportunity`,
  status: msg`Status`,
  worth: msg`Worth to customers`,
  business: msg`Worth to us`,
  effort: msg`Effort`,
  owner: msg`Owner`,
  due: msg`Due`,
  customers: msg`Customers`,
});

/** All opportunities as a table: narrowed, sorted, and edited where they stand. */
export function ListView() {
  const shelf = useShelf();
  const all = useShelved("opportunity");
  const [narrowing, setNarrowing] = useState(NO_NARROWING);
  const [order, setOrder] = useState<Sorted | null>(null);
  const concerned = useConcerned();
  const mapsOf = (id: string) => shelf.usesOf(id).map(({ map }) => map);
  const among = [...all].filter(([id, one]) => isAmong(one, mapsOf(id), narrowing));
  const shown = order ? sorted(among, order, (id) => mostConcerned(concerned.of(id))) : among;
  return (
    <>
      <Narrow narrowing={narrowing} onChange={setNarrowing} found={shown.length} />
      <div className="opportunity-table">
        <table>
          <thead>
            <tr>
              {(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((by) => (
                <Head key={by} by={by} order={order} onOrder={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(([id, one]) => (
              <Row key={id} id={id} opportunity={one} concerned={concerned.of(id)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface HeadProps {
  by: keyof typeof COLUMNS;
  order: Sorted | null;
  onOrder: (order: Sorted | null) => void;
}

// What is looked for first is what is worth most; names and days begin at their beginning.
const DOWN_FIRST: ReadonlySet<Sorting> = new Set(["worth", "business", "customers"]);

function Head({ by, order, onOrder }: HeadProps) {
  const isBy = order?.by === by;
  const turn = () => {
    const first = DOWN_FIRST.has(by);
    if (!isBy) onOrder({ by, isDown: first });
    else onOrder(order.isDown === first ? { by, isDown: !first } : null);
  };
  const Arrow = order?.isDown ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={isBy ? (order.isDown ? "descending" : "ascending") : "none"}>
      <button type="button" className="opportunity-sort" onClick={turn}>
        {COLUMNS[by]} {isBy ? <Arrow size={12} aria-hidden /> : null}
      </button>
    </th>
  );
}

interface RowProps {
  id: string;
  opportunity: Opportunity;
  concerned: readonly Concerned[];
}

function Row({ id, opportunity, concerned }: RowProps) {
  const shelf = useShelf();
  const { name } = opportunity;
  const ground = useGround();
  return (
    <tr>
      <th scope="row">
        <span className="opportunity-name">
          <GradeMark grade={gradeOfOpportunity(opportunity, ground)} />
          <Link to={`${OPPORTUNITIES}/${id}`} dir="auto">
            {name}
          </Link>
          {isQuickWin(opportunity) ? <span className="opportunity-quick">{t`quick win`}</span> : null}
        </span>
      </th>
      <td>
        <Select
          label={t`Status of ${name}`}
          isLabelHidden
          value={columnOf(opportunity)}
          options={choicesOf(PROGRESS_WORDS)}
          onChange={(status) => shelf.edit([setField(id, "status", status)])}
        />
      </td>
      <td>
        <RatingInput
          id={id}
          field="customer_value"
          label={t`Worth to customers of ${name}`}
          value={opportunity.customer_value}
        />
      </td>
      <td>
        <RatingInput
          id={id}
          field="business_value"
          label={t`Worth to us of ${name}`}
          value={opportunity.business_value}
        />
      </td>
      <td>
        <RatingInput id={id} field="effort" label={t`Effort of ${name}`} value={opportunity.effort} />
      </td>
      <td>
        <OwnerInput id={id} label={t`Owner of ${name}`} value={opportunity.owner} />
      </td>
      <td>
        <DueInput id={id} label={t`Due day of ${name}`} value={opportunity.due} />
      </td>
      <td>
        <Customers id={id} name={name} all={concerned} />
      </td>
    </tr>
  );
}
