import { t } from "@lingui/core/macro";
import type { Card } from "../../../generated";
import { plain } from "../../../ui/format";
import { iconNamed } from "../../../ui/icons";
import { type Library, NO_LIBRARY } from "../context";
import { DIRECTION_WORDS, OWNERSHIP_WORDS } from "../words";
import type { BodyProps, Face } from "./face";

type CardAndLibrary = Pick<BodyProps, "card" | "library">;

/** The channels of a card: its own, else those of its touchpoint. */
export function channelsOf(card: Card, library: Library) {
  const own = card.channels ?? library.touchpoints[card.touchpoint ?? ""]?.channels ?? [];
  return own.flatMap((id) => library.channels[id] ?? []);
}

export function Channels({ card, library }: CardAndLibrary) {
  const channels = channelsOf(card, library);
  if (channels.length === 0) return null;
  return (
    <span className="channel-list">
      {channels.map((channel) => {
        const Icon = iconNamed(channel.icon);
        return (
          <span key={channel.name} className="channel-name">
            <Icon size={12} aria-hidden />
            {channel.name}
          </span>
        );
      })}
    </span>
  );
}

/** The library's name of the touchpoint, where the card says something else. */
function Named({ card, library }: CardAndLibrary) {
  const name = library.touchpoints[card.touchpoint ?? ""]?.name ?? "";
  const isOther = card.text && name && name !== card.text.trim();
  return isOther ? (
    <b className="card-title" dir="auto">
      {name}
    </b>
  ) : null;
}

function TouchpointBody({ card, library, isWordy }: BodyProps) {
  const facts = isWordy
    ? [...ratingsOf(card).map(({ label, value }) => `${label} ${value}/5`), ...natureOf(card)]
    : inShort(card);
  return (
    <>
      <Channels card={card} library={library} />
      {facts.length > 0 ? (
        <span className="card-nature caption numbers" title={factsOf(card, NO_LIBRARY).join(", ")}>
          {facts.join(" · ")}
        </span>
      ) : null}
    </>
  );
}

/** What fits under a name in the grid: the ratings; the rest is in the tooltip, the outline and the details. */
function inShort({ importance, quality }: Card): string[] {
  return [
    importance == null ? "" : t`imp. ${rated(importance)}`,
    quality == null ? "" : t`qual. ${rated(quality)}`,
  ].filter(Boolean);
}

function natureOf({ direction, ownership }: Card): string[] {
  return [direction && DIRECTION_WORDS[direction], ownership && OWNERSHIP_WORDS[ownership]].filter(
    (word): word is string => !!word,
  );
}

function ratingsOf({ importance, quality }: Card): { label: string; value: string }[] {
  const asked = [
    { label: t`importance`, rating: importance },
    { label: t`quality`, rating: quality },
  ];
  return asked.flatMap(({ label, rating }) => (rating == null ? [] : [{ label, value: rated(rating) }]));
}

function rated(value: number): string {
  return plain(value, value % 1 ? 1 : 0);
}

function factsOf(card: Card, library: Library): string[] {
  const ratings = ratingsOf(card).map(({ label, value }) => `${label} ${t`${value} of 5`}`);
  return [...channelsOf(card, library).map(({ name }) => name), ...natureOf(card), ...ratings];
}

/** Where customers and organisation meet, and by what means. */
export const TOUCHPOINT: Face = {
  Top: Named,
  Body: TouchpointBody,
  facts: factsOf,
  proof: "line",
};

/** By what means: the channels themselves say it, words are not needed. */
export const CHANNEL: Face = {
  Body: Channels,
  facts: (card, library) => channelsOf(card, library).map(({ name }) => name),
  says: (card) => (card.channels ?? []).length > 0,
  proof: "line",
};
