import { plural, t } from "@lingui/core/macro";
import { ListFilter, X } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { type Choices, Menu } from "../../ui/Menu";
import { ConditionDialog } from "./ConditionDialog";
import { useDesk } from "./desk";
import { type Condition, conditions, withoutCondition } from "./only";
import { conditionInWords } from "./words";

export type Adding = Condition["kind"] | "period";

/** What is looked at: each condition is a chip that one can take away, and the customers that are left stand behind. */
export function Filters({ left }: { left: number | undefined }) {
  const { looking, places, look } = useDesk();
  const [adding, setAdding] = useState<Adding | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const remove = (one: Condition) => {
    look({ only: withoutCondition(looking.only, one) });
    bar.current?.querySelector<HTMLElement>(".filter-add")?.focus();
  };
  return (
    <div className="filters" ref={bar}>
      <Menu
        label={t`Add a filter`}
        trigger={
          <Button className="filter-add">
            <ListFilter size={14} /> {t`Filter`}
          </Button>
        }
        items={choices(setAdding, looking.only.each === "session", useHasMore())}
      />
      <ul className="filter-chips" aria-label={t`Filters`}>
        {conditions(looking.only).map((one) => {
          const words = conditionInWords(one, places);
          return (
            <li key={JSON.stringify(one)}>
              <button
                type="button"
                className="filter-chip"
                aria-label={t`Take away the filter: ${words}`}
                onClick={() => remove(one)}
                onKeyDown={(event) => (/^(Delete|Backspace)$/.test(event.key) ? remove(one) : undefined)}
              >
                <span dir="auto">{words}</span> <X size={12} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
      <span className="filter-left numbers" role="status">
        {left === undefined ? "" : leftInWords(left, places.customers)}
      </span>
      {adding ? <ConditionDialog adding={adding} onClose={() => setAdding(null)} /> : null}
    </div>
  );
}

function leftInWords(left: number, all: number): string {
  if (left === all) return plural(all, { one: "# customer", other: "all # customers" });
  const of = plain(all);
  return plural(left, { one: `# of ${of} customers`, other: `# of ${of} customers` });
}

function useHasMore() {
  const { places } = useDesk();
  return { channels: places.channels.length > 1, attributes: (places.attributes ?? []).length > 0 };
}

function choices(
  add: (adding: Adding) => void,
  isEach: boolean,
  has: { channels: boolean; attributes: boolean },
): Choices {
  // Once the menu is gone: the dialog then has the focus.
  const choice = (id: Adding, label: string) => ({ id, label, act: () => setTimeout(() => add(id)) });
  return [
    choice("period", t`In a period`),
    ...(has.attributes ? [choice("segment", t`With an attribute`)] : []),
    "line",
    choice("passed", t`Came to a place`),
    choice("never", t`Never came to a place`),
    choice("repeated", t`Came to a place twice or more`),
    choice("began_at", t`Began at a place`),
    choice("ended_at", t`Ended at a place`),
    "line",
    choice("without", t`Without the events of a place`),
    ...(has.channels ? [choice("channels", t`Only in some channels`)] : []),
    choice("first", t`Only the first events`),
    ...(isEach ? [] : [choice("each", t`Each session by itself`)]),
  ];
}
