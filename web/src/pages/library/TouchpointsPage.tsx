import { plural, t } from "@lingui/core/macro";
import { Link2 } from "lucide-react";
import { Link } from "react-router";
import { setField } from "../../editor/ops";
import type { Touchpoint } from "../../generated";
import { iconNamed } from "../../ui/icons";
import { Select } from "../../ui/Select";
import { RuleLimits } from "../RuleLimits";
import { ChannelChips } from "./ChannelChips";
import { useShelf, useShelved } from "./context";
import { TextOf } from "./InPlace";
import { LinkOf } from "./LinkOf";
import { ShelfList } from "./ShelfList";
import "./touchpoints.css";

/** Moments of interaction, shared by all maps that name them. */
export function TouchpointsPage() {
  const teams = useShelved("team");
  return (
    <ShelfList
      shared={t`What you change here changes in each of them at once.`}
      type="touchpoint"
      list="/library/touchpoints"
      title={t`Touchpoints`}
      words={{
        add: t`New touchpoint`,
        fresh: t`New touchpoint`,
        emptyTitle: t`Where do you meet your customers?`,
        empty: t`A touchpoint is described once and used in every map; what the data counts for it is bound here, too.`,
      }}
      fields={{}}
      sought={({ name, description, owner_team, team }) => [
        name,
        description,
        team,
        teams.get(owner_team ?? "")?.name,
      ]}
      row={(touchpoint) => <Face touchpoint={touchpoint} />}
      details={(id, touchpoint) => <Fields id={id} touchpoint={touchpoint} />}
      beside={
        <Link to="/bindings" className="link shelf-beside">
          <Link2 size={13} aria-hidden /> {t`Bind events of the data`}
        </Link>
      }
    />
  );
}

function Face({ touchpoint }: { touchpoint: Touchpoint }) {
  const channels = useShelved("channel");
  const teams = useShelved("team");
  const owner = teams.get(touchpoint.owner_team ?? "")?.name ?? touchpoint.team ?? "";
  return (
    <>
      <span className="shelf-row-name" dir="auto">
        {touchpoint.name}
      </span>
      <span className="shelf-row-icons">
        {(touchpoint.channels ?? []).map((id) => {
          const channel = channels.get(id);
          const Icon = iconNamed(channel?.icon);
          return channel ? <Icon key={id} size={14} role="img" aria-label={channel.name} /> : null;
        })}
      </span>
      <span className="shelf-row-more" dir="auto">
        {owner || <span className="is-missing">{t`no owner`}</span>}
      </span>
    </>
  );
}

function Fields({ id, touchpoint }: { id: string; touchpoint: Touchpoint }) {
  const shelf = useShelf();
  const teams = useShelved("team");
  return (
    <>
      <TextOf id={id} field="name" label={t`Name`} value={touchpoint.name} isNeeded className="is-name" />
      <TextOf
        id={id}
        field="description"
        label={t`What happens`}
        value={touchpoint.description}
        isLong
        placeholder={t`In a sentence or two`}
      />
      <ChannelChips
        label={t`Channels`}
        chosen={touchpoint.channels ?? []}
        onChange={(channels) => shelf.edit([setField(id, "channels", channels)])}
      />
      <Select
        label={t`Owner team`}
        value={touchpoint.owner_team ?? ""}
        options={[
          { id: "", label: touchpoint.team || t`None` },
          ...[...teams].map(([team, { name }]) => ({ id: team, label: name })),
        ]}
        onChange={(team) => shelf.edit([setField(id, "owner_team", team)])}
      />
      <LinkOf id={id} field="url" label={t`Where to see it`} value={touchpoint.url} />
      <Bindings id={id} touchpoint={touchpoint} />
    </>
  );
}

/** Which events of the data are this touchpoint; they are bound on a page of their own, beside what they count. */
function Bindings({ id, touchpoint }: { id: string; touchpoint: Touchpoint }) {
  const bindings = touchpoint.bindings ?? [];
  const events = bindings.reduce((sum, binding) => sum + binding.events.length, 0);
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">
        {t`Bound events`}
        <span className="caption numbers">
          {plural(events, { one: "# event name", other: "# event names" })}
        </span>
      </h2>
      {bindings.length === 0 ? (
        <p className="shelf-hint">{t`None yet: no number of a map can count this touchpoint.`}</p>
      ) : null}
      <ul className="bindings">
        {bindings.map((rule) => (
          <li key={JSON.stringify(rule)}>
            {rule.events.map((name) => (
              <code key={name} dir="auto">
                {name}
              </code>
            ))}
            <RuleLimits rule={rule} />
          </li>
        ))}
      </ul>
      <Link to={`/bindings?touchpoint=${id}`} className="link shelf-open">
        <Link2 size={13} aria-hidden /> {t`Bind events`}
      </Link>
    </section>
  );
}
