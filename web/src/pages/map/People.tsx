import { plural, t } from "@lingui/core/macro";
import { Eye, Users } from "lucide-react";
import { useEffect } from "react";
import type { Person } from "../../generated";
import { Button } from "../../ui/Button";
import { type Choices, Menu } from "../../ui/Menu";
import { shownAs } from "../../ui/people";
import { Tip } from "../../ui/Tooltip";
import { type Tools, useEditor, usePeople, useTools } from "./context";

const FIRST = 4; // who stand in the bar; the others are in the menu

/** Who else has the map open: a press on somebody follows them; the menu has everybody, and hides where they are. */
export function People({ isPhone }: { isPhone: boolean }) {
  const tools = useTools();
  const people = eachOnce(usePeople());
  const following = useEditor((state) => state.following);
  const showsOthers = useEditor((state) => state.showsOthers);
  useOthersKept(showsOthers);
  if (people.length === 0) return null;
  const shown = isPhone ? [] : people.slice(0, FIRST);
  return (
    <span className="people">
      {shown.map((person) => (
        <Follow key={person.actor.id} person={person} isFollowed={following === person.actor.id} />
      ))}
      <Menu
        label={t`Colleagues`}
        trigger={
          <Button className="button-icon people-more" aria-label={hereInWords(people.length)}>
            <Users size={15} aria-hidden />
            {people.length > shown.length ? <span className="numbers">{people.length}</span> : null}
          </Button>
        }
        items={peopleChoices(tools, people, following, showsOthers)}
      />
    </span>
  );
}

function Follow({ person, isFollowed }: { person: Person; isFollowed: boolean }) {
  const { store } = useTools();
  const shown = shownAs(person.actor);
  const label = isFollowed ? t`Stop following ${shown.name}` : t`Follow ${shown.name}`;
  const id = person.actor.id;
  return (
    <Tip text={label}>
      <Button
        className={`button-icon follow person-${shown.hue} ${isFollowed ? "is-followed" : ""}`}
        aria-label={label}
        onPress={() => store.set({ following: isFollowed ? "" : id })}
      >
        <Disc person={person} />
      </Button>
    </Tip>
  );
}

/** Their letters as a picture: the words beside it are the name. */
function Disc({ person }: { person: Person }) {
  const { letters, hue } = shownAs(person.actor);
  return <span className={`avatar avatar-disc person-${hue}`} data-letters={letters} aria-hidden />;
}

function peopleChoices(
  { store }: Tools,
  people: readonly Person[],
  following: string,
  showsOthers: boolean,
): Choices {
  return [
    ...people.map((person) => {
      const { actor } = person;
      const { name } = shownAs(actor);
      const isChosen = actor.id === following;
      return {
        id: actor.id,
        label: isChosen ? t`Stop following ${name}` : t`Follow ${name}`,
        icon: <Disc person={person} />,
        isChosen,
        act: () => store.set({ following: isChosen ? "" : actor.id }),
      };
    }),
    "line",
    {
      id: "show",
      label: t`Show where colleagues are`,
      icon: <Eye size={14} />,
      isChosen: showsOthers,
      act: () => store.set({ showsOthers: !showsOthers }),
    },
  ];
}

/** The words of the palette for each colleague. */
export function followChoices(tools: Tools): { id: string; label: string; act: () => void }[] {
  return eachOnce(tools.colleagues.all()).map(({ actor }) => ({
    id: `follow-${actor.id}`,
    label: t`Follow ${shownAs(actor).name}`,
    act: () => tools.store.set({ following: actor.id }),
  }));
}

function hereInWords(count: number): string {
  return plural(count, { one: "# colleague is here", other: "# colleagues are here" });
}

function eachOnce(people: readonly Person[]): Person[] {
  return [...new Map(people.map((person) => [person.actor.id, person])).values()];
}

const OTHERS = "footfall-others";

/** Whether others are shown where they are, as this browser was left. */
export function othersWereShown(): boolean {
  return localStorage.getItem(OTHERS) !== "hidden";
}

function useOthersKept(showsOthers: boolean): void {
  const { colleagues } = useTools();
  useEffect(() => {
    colleagues.show(showsOthers);
    localStorage.setItem(OTHERS, showsOthers ? "shown" : "hidden");
  }, [colleagues, showsOthers]);
}
