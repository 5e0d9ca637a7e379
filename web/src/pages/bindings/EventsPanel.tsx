import { plural, t } from "@lingui/core/macro";
import { Plus, Sparkles, Unlink, X } from "lucide-react";
import { namesIt, standings } from "../../editor/binding";
import type { BoundEvent } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { inUnit, plain } from "../../ui/format";
import { countedInWords } from "./Coverage";
import { proposalFor, useDesk } from "./context";
import { type Gestures, offerOf } from "./gestures";
import { Keys } from "./Keys";
import { PanelHead } from "./PanelHead";
import { reasonInWords, scoreInWords } from "./reasons";
import { TieButton, type Tying } from "./TieButton";

const LISTED = 8; // of many selected names
const PARTS = 30; // of an event's channels

interface PanelProps {
  events: readonly BoundEvent[];
  gestures: Gestures;
  tying: Tying;
  onTouchpoint: (id: string) => void;
  onClose: () => void;
}

/** What is selected: one event with who takes it and what it may be, or several to be tied at once. */
export function EventsPanel(props: PanelProps) {
  const [first] = props.events;
  return first && props.events.length === 1 ? <OneEvent event={first} {...props} /> : <Several {...props} />;
}

function OneEvent({ event, gestures, tying, onTouchpoint, onClose }: PanelProps & { event: BoundEvent }) {
  const { found } = useDesk();
  const { all } = found.totals;
  return (
    <>
      <PanelHead kind={t`Event`} name={event.event || t`(no name)`} onClose={onClose} />
      <dl className="facts numbers bind-facts">
        <Fact name={found.counted === "events" ? t`Events` : t`Answers`} value={plain(event.events)} />
        <Fact name={t`Share`} value={inUnit(all.events > 0 ? event.events / all.events : 0, "share")} />
        <Fact name={t`Customers`} value={plain(event.customers)} />
      </dl>
      <Offers event={event} gestures={gestures} />
      <div className="bind-acts">
        <TieButton events={[event]} gestures={gestures} tying={tying} />
      </div>
      <TakenBy event={event} gestures={gestures} onTouchpoint={onTouchpoint} />
      <Parts event={event} />
    </>
  );
}

export function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Offers({ event, gestures }: { event: BoundEvent; gestures: Gestures }) {
  const desk = useDesk();
  const proposal = proposalFor(desk.found, event.event);
  if (!proposal || !standings(event).includes("unbound")) return null;
  return (
    <section className="shelf-section">
      <h3 className="shelf-head">{t`What it may be`}</h3>
      {proposal.offers.length === 0 ? (
        <p className="shelf-hint">{t`No touchpoint has words like these in its name.`}</p>
      ) : null}
      <ul className="bind-offers">
        {proposal.offers.map((offer, place) => (
          <li key={offer.touchpoint}>
            <Button
              look="edged"
              size="small"
              isDisabled={desk.isReadOnly}
              onPress={() => gestures.tieTo(offer.touchpoint, [event])}
            >
              <Sparkles size={12} aria-hidden />
              <span dir="auto">{desk.touchpoints.get(offer.touchpoint)?.name ?? offer.touchpoint}</span>
              {place === 0 ? <Keys keys="A" /> : null}
            </Button>
            <span className="caption">
              {scoreInWords(offer.score)}: {reasonInWords(offer)}
            </span>
          </li>
        ))}
        <li>
          <Button
            size="small"
            isDisabled={desk.isReadOnly}
            onPress={() => gestures.tieToNew(proposal.name, [event])}
          >
            <Plus size={12} aria-hidden /> {t`New touchpoint “${proposal.name}”`}
          </Button>
        </li>
      </ul>
    </section>
  );
}

interface TakenProps {
  event: BoundEvent;
  gestures: Gestures;
  onTouchpoint: (id: string) => void;
}

