import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { iconNamed } from "../../ui/icons";
import { useShelf, useShelved } from "./context";

interface ChipsProps {
  label: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** The channels of the library, each on or off. */
export function ChannelChips({ label, chosen, onChange }: ChipsProps) {
  const channels = useShelved("channel");
  const { isReadOnly } = useShelf();
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="shelf-chips">
      <legend className="field-label">{label}</legend>
      {channels.size === 0 ? (
        <Link to="/library/channels" className="caption">{t`The library has no channels yet`}</Link>
      ) : null}
      {[...channels].map(([id, channel]) => {
        const Icon = iconNamed(channel.icon);
        return (
          <button
            key={id}
            type="button"
            className="shelf-chip"
            aria-pressed={chosen.includes(id)}
            disabled={isReadOnly}
            onClick={() => toggle(id)}
          >
            <Icon size={13} aria-hidden /> <span dir="auto">{channel.name}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
