import { t } from "@lingui/core/macro";
import type { Card } from "../../../generated";
import { Switch } from "../../../ui/Field";
import { plain } from "../../../ui/format";
import { iconNamed } from "../../../ui/icons";
import { NameChoice } from "../../../ui/NameChoice";
import { Select } from "../../../ui/Select";
import { type Library, NO_LIBRARY, useLibrary } from "../context";
import { Scale } from "../Scale";
import { choicesOf, DIRECTION_WORDS, OWNERSHIP_WORDS } from "../words";
import type { BodyProps, Face, FieldsProps } from "./face";
import { useNaming } from "./naming";

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
  const nature = natureOf(card);
  const ratings = ratingsOf(card);
  const said = ratings.map(({ label, value }) => `${label} ${value}/5`);
  const short = ratings.map(({ value }) => `${value}/5`);
  return (
    <>
      <Channels card={card} library={library} />
      {nature.length + ratings.length > 0 ? (
        <span className="card-nature caption numbers" title={factsOf(card, NO_LIBRARY).join(", ")}>
          {[...(isWordy ? said : short), ...nature].join(" · ")}
        </span>
      ) : null}
    </>
  );
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

function TouchpointFields(props: FieldsProps) {
  const { card, set } = props;
  return (
    <>
      <LibraryTouchpoint {...props} />
      <ChannelChoice {...props} />
      <div className="field-pair">
        <Select
          label={t`Direction`}
          value={card.direction ?? ""}
          options={choicesOf(DIRECTION_WORDS, t`Not said`)}
          onChange={(id) => set("direction", id)}
        />
        <Select
          label={t`Who runs it`}
          value={card.ownership ?? ""}
          options={choicesOf(OWNERSHIP_WORDS, t`Not said`)}
          onChange={(id) => set("ownership", id)}
        />
      </div>
      <Switch isOn={card.moment_of_truth ?? false} onChange={(isOn) => set("moment_of_truth", isOn)}>
        {t`Moment of truth`}
      </Switch>
      <Ratings {...props} />
    </>
  );
}

function LibraryTouchpoint({ card, set, library }: FieldsProps) {
  const { touchpoints } = useLibrary();
  const idOf = useNaming("touchpoint", library);
  const choose = (name: string) => {
    const id = name ? idOf(name) : "";
    if (id !== null) set("touchpoint", id);
  };
  return (
    <NameChoice
      label={t`Touchpoint of the library`}
      value={touchpoints[card.touchpoint ?? ""]?.name ?? ""}
      names={Object.values(touchpoints).map(({ name }) => name)}
      onName={choose}
    />
  );
}

function Ratings({ card, set }: FieldsProps) {
  const { importance, quality } = card;
  return (
    <>
      <Scale
        label={t`Importance`}
        value={importance}
        low={1}
        high={5}
        step={0.5}
        onChange={(value) => set("importance", value)}
      />
      <Scale
        label={t`Quality`}
        value={quality}
        low={1}
        high={5}
        step={0.5}
        onChange={(value) => set("quality", value)}
      />
      {(importance ?? 0) >= 4 && quality != null && quality < 3 ? (
        <p className="panel-hint">{t`Important, and not good yet: improve this first.`}</p>
      ) : null}
    </>
  );
}

/** The channels of the library, any of which may be pressed, and a field for one that is not there yet. */
export function ChannelChoice({ card, set, library }: FieldsProps) {
  const { channels } = useLibrary();
  const chosen = new Set(card.channels ?? []);
  const toggle = (id: string) =>
    set("channels", chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]);
  const idOf = useNaming("channel", library);
  const make = (name: string) => {
    const id = idOf(name);
    if (id !== null && !chosen.has(id)) set("channels", [...chosen, id]);
  };
  return (
    <>
      {Object.keys(channels).length > 0 ? (
        <fieldset className="chips">
          <legend className="field-label">{t`Channels`}</legend>
          {Object.entries(channels).map(([id, channel]) => (
            <button
              key={id}
              type="button"
              className="chip"
              aria-pressed={chosen.has(id)}
              onClick={() => toggle(id)}
            >
              {channel.name}
            </button>
          ))}
        </fieldset>
      ) : null}
      <NameChoice label={t`Another channel`} value="" names={[]} onName={make} isAdding />
    </>
  );
}

function factsOf(card: Card, library: Library): string[] {
  const ratings = ratingsOf(card).map(({ label, value }) => `${label} ${t`${value} of 5`}`);
  return [...channelsOf(card, library).map(({ name }) => name), ...natureOf(card), ...ratings];
}

/** Where customers and organisation meet, and by what means. */
export const TOUCHPOINT: Face = {
  Top: Named,
  Body: TouchpointBody,
  Fields: TouchpointFields,
  facts: factsOf,
  proof: "line",
};

/** By what means: the channels themselves say it, words are not needed. */
export const CHANNEL: Face = {
  Body: Channels,
  Fields: ChannelChoice,
  facts: (card, library) => channelsOf(card, library).map(({ name }) => name),
  says: (card) => (card.channels ?? []).length > 0,
  proof: "line",
};
