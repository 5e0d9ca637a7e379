import { t } from "@lingui/core/macro";
import type { Card } from "../../../generated";
import { Switch } from "../../../ui/Field";
import { iconNamed } from "../../../ui/icons";
import { Select } from "../../../ui/Select";
import { type Library, useLibrary } from "../context";
import { Scale } from "../Scale";
import type { BodyProps, Face, FieldsProps } from "./face";

/** The channels of a card: its own, else those of its touchpoint. */
export function channelsOf(card: Card, library: Library) {
  const own = card.channels ?? library.touchpoints[card.touchpoint ?? ""]?.channels ?? [];
  return own.flatMap((id) => library.channels[id] ?? []);
}

export function Channels({ card, library }: Pick<BodyProps, "card" | "library">) {
  const channels = channelsOf(card, library);
  if (channels.length === 0) return null;
  return (
    <span className="card-channels">
      {channels.map((channel) => {
        const Icon = iconNamed(channel.icon);
        return (
          <span key={channel.name} className="card-channel">
            <Icon size={12} aria-hidden />
            {channel.name}
          </span>
        );
      })}
    </span>
  );
}

function TouchpointFields({ card, set }: FieldsProps) {
  const { touchpoints } = useLibrary();
  return (
    <>
      <Select
        label={t`Touchpoint of the library`}
        value={card.touchpoint ?? ""}
        options={[
          { id: "", label: t`None` },
          ...Object.entries(touchpoints).map(([id, { name }]) => ({ id, label: name })),
        ]}
        onChange={(id) => set("touchpoint", id)}
      />
      <ChannelChoice card={card} set={set} />
      <Switch isOn={card.moment_of_truth ?? false} onChange={(isOn) => set("moment_of_truth", isOn)}>
        {t`Moment of truth`}
      </Switch>
      <Scale
        label={t`Importance`}
        value={card.importance}
        low={1}
        high={5}
        step={0.5}
        onChange={(value) => set("importance", value)}
      />
      <Scale
        label={t`Quality`}
        value={card.quality}
        low={1}
        high={5}
        step={0.5}
        onChange={(value) => set("quality", value)}
      />
    </>
  );
}

/** The channels of the library, any of which may be pressed. */
export function ChannelChoice({ card, set }: Pick<FieldsProps, "card" | "set">) {
  const { channels } = useLibrary();
  const chosen = new Set(card.channels ?? []);
  const toggle = (id: string) =>
    set("channels", chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]);
  if (Object.keys(channels).length === 0) return null;
  return (
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
  );
}

/** Where customers and organisation meet, and by what means. */
export const TOUCHPOINT: Face = {
  Body: Channels,
  Fields: TouchpointFields,
  facts: (card, library) => (card.channels ?? []).flatMap((id) => library.channels[id]?.name ?? []),
  proof: "line",
};
