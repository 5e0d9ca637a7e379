import { t } from "@lingui/core/macro";
import { Switch } from "../../../ui/Field";
import { NameChoice } from "../../../ui/NameChoice";
import { Select } from "../../../ui/Select";
import { useLibrary } from "../context";
import { Scale } from "../Scale";
import { choicesOf, DIRECTION_WORDS, OWNERSHIP_WORDS } from "../words";
import type { FieldsProps } from "./face";
import { useNaming } from "./naming";

export function TouchpointFields(props: FieldsProps) {
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
