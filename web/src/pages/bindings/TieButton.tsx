import { t } from "@lingui/core/macro";
import { Link2, MapPin, Plus, Sparkles } from "lucide-react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { BoundEvent } from "../../generated";
import { Button } from "../../ui/Button";
import { type Pick, Picker } from "../map/Picker";
import { proposalFor, useDesk } from "./context";
import { type Gestures, nameFor } from "./gestures";
import { Keys } from "./Keys";
import { reasonInWords } from "./reasons";

const NEW = "new:";

/** Whether the choice of a touchpoint is open: by its button, or by Enter in the list. */
export interface Tying {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

interface TieProps {
  events: readonly BoundEvent[];
  gestures: Gestures;
  tying: Tying;
}

/** Choose a touchpoint by name, those of like names first; a name that nobody has makes a new one. */
export function TieButton({ events, gestures, tying: { isOpen, setOpen } }: TieProps) {
  const desk = useDesk();
  const pick = (id: string) => {
    setOpen(false);
    if (id.startsWith(NEW)) gestures.tieToNew(id.slice(NEW.length), events);
    else gestures.tieTo(id, events);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button look="filled" isDisabled={desk.isReadOnly}>
        <Link2 size={14} aria-hidden /> {t`Tie to a touchpoint`}
        <Keys keys="Enter" />
      </Button>
      <Popover className="floating bind-picker" offset={4} placement="bottom start">
        <Dialog className="insert-body" aria-label={t`Tie to a touchpoint`}>
          <Picker
            label={t`Touchpoint`}
            list={t`Touchpoints`}
            placeholder={t`Search, or type a new name`}
            nothing={t`No touchpoint has these words.`}
            items={usePicks(events)}
            more={(words) =>
              fresh(
                words,
                [...desk.touchpoints.values()].map(({ name }) => name),
              )
            }
            onPick={pick}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function usePicks(events: readonly BoundEvent[]): Pick[] {
  const desk = useDesk();
  const [first] = events;
  const offers = events.length === 1 && first ? (proposalFor(desk.found, first.event)?.offers ?? []) : [];
  const offered = offers.flatMap((offer): Pick[] => {
    const name = desk.touchpoints.get(offer.touchpoint)?.name;
    return name
      ? [{ id: offer.touchpoint, label: name, hint: reasonInWords(offer), icon: <Sparkles size={14} /> }]
      : [];
  });
  const ids = new Set(offered.map(({ id }) => id));
  const others = [...desk.touchpoints]
    .filter(([id]) => !ids.has(id))
    .map(([id, { name }]): Pick => ({ id, label: name, icon: <MapPin size={14} /> }));
  const name = first ? nameFor(desk, first) : "";
  const made: Pick[] =
    events.length === 1 && offers.length === 0
      ? [{ id: NEW + name, label: t`New touchpoint “${name}”`, icon: <Plus size={14} /> }]
      : [];
  return [...offered, ...made, ...others];
}

function fresh(words: string, names: readonly string[]): Pick[] {
  const name = words.trim();
  const isThere = names.some((one) => one.toLowerCase() === name.toLowerCase());
  return name && !isThere
    ? [{ id: NEW + name, label: t`New touchpoint “${name}”`, icon: <Plus size={14} /> }]
    : [];
}
