import { t } from "@lingui/core/macro";
import type { Concerned } from "../../generated";
import { interval, inUnit, plain } from "../../ui/format";
import { customersInWords } from "../../ui/words";
import { populationOf } from "../asking";
import { useOpenCustomers } from "./opening";

interface CustomersProps {
  name: string;
  all: readonly Concerned[];
  /** Says the share and its interval, too. */
  isWhole?: boolean;
}

/** How many customers an opportunity concerns, by dataset; each number opens exactly these. */
export function Customers({ name, all, isWhole = false }: CustomersProps) {
  if (all.length === 0)
    return isWhole ? (
      <p className="shelf-hint">{t`Nobody knows yet: it stands at no step that is bound to events of a dataset.`}</p>
    ) : (
      <span className="caption">–</span>
    );
  return all.map((one) => <Opens key={one.dataset} name={name} one={one} isWhole={isWhole} />);
}

function Opens({ name, one, isWhole }: { name: string; one: Concerned; isWhole: boolean }) {
  const open = useOpenCustomers();
  const { dataset, customers, reach, opens } = one;
  const show = () => {
    const { definition, n, note } = reach;
    const measure = { value: customers, unit: "customers", low: null, high: null, n, customers: null };
    open({
      opened: { title: name, measure: { ...measure, definition, note: note ?? "" } },
      dataset,
      rows: populationOf(dataset, opens),
    });
  };
  const words = isWhole ? customersInWords(customers) : plain(customers);
  return (
    <span className="opportunity-concerned numbers">
      <button
        type="button"
        className="link"
        aria-label={t`${customersInWords(customers)} of ${one.name}, ${name}: open them`}
        disabled={customers === 0}
        onClick={show}
      >
        {words}
      </button>
      {isWhole ? <span className="caption">{shareInWords(one)}</span> : null}
    </span>
  );
}

function shareInWords({ name, reach }: Concerned): string {
  const { value, low, high, unit, n, too_few } = reach;
  if (too_few || value == null) return t`of ${plain(n)} in ${name}: too few to say which share that is`;
  const between = low != null && high != null ? ` (${interval(low, high, unit, value)})` : "";
  return t`${inUnit(value, unit)}${between} of ${plain(n)} in ${name}`;
}
