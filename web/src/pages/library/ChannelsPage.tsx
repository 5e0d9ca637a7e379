import { msg, t } from "@lingui/core/macro";
import { setField } from "../../editor/ops";
import { spoken } from "../../editor/spoken";
import type { Channel } from "../../generated";
import { iconNamed } from "../../ui/icons";
import { useShelf } from "./context";
import { TextOf } from "./InPlace";
import { ShelfList } from "./ShelfList";

/** By what means customers and organisation meet. */
export function ChannelsPage() {
  return (
    <ShelfList
      shared={t`What you change here changes in each of them at once.`}
      type="channel"
      list="/library/channels"
      title={t`Channels`}
      words={{
        add: t`New channel`,
        fresh: t`New channel`,
        emptyTitle: t`By what means do you meet?`,
        empty: t`A channel is a means of contact: the web, the app, the phone, a shop. Touchpoints and cards name theirs.`,
      }}
      fields={{ icon: "message-circle" }}
      sought={({ name }) => [name]}
      row={(channel) => <Face channel={channel} />}
      details={(id, channel) => (
        <>
          <TextOf id={id} field="name" label={t`Name`} value={channel.name} isNeeded className="is-name" />
          <IconChoice id={id} chosen={channel.icon ?? "circle"} />
        </>
      )}
    />
  );
}

function Face({ channel }: { channel: Channel }) {
  const Icon = iconNamed(channel.icon);
  return (
    <span className="shelf-row-name" dir="auto">
      <Icon size={16} aria-hidden /> {channel.name}
    </span>
  );
}

// The icons that mean a means of contact, with their words.
const CHANNEL_ICONS = spoken({
  globe: msg`web`,
  smartphone: msg`smartphone`,
  laptop: msg`laptop`,
  monitor: msg`computer`,
  tablet: msg`tablet`,
  mail: msg`e-mail`,
  "message-circle": msg`chat`,
  "message-square": msg`text message`,
  phone: msg`phone`,
  headphones: msg`helpline`,
  video: msg`video`,
  store: msg`shop`,
  "shopping-cart": msg`web shop`,
  "building-2": msg`office`,
  house: msg`at home`,
  truck: msg`delivery`,
  package: msg`parcel`,
  newspaper: msg`print`,
  megaphone: msg`advertisement`,
  tv: msg`television`,
  radio: msg`radio`,
  "share-2": msg`social media`,
  users: msg`in person`,
  "user-check": msg`adviser`,
  ticket: msg`ticket`,
  "credit-card": msg`payment`,
  receipt: msg`bill`,
  calendar: msg`event`,
  "book-open": msg`leaflet`,
  circle: msg`other`,
});

function IconChoice({ id, chosen }: { id: string; chosen: string }) {
  const shelf = useShelf();
  const known = Object.hasOwn(CHANNEL_ICONS, chosen) ? {} : { [chosen]: chosen };
  return (
    <fieldset className="icon-choice" disabled={shelf.isReadOnly}>
      <legend className="field-label">{t`Icon`}</legend>
      {Object.entries({ ...known, ...CHANNEL_ICONS }).map(([name, words]) => {
        const Icon = iconNamed(name);
        return (
          <label key={name} className="icon-option" title={words}>
            <input
              type="radio"
              name={`icon-${id}`}
              className="only-read"
              aria-label={words}
              checked={name === chosen}
              onChange={() => shelf.edit([setField(id, "icon", name)])}
            />
            <Icon size={16} aria-hidden />
          </label>
        );
      })}
    </fieldset>
  );
}
