import { t } from "@lingui/core/macro";
import type { Concerned } from "../../generated";
import { ask, openConcerned } from "../../transport";
import { interval, inUnit, plain } from "../../ui/format";
import { customersInWords } from "../../ui/words";
import { useOpenCustomers } from "./opening";
import { BASIS_WORDS } from "./words";

interface CustomersProps {
  id: string;
  name: string;
  all: readonly Concerned[];
  /** Says the number and its interval, too. */
  isWhole?: boolean;
}

/** How many customers an opportunity concerns, by dataset, and who they are; each number opens exactly these. */
export function Customers({ all, isWhole = false, ...whose }: CustomersProps) {
  if (all.length === 0)
    return isWhole ? (
      <p className="shelf-hint">{t`Nobody knows yet: it cites no number, and stands at no step that is bound to events of a dataset.`}</p>
    ) : (
      <span className="caption">–</span>
    );
  return all.map((one) => <Opens key={one.dataset} one={one} isWhole={isWhole} {...whose} />);
}

interface OpensProps {
  id: string;
  name: string;
  one: Concerned;
  isWhole: boolean;
}

function Opens({ id, name, one, isWhole }: OpensProps) {
  const open = useOpenCustomers();
  const { dataset, customers, definition, note = "" } = one;
  const basis = BASIS_WORDS[one.basis];
  const show = () => {
    const measure = { value: customers, unit: "customers", low: null, high: null, n: customers, customers };
    open({
      opened: {
        title: name,
        measure: {
          ...measure,
          definition,
          note: [t`These are the customers ${basis}.`, note].join(" ").trim(),
        },
      },
      dataset,
      rows: {
        key: ["concerned", id, dataset, one.basis, definition],
        isTimeless: one.basis === "deviation",
        page: (offset, limit) => ask(openConcerned({ path: { id }, query: { dataset, offset, limit } })),
      },
    });
  };
  return (
    <span className="opportunity-concerned numbers">
      <button
        type="button"
        className="link"
        aria-label={t`${customersInWords(customers)} of ${one.name}, ${name}, ${basis}: open them`}
        disabled={customers === 0}
        onClick={show}
      >
        {isWhole ? customersInWords(customers) : plain(customers)}
      </button>
      <span className="caption">{basis}</span>
      {isWhole ? (
        <>
          <span className="caption">{numberInWords(one)}</span>
          <span className="caption" dir="auto">
            {definition}
          </span>
        </>
      ) : null}
    </span>
  );
}

function numberInWords({ name, value, low, high, unit = "share", n, too_few }: Concerned): string {
  if (too_few || value == null) return t`of ${plain(n)} in ${name}: too few to say which share that is`;
  const between = low != null && high != null ? ` (${interval(low, high, unit, value)})` : "";
  return t`${inUnit(value, unit)}${between} of ${plain(n)} in ${name}`;
}
