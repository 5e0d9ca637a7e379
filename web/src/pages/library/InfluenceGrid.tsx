import { t } from "@lingui/core/macro";
import { type KeyboardEvent, useRef } from "react";
import { useNavigate } from "react-router";
import { setField } from "../../editor/ops";
import { apart, rated } from "../../editor/shelf";
import type { Stakeholder } from "../../generated";
import { plain } from "../../ui/format";
import { isMirrored } from "../../ui/language";
import { CarriedThing, useCarry } from "../carrying";
import { useShelf } from "./context";
import { type PictureProps, SpotWords, stakeholderUnder } from "./RingMap";
import { STAKEHOLDERS } from "./StakeholdersPage";

interface Rating {
  influence: number;
  interest: number;
}

const MIDDLE = 3;
const EDGE = 0.12; // of the field, where the names of the corners stand

/** Influence upwards, interest along: what each corner asks for stands in it. */
export function InfluenceGrid({ stakeholders, chosen }: PictureProps) {
  const shelf = useShelf();
  const whole = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const rate = (id: string, { influence, interest }: Rating) =>
    shelf.edit([setField(id, "influence", influence), setField(id, "interest", interest)]);
  const carried = useCarry<Rating>(whole, {
    pick: (event) => (shelf.isReadOnly ? null : stakeholderUnder(event)),
    target: (x, y) => ratingUnder(field.current, x, y),
    drop: ({ id }, rating) => rate(id, rating),
  });
  const placed = [...stakeholders].flatMap(([id, one]) => (isRated(one) ? [{ id, ...placeOf(one) }] : []));
  const waiting = [...stakeholders].filter(([, one]) => !isRated(one));
  return (
    <div className="influence" ref={whole}>
      <span className="influence-up caption" aria-hidden>{t`Influence`}</span>
      <div className={`influence-field ${carried?.target ? "is-over" : ""}`} ref={field}>
        <span className="quadrant quadrant-1" aria-hidden>{t`Keep satisfied`}</span>
        <span className="quadrant quadrant-2" aria-hidden>{t`Work with closely`}</span>
        <span className="quadrant quadrant-3" aria-hidden>{t`Keep an eye on`}</span>
        <span className="quadrant quadrant-4" aria-hidden>{t`Keep informed`}</span>
        <ul aria-label={t`Stakeholders by influence and interest`}>
          {apart(placed).map(({ id, x, y }) => {
            const one = stakeholders.get(id);
            return one ? (
              <li key={id} className="spot" style={{ insetInlineStart: `${x * 100}%`, top: `${y * 100}%` }}>
                <Rated
                  id={id}
                  stakeholder={one}
                  isChosen={id === chosen}
                  onRate={(rating) => rate(id, rating)}
                />
              </li>
            ) : null;
          })}
        </ul>
      </div>
      <span className="influence-along caption" aria-hidden>{t`Interest`}</span>
      {waiting.length > 0 ? (
        <section className="influence-waiting">
          <h2 className="field-label">{t`Not rated yet`}</h2>
          <ul>
            {waiting.map(([id, one]) => (
              <li key={id}>
                <Rated
                  id={id}
                  stakeholder={one}
                  isChosen={id === chosen}
                  onRate={(rating) => rate(id, rating)}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="shelf-hint">{t`Drag somebody, or press Alt with an arrow: up for more influence, along for more interest.`}</p>
      <CarriedThing carried={carried} />
    </div>
  );
}

interface RatedProps {
  id: string;
  stakeholder: Stakeholder;
  isChosen: boolean;
  onRate: (rating: Rating) => void;
}

const MOVES: Readonly<Record<string, readonly [interest: number, influence: number]>> = {
  ArrowUp: [0, 0.5],
  ArrowDown: [0, -0.5],
  ArrowLeft: [isMirrored ? 0.5 : -0.5, 0],
  ArrowRight: [isMirrored ? -0.5 : 0.5, 0],
};

function Rated({ id, stakeholder, isChosen, onRate }: RatedProps) {
  const navigate = useNavigate();
  const { influence, interest } = stakeholder;
  const press = (event: KeyboardEvent) => {
    const move = event.altKey ? MOVES[event.key] : undefined;
    if (!move) return;
    event.preventDefault();
    const [along, up] = move;
    onRate({ interest: kept((interest ?? MIDDLE) + along), influence: kept((influence ?? MIDDLE) + up) });
    const { currentTarget } = event;
    setTimeout(() => refocus(currentTarget, id)); // the first rating takes it out of the list of those that wait
  };
  return (
    <button
      type="button"
      className="spot-button"
      data-stakeholder={id}
      aria-current={isChosen || undefined}
      onKeyDown={press}
      onClick={() => navigate(`${STAKEHOLDERS}/${id}`)}
    >
      <SpotWords name={stakeholder.name} size={28} more={ratingInWords(stakeholder)} />
    </button>
  );
}

function refocus(left: Element, id: string): void {
  if (!left.isConnected)
    document.querySelector<HTMLElement>(`[data-stakeholder="${CSS.escape(id)}"]`)?.focus();
}

function ratingInWords({ influence, interest }: Stakeholder): string {
  if (influence == null && interest == null) return t`not rated yet`;
  const [up, along] = [plain(influence ?? MIDDLE, 1), plain(interest ?? MIDDLE, 1)];
  return t`influence ${up} of 5, interest ${along} of 5`;
}

function isRated({ influence, interest }: Stakeholder): boolean {
  return influence != null || interest != null;
}

function kept(rating: number): number {
  return Math.max(1, Math.min(5, rating));
}

function placeOf({ influence, interest }: Stakeholder) {
  const share = (rating: number | null | undefined) => EDGE + (((rating ?? MIDDLE) - 1) / 4) * (1 - 2 * EDGE);
  return { x: share(interest), y: 1 - share(influence) };
}

function ratingUnder(field: HTMLElement | null, x: number, y: number): Rating | null {
  const box = field?.getBoundingClientRect();
  if (!box || x < box.left || x > box.right || y < box.top || y > box.bottom) return null;
  const along = ((isMirrored ? box.right - x : x - box.left) / box.width - EDGE) / (1 - 2 * EDGE);
  return {
    interest: rated(along),
    influence: rated(((box.bottom - y) / box.height - EDGE) / (1 - 2 * EDGE)),
  };
}
