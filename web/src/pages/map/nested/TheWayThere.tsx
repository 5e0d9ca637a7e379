import { plural, t } from "@lingui/core/macro";
import { Milestone, Target } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { Carried } from "../../../generated";
import { newChangeId } from "../../../model";
import { ask, carryTargets, changeMap } from "../../../transport";
import { Button } from "../../../ui/Button";
import { say } from "../../../ui/Toast";
import { inWords } from "../../useAsked";
import { useLooking } from "../looking";

/** From the current map to the future one: its targets, and the opportunities that lead there. */
export function TheWayThere() {
  const { id, look, tools } = useLooking();
  const [isAsking, setAsking] = useState(false);
  const carry = async () => {
    setAsking(true);
    try {
      const { base, carried } = await ask(carryTargets({ path: { id } }));
      if (carried.length === 0)
        say(t`The current map has these targets already, or none of its measures asks the same.`);
      else
        say(carriedInWords(carried.length), {
          action: { label: t`Undo`, act: () => void takeBack(base, carried) },
        });
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
    setAsking(false);
  };
  return (
    <section className="panel-part" aria-label={t`The way there`}>
      <p className="way-there">
        <Button
          size="small"
          look="edged"
          isDisabled={isAsking || tools.isReadOnly || !look}
          onPress={() => void carry()}
        >
          <Target size={13} aria-hidden /> {t`Carry the targets over`}
        </Button>
        <Link to={`/portfolio/roadmap/${id}`} className="button button-edged button-small">
          <Milestone size={13} aria-hidden /> {t`Roadmap`}
        </Link>
      </p>
      <p className="caption">
        {t`The targets of this map become those of the current map’s measures that ask the same question.`}
      </p>
    </section>
  );
}

function carriedInWords(count: number): string {
  return plural(count, {
    one: "One value of the current map’s measures is now as here.",
    other: "# values of the current map’s measures are now as here.",
  });
}

/** As it was, by a change on top. */
async function takeBack(base: string, carried: readonly Carried[]): Promise<void> {
  const ops = carried.map(({ card, field, before }) => ({
    op: "set" as const,
    id: card,
    field,
    value: before ?? null,
  }));
  try {
    await ask(changeMap({ path: { id: base }, body: { id: newChangeId(), ops } }));
    say(t`The current map has its own targets again.`);
  } catch (error) {
    say(inWords(error), { isBad: true });
  }
}
