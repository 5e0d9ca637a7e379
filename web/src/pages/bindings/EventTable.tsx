import { plural, t } from "@lingui/core/macro";
import { Check, Circle, Copy, Minus, Plus, Sparkles } from "lucide-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import {
  Cell,
  Checkbox,
  Column,
  type Key,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
} from "react-aria-components";
import { type Shown, standings } from "../../editor/binding";
import type { BoundEvent } from "../../generated";
import { Button } from "../../ui/Button";
import { inUnit, plain } from "../../ui/format";
import { keyOf, proposalFor, useDesk } from "./context";
import { type Gestures, nameFor, offerOf } from "./gestures";

const FIRST = 200; // rows drawn before somebody asks for more

interface TableProps {
  rows: readonly BoundEvent[];
  shown: Shown;
  selected: Selection;
  onSelect: (selected: Selection) => void;
  onTouchpoint: (id: string) => void;
  /** Enter, or a double press, on a row. */
  onTie: (row: Key) => void;
  gestures: Gestures;
}

/** The events by volume: who takes them, and what those that nobody takes may be. */
export function EventTable(props: TableProps) {
  const { rows, shown, selected, onSelect, onTie, gestures } = props;
  const { found } = useDesk();
  const [most, setMost] = useState(FIRST);
  const drawn = rows.slice(0, most);
  const largest = Math.max(1, ...rows.map(({ events }) => events));
  return (
    <div className="bind-events">
      {/* Keys are heard before the table within takes them. */}
      <div onKeyDownCapture={(event) => press(event, rows, selected, gestures)}>
        <Table
          aria-label={t`Events`}
          className="bind-table"
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={onSelect}
          onRowAction={onTie}
        >
          <TableHeader className="bind-heads">
            <Column className="bind-tick">
              <Tick />
            </Column>
            <Column isRowHeader className="bind-name">{t`Event`}</Column>
            <Column className="bind-amount">{found.counted === "events" ? t`Events` : t`Answers`}</Column>
            <Column className="bind-number">{t`Share`}</Column>
            <Column className="bind-number bind-customers">{t`Customers`}</Column>
            <Column className="bind-takers">{t`Touchpoint`}</Column>
          </TableHeader>
          <TableBody renderEmptyState={() => <Nothing shown={shown} />}>
            {drawn.map((event) => (
              <EventRow key={event.event} event={event} largest={largest} {...props} />
            ))}
          </TableBody>
        </Table>
      </div>
      <Rest drawn={drawn.length} all={rows.length} more={() => setMost(most + FIRST)} />
    </div>
  );
}

function press(
  event: KeyboardEvent,
  rows: readonly BoundEvent[],
  selected: Selection,
  { accept, untie }: Gestures,
): void {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing);
  const focused = (event.target as Element).closest<HTMLElement>("[data-event]")?.dataset.event;
  const isChosen = (row: BoundEvent) => selected === "all" || selected.has(keyOf(row.event));
  const some = rows.filter(isChosen);
  const chosen = some.length > 0 ? some : rows.filter((row) => row.event === focused);
  if (!isPlain || chosen.length === 0) return;
  if (event.key.toLowerCase() === "a") accept(chosen);
  else if (event.key === "Delete" || event.key === "Backspace") untie(chosen);
  else return;
  event.preventDefault();
}

interface RowProps extends TableProps {
  event: BoundEvent;
  largest: number;
}

function EventRow({ event, largest, onTouchpoint, gestures }: RowProps) {
  const { found } = useDesk();
  const all = found.totals.all.events;
  return (
    <Row id={keyOf(event.event)} textValue={event.event} data-event={event.event} className="bind-row">
      <Cell className="bind-tick">
        <Tick />
      </Cell>
      <Cell className="bind-name">
        <span dir="auto">{event.event || t`(no name)`}</span>
      </Cell>
      <Cell className="bind-amount numbers">
        <Amount event={event} largest={largest} />
      </Cell>
      <Cell className="bind-number numbers">{all > 0 ? inUnit(event.events / all, "share") : ""}</Cell>
      <Cell className="bind-number bind-customers numbers">{plain(event.customers)}</Cell>
      <Cell className="bind-takers">
        <Takers event={event} onTouchpoint={onTouchpoint} />
        <Offered event={event} gestures={gestures} />
      </Cell>
    </Row>
  );
}

