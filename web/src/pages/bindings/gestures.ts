import { plural, t } from "@lingui/core/macro";
import { type Answer, namesIt, rulesOf, tie, tieEach, tieToNew, untie, untied } from "../../editor/binding";
import type { BoundEvent } from "../../generated";
import { set } from "../../model";
import { type Desk, proposalFor, useDesk } from "./context";

/** What can be done with events, and whether it can be: the same for keys, buttons and menus. */
export interface Gestures {
  /** Events among those shown for which the library has a touchpoint of a like name. */
  readonly offered: readonly BoundEvent[];
  accept(events: readonly BoundEvent[]): void;
  acceptAll(): void;
  tieTo(touchpoint: string, events: readonly BoundEvent[]): void;
  tieToNew(name: string, events: readonly BoundEvent[]): void;
  /** A touchpoint of its own for each event. */
  makeEach(events: readonly BoundEvent[]): void;
  untie(events: readonly BoundEvent[]): void;
  untieFrom(touchpoint: string, event: BoundEvent): void;
}

export function useGestures(shown: readonly BoundEvent[]): Gestures {
  const desk = useDesk();
  const offered = shown.filter((event) => offerOf(desk, event) !== undefined);
  const accept = (events: readonly BoundEvent[]) => {
    const answers = events.flatMap((event): Answer[] => {
      const touchpoint = offerOf(desk, event);
      return touchpoint ? [{ event, touchpoint, name: "" }] : [];
    });
    desk.edit(tieEach(desk.records, answers), tiedInWords(desk, answers));
  };
  return {
    offered,
    accept,
    acceptAll: () => accept(offered),
    tieTo: (id, events) =>
      desk.edit(tie(desk.records, id, events), tiedToInWords(events, desk.touchpoints.get(id)?.name ?? "")),
    tieToNew: (name, events) =>
      desk.edit(tieToNew(desk.records, name, events).ops, tiedToInWords(events, name)),
    makeEach: (events) => {
      const answers = events.map((event) => ({ event, touchpoint: "", name: nameFor(desk, event) }));
      const names = new Set(answers.map(({ name }) => name)).size;
      desk.edit(
        tieEach(desk.records, answers),
        plural(names, { one: "Made # touchpoint.", other: "Made # touchpoints." }),
      );
    },
    untieFrom: (id, event) =>
      desk.edit(
        [set(id, "bindings", untied(rulesOf(desk.records, id), [event.event]))],
        untiedInWords(desk, [event]),
      ),
    untie: (events) =>
      desk.edit(
        untie(
          desk.records,
          events.map(({ event }) => event),
        ),
        untiedInWords(desk, events),
      ),
  };
}

/** The touchpoint that an unbound event is most like. */
export function offerOf({ found, touchpoints }: Desk, { event }: BoundEvent): string | undefined {
  const best = proposalFor(found, event)?.offers[0]?.touchpoint;
  return best !== undefined && touchpoints.has(best) ? best : undefined;
}

export function nameFor({ found }: Desk, { event }: BoundEvent): string {
  return proposalFor(found, event)?.name || event;
}

function tiedInWords(desk: Desk, answers: readonly Answer[]): string {
  const [first] = answers;
  if (!first) return "";
  if (answers.length === 1)
    return tiedToInWords([first.event], desk.touchpoints.get(first.touchpoint)?.name ?? "");
  return plural(answers.length, { one: "Tied # event.", other: "Tied # events." });
}

function tiedToInWords(events: readonly BoundEvent[], name: string): string {
  const [first] = events;
  if (events.length === 1 && first) return t`“${first.event}” is now “${name}”.`;
  return plural(events.length, { one: `# event is now “${name}”.`, other: `# events are now “${name}”.` });
}

function untiedInWords({ touchpoints }: Desk, events: readonly BoundEvent[]): string {
  const all = [...touchpoints.values()];
  const named = events.filter(({ event }) => all.some((one) => namesIt(one, event)));
  return named.length === 0
    ? ""
    : plural(named.length, { one: "Untied # event.", other: "Untied # events." });
}
