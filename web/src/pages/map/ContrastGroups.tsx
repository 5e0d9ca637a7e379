import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { Places } from "../../generated";
import { ask, listPlaces } from "../../transport";
import { Button } from "../../ui/Button";
import { Select } from "../../ui/Select";
import { Problem } from "../Problem";
import { useAsked } from "../useAsked";
import { type Groups, setGroups } from "./contrasts";

interface GroupsProps {
  map: string;
  dataset: string;
}

/** Choose two groups: by what is known of customers, by where they came, or before and after a day. */
export function ContrastGroups({ map, dataset }: GroupsProps) {
  const { data, error } = useAsked(["places", dataset], () => ask(listPlaces({ path: { id: dataset } })));
  if (error) return <Problem error={error} />;
  return data ? <Chooser map={map} places={data} /> : null;
}

const OUTCOME = "outcome";
const DAY = "day";

function Chooser({ map, places }: { map: string; places: Places }) {
  const attributes = (places.attributes ?? []).filter(({ values }) => values.length > 1);
  const [by, setBy] = useState(attributes[0] ? `attribute:${attributes[0].name}` : OUTCOME);
  const attribute = attributes.find(({ name }) => by === `attribute:${name}`);
  const choose = (groups: Groups) => setGroups(map, groups);
  return (
    <div className="panel-part contrast-choice">
      <Select
        label={t`Told apart by`}
        value={by}
        options={[
          ...attributes.map(({ name }) => ({ id: `attribute:${name}`, label: name })),
          { id: OUTCOME, label: t`where they came` },
          { id: DAY, label: t`before and after a day` },
        ]}
        onChange={(id) => id && setBy(id)}
      />
      {attribute ? (
        <ByAttribute key={by} name={attribute.name} values={attribute.values} choose={choose} />
      ) : by === DAY ? (
        <ByDay places={places} choose={choose} />
      ) : (
        <ByOutcome places={places} choose={choose} />
      )}
    </div>
  );
}

interface ChoiceProps {
  choose: (groups: Groups) => void;
}

function ByAttribute({ name, values, choose }: ChoiceProps & { name: string; values: readonly string[] }) {
  const [first, setFirst] = useState(values[0] ?? "");
  const [second, setSecond] = useState(values[1] ?? "");
  const options = values.map((value) => ({ id: value, label: value }));
  const group = (value: string) => ({
    name: `${name}: ${value}`,
    only: { segment: [{ attribute: name, values: [value] }] },
  });
  return (
    <>
      <Select label={t`First group`} value={first} options={options} onChange={setFirst} />
      <Select label={t`Second group`} value={second} options={options} onChange={setSecond} />
      <Compare
        isReady={first !== "" && second !== "" && first !== second}
        act={() => choose([group(first), group(second)])}
      />
    </>
  );
}

function ByOutcome({ places, choose }: ChoiceProps & { places: Places }) {
  const [at, setAt] = useState("");
  const name = places.nodes.find(({ id }) => id === at)?.name ?? at;
  const options = places.nodes.map(({ id, name: label }) => ({ id, label }));
  return (
    <>
      <Select
        label={t`Place`}
        value={at}
        options={options}
        onChange={setAt}
        placeholder={t`Choose a place`}
      />
      <Compare
        isReady={at !== ""}
        act={() =>
          choose([
            { name: t`came to ${name}`, only: { passed: [[at]] } },
            { name: t`never came to ${name}`, only: { never: [[at]] } },
          ])
        }
      />
    </>
  );
}

function ByDay({ places, choose }: ChoiceProps & { places: Places }) {
  const [day, setDay] = useState("");
  const [first, last] = [places.first, places.last].map((moment) => moment?.slice(0, 10) ?? "");
  return (
    <>
      <label className="field">
        <span className="field-label">{t`Day`}</span>
        <input
          type="date"
          className="input"
          value={day}
          min={first}
          max={last}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
      <Compare
        isReady={day !== ""}
        act={() =>
          choose([
            { name: t`before ${day}`, only: { until: `${day}T00:00:00Z` } },
            { name: t`since ${day}`, only: { since: `${day}T00:00:00Z` } },
          ])
        }
      />
    </>
  );
}

function Compare({ isReady, act }: { isReady: boolean; act: () => void }) {
  return (
    <Button look="filled" isDisabled={!isReady} onPress={act}>
      {t`Compare`}
    </Button>
  );
}