function Tick() {
  return (
    <Checkbox slot="selection" className="tick">
      {({ isIndeterminate }) => {
        const Mark = isIndeterminate ? Minus : Check;
        return <Mark size={12} strokeWidth={3} className="tick-box" aria-hidden />;
      }}
    </Checkbox>
  );
}

/** The bar of an event: what one touchpoint takes, what several take, and what none takes. */
function Amount({ event, largest }: { event: BoundEvent; largest: number }) {
  const { events, once, twice, unbound } = event;
  const width = (part: number) => ({ inlineSize: `${(100 * part) / largest}%` });
  return (
    <>
      <span className="bind-count">{plain(events)}</span>
      <span className="bind-meter" aria-hidden>
        {once > 0 ? <span className="is-bound" style={width(once)} /> : null}
        {twice > 0 ? <span className="is-twice" style={width(twice)} /> : null}
        {unbound > 0 ? <span className="is-unbound" style={width(unbound)} /> : null}
      </span>
    </>
  );
}

function Takers({ event, onTouchpoint }: { event: BoundEvent; onTouchpoint: (id: string) => void }) {
  const { touchpoints } = useDesk();
  const stands = standings(event);
  return (
    <>
      {event.touchpoints.map(({ touchpoint }) => (
        <Button key={touchpoint} size="small" className="bind-chip" onPress={() => onTouchpoint(touchpoint)}>
          <span dir="auto">{touchpoints.get(touchpoint)?.name ?? touchpoint}</span>
        </Button>
      ))}
      {stands.includes("twice") ? (
        <span className="bind-twice">
          <Copy size={12} aria-hidden /> {t`twice`}
        </span>
      ) : null}
      {stands.includes("unbound") ? (
        <span className="bind-unbound">
          <Circle size={12} aria-hidden />
          {stands.length > 1
            ? t`${inUnit(event.unbound / Math.max(1, event.events), "share")} unbound`
            : t`unbound`}
        </span>
      ) : null}
    </>
  );
}

/** One press ties the event to the touchpoint whose name is most like it, or to a new one. */
function Offered({ event, gestures }: { event: BoundEvent; gestures: Gestures }) {
  const desk = useDesk();
  const proposal = useMemo(() => proposalFor(desk.found, event.event), [desk.found, event.event]);
  if (!proposal || desk.isReadOnly || !standings(event).includes("unbound")) return null;
  const offer = offerOf(desk, event);
  const name = offer ? (desk.touchpoints.get(offer)?.name ?? "") : nameFor(desk, event);
  if (offer)
    return (
      <Button size="small" look="edged" className="bind-offer" onPress={() => gestures.accept([event])}>
        <Sparkles size={12} aria-hidden />
        <span className="only-read">{t`Accept`}</span> <span dir="auto">{name}</span>
      </Button>
    );
  return (
    <Button size="small" className="bind-fresh" onPress={() => gestures.tieToNew(name, [event])}>
      <Plus size={12} aria-hidden />
      <span className="only-read">{t`New touchpoint`}</span> <span dir="auto">{name}</span>
    </Button>
  );
}

function Rest({ drawn, all, more }: { drawn: number; all: number; more: () => void }) {
  const { found } = useDesk();
  const left = found.left_out ?? 0;
  return (
    <>
      {drawn < all ? (
        <Button look="edged" className="bind-more" onPress={more}>
          {plural(all - drawn, { one: "Show # more", other: "Show # more" })}
        </Button>
      ) : null}
      {left > 0 ? (
        <p className="shelf-hint">
          {plural(left, {
            one: "# rarer name is not listed; it counts in the totals.",
            other: "# rarer names are not listed; they count in the totals.",
          })}
        </p>
      ) : null}
    </>
  );
}

function Nothing({ shown }: { shown: Shown }) {
  const { found } = useDesk();
  if (found.names.length === 0) return <p className="bind-nothing">{t`This dataset has no events.`}</p>;
  if (shown === "unbound")
    return <p className="bind-nothing">{t`Nothing is unbound: every event belongs to a touchpoint.`}</p>;
  if (shown === "twice")
    return <p className="bind-nothing">{t`Nothing is bound twice: no event counts for two touchpoints.`}</p>;
  return <p className="bind-nothing">{t`No event has these words.`}</p>;
}