function TakenBy({ event, gestures, onTouchpoint }: TakenProps) {
  const { touchpoints, found, isReadOnly } = useDesk();
  if (event.touchpoints.length === 0) return null;
  return (
    <section className="shelf-section">
      <h3 className="shelf-head">{t`Taken by`}</h3>
      <ul className="bind-taken">
        {event.touchpoints.map(({ touchpoint, events }) => {
          const record = touchpoints.get(touchpoint);
          const name = record?.name ?? touchpoint;
          return (
            <li key={touchpoint}>
              <button type="button" className="link" dir="auto" onClick={() => onTouchpoint(touchpoint)}>
                {name}
              </button>
              <span className="caption numbers">
                {plain(events)} {countedInWords(found.counted, events)}
              </span>
              {namesIt(record, event.event) ? (
                <IconButton
                  label={t`Untie from ${name}`}
                  isDisabled={isReadOnly}
                  onPress={() => gestures.untieFrom(touchpoint, event)}
                >
                  <X size={14} />
                </IconButton>
              ) : (
                <span className="caption">{t`by a rule with *`}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The event by channel, where there is more than one. */
function Parts({ event: { parts } }: { event: BoundEvent }) {
  const { found } = useDesk();
  if (parts.length < 2) return null;
  return (
    <section className="shelf-section">
      <h3 className="shelf-head">{t`By channel`}</h3>
      <table className="table numbers bind-parts">
        <thead>
          <tr>
            <th>{t`Channel`}</th>
            <th className="is-number">{found.counted === "events" ? t`Events` : t`Answers`}</th>
            <th className="is-number">{t`Taken by`}</th>
          </tr>
        </thead>
        <tbody>
          {parts.slice(0, PARTS).map((part) => (
            <tr key={part.channel}>
              <td dir="auto">{part.channel || t`no channel`}</td>
              <td className="is-number">{plain(part.events)}</td>
              <td className="is-number">{takersInWords(part.touchpoints.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {parts.length > PARTS ? (
        <p className="shelf-hint">
          {plural(parts.length - PARTS, {
            one: "# rarer one is not listed.",
            other: "# rarer ones are not listed.",
          })}
        </p>
      ) : null}
    </section>
  );
}

function takersInWords(count: number): string {
  return count === 0 ? t`none` : plural(count, { one: "# touchpoint", other: "# touchpoints" });
}

function Several({ events, gestures, tying, onClose }: PanelProps) {
  const desk = useDesk();
  const { counted, totals } = desk.found;
  const total = events.reduce((sum, one) => sum + one.events, 0);
  const offered = events.filter((event) => offerOf(desk, event) !== undefined);
  const isNamed = ({ event }: BoundEvent) =>
    [...desk.touchpoints.values()].some((touchpoint) => namesIt(touchpoint, event));
  const named = events.filter(isNamed).length;
  return (
    <>
      <PanelHead
        kind={t`Selected`}
        name={plural(events.length, { one: "# event name", other: "# event names" })}
        onClose={onClose}
      />
      <p className="numbers">
        {plain(total)} {countedInWords(counted, total)},{" "}
        {inUnit(totals.all.events > 0 ? total / totals.all.events : 0, "share")}
      </p>
      <ul className="bind-names">
        {events.slice(0, LISTED).map(({ event }) => (
          <li key={event}>
            <code dir="auto">{event}</code>
          </li>
        ))}
        {events.length > LISTED ? (
          <li className="caption">{t`and ${plain(events.length - LISTED)} more`}</li>
        ) : null}
      </ul>
      <div className="bind-acts">
        <TieButton events={events} gestures={gestures} tying={tying} />
        {offered.length > 0 ? (
          <Button look="edged" isDisabled={desk.isReadOnly} onPress={() => gestures.accept(events)}>
            <Sparkles size={14} aria-hidden />
            {plural(offered.length, { one: "Accept # proposal", other: "Accept # proposals" })}
            <Keys keys="A" />
          </Button>
        ) : null}
        <Button look="edged" isDisabled={desk.isReadOnly} onPress={() => gestures.makeEach(events)}>
          <Plus size={14} aria-hidden /> {t`A new touchpoint for each`}
        </Button>
        {named > 0 ? (
          <Button isDisabled={desk.isReadOnly} onPress={() => gestures.untie(events)}>
            <Unlink size={14} aria-hidden /> {t`Untie`}
            <Keys keys="Del" />
          </Button>
        ) : null}
      </div>
    </>
  );
}
