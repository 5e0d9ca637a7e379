import { t } from "@lingui/core/macro";
import { type KeyboardEvent, useRef } from "react";
import { useNavigate } from "react-router";
import { setField } from "../../editor/ops";
import { EDGES, RINGS, type Ring, ringAt, ringBeside, spotsOf } from "../../editor/shelf";
import type { Stakeholder } from "../../generated";
import { Avatar } from "../../ui/Marks";
import { CarriedThing, useCarry } from "../carrying";
import { useShelf } from "./context";
import { STAKEHOLDERS } from "./StakeholdersPage";
import { ATTITUDE_WORDS, RING_WORDS } from "./words";

export interface PictureProps {
  stakeholders: ReadonlyMap<string, Stakeholder>;
  chosen: string;
}

/** The stakeholder map: rings around the journey; who is nearer matters more to it. */
export function RingMap({ stakeholders, chosen }: PictureProps) {
  const shelf = useShelf();
  const picture = useRef<HTMLDivElement>(null);
  const carried = useCarry<Ring>(picture, {
    pick: (event) => (shelf.isReadOnly ? null : stakeholderUnder(event)),
    target: (x, y) => ringUnder(picture.current, x, y),
    drop: ({ id }, ring) => shelf.edit([setField(id, "ring", ring)]),
  });
  return (
    <>
      <div className="rings" ref={picture}>
        <svg viewBox="0 0 100 100" className="rings-drawn" aria-hidden>
          {[...EDGES].reverse().map((edge, rank) => {
            const ring = RINGS[EDGES.length - 1 - rank] ?? "core";
            return (
              <circle
                key={ring}
                cx={50}
                cy={50}
                r={edge * 49.5}
                className={`ring ring-${ring} ${carried?.target === ring ? "is-over" : ""}`}
              />
            );
          })}
        </svg>
        {RINGS.map((ring, rank) => (
          <span
            key={ring}
            className="ring-name"
            style={{ insetBlockStart: `${50 - (EDGES[rank] ?? 1) * 49.5}%` }}
            aria-hidden
          >
            {RING_WORDS[ring]}
          </span>
        ))}
        <ul aria-label={t`Stakeholders by ring`}>
          {spotsOf(stakeholders).map(({ id, x, y }) => {
            const stakeholder = stakeholders.get(id);
            return stakeholder ? (
              <li key={id} className="spot" style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
                <Spot id={id} stakeholder={stakeholder} isChosen={id === chosen} />
              </li>
            ) : null;
          })}
        </ul>
        <CarriedThing carried={carried} />
      </div>
      <p className="shelf-hint">{t`Drag somebody to another ring, or press Alt with the up arrow to bring them nearer and the down arrow to move them out.`}</p>
    </>
  );
}

interface SpotProps {
  id: string;
  stakeholder: Stakeholder;
  isChosen: boolean;
}

function Spot({ id, stakeholder, isChosen }: SpotProps) {
  const shelf = useShelf();
  const navigate = useNavigate();
  const ring = stakeholder.ring ?? "direct";
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    const next = ringBeside(ring, event.key === "ArrowUp" ? -1 : 1);
    if (next !== ring) shelf.edit([setField(id, "ring", next)]);
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
      <SpotWords name={stakeholder.name} size={34} more={spotInWords(stakeholder)} />
    </button>
  );
}

function spotInWords({ ring = "direct", attitude }: Stakeholder): string {
  return attitude ? `${RING_WORDS[ring]}, ${ATTITUDE_WORDS[attitude]}` : RING_WORDS[ring];
}

/** A stakeholder in a picture: initials and name; where it stands is said to those who do not see it. */
export function SpotWords({ name, size, more }: { name: string; size: number; more: string }) {
  return (
    <>
      <span aria-hidden>
        <Avatar name={name} size={size} />
      </span>
      <span className="spot-name" dir="auto">
        {name}
      </span>
      <span className="only-read">{more}</span>
    </>
  );
}

/** The stakeholder that a press takes up. */
export function stakeholderUnder(event: PointerEvent) {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest<HTMLElement>("[data-stakeholder]");
  if (!button) return null;
  event.preventDefault();
  const { stakeholder = "" } = button.dataset;
  return {
    id: stakeholder,
    text: button.querySelector(".spot-name")?.textContent ?? "",
    box: button.getBoundingClientRect(),
  };
}

function ringUnder(picture: HTMLElement | null, x: number, y: number): Ring | null {
  const box = picture?.getBoundingClientRect();
  if (!box || x < box.left || x > box.right || y < box.top || y > box.bottom) return null;
  return ringAt((x - box.left) / box.width, (y - box.top) / box.height);
}
