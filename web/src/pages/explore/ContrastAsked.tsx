import { t } from "@lingui/core/macro";
import { useState } from "react";
import { Select } from "../../ui/Select";
import { useDesk } from "./desk";
import { type Apart, groupsOf } from "./groups";
import { PlaceChoice } from "./PlaceChoice";
import { placeInWords } from "./words";

type By = Apart["by"];

/** What tells the two groups apart. */
export function ContrastAsked() {
  const { places, look, looking } = useDesk();
  const attributes = places.attributes ?? [];
  const [by, setBy] = useState<By>("place");
  const [place, setPlace] = useState("");
  const [day, setDay] = useState("");
  const [attribute, setAttribute] = useState(attributes[0]?.name ?? "");
  const [values, setValues] = useState(["", ""]);
  const known = attributes.find(({ name }) => name === attribute)?.values ?? [];
  const tell = (apart: Apart) => {
    const groups = groupsOf(apart);
    if (groups) look({ asked: { ...looking.asked, ...groups } });
  };
  const byPlace = (id: string) => {
    setPlace(id);
    const name = placeInWords([id], places);
    tell({ by: "place", place: id, name: t`came to ${name}`, not: t`never came to ${name}` });
  };
  const byDay = (chosen: string) => {
    setDay(chosen);
    tell({ by: "day", day: chosen, before: t`before ${chosen}`, after: t`from ${chosen} on` });
  };
  const byValue = (at: number, value: string) => {
    const chosen = values.map((one, other) => (other === at ? value : one));
    setValues(chosen);
    tell({ by: "attribute", attribute, first: chosen[0] ?? "", second: chosen[1] ?? "" });
  };
  return (
    <fieldset className="asked asked-line">
      <legend className="only-read">{t`The two groups`}</legend>
      <Select
        label={t`Told apart by`}
        value={by}
        options={[
          { id: "place", label: t`whether they came to a place` },
          ...(attributes.length > 0 ? [{ id: "attribute", label: t`an attribute` }] : []),
          { id: "day", label: t`before and after a day` },
        ]}
        onChange={(chosen) => setBy(chosen as By)}
      />
      {by === "place" ? <PlaceChoice label={t`Place`} value={place} onChange={byPlace} /> : null}
      {by === "day" ? (
        <label className="field">
          <span className="field-label">{t`First day of the second group`}</span>
          <input className="input" type="date" value={day} onChange={(event) => byDay(event.target.value)} />
        </label>
      ) : null}
      {by === "attribute" ? (
        <>
          <Select
            label={t`Attribute`}
            value={attribute}
            options={attributes.map(({ name }) => ({ id: name, label: name }))}
            onChange={setAttribute}
          />
          {[t`First group`, t`Second group`].map((label, at) => (
            <Select
              key={label}
              label={label}
              value={values[at] ?? ""}
              placeholder={t`Choose a value`}
              options={known.map((value) => ({ id: value, label: value }))}
              onChange={(value) => byValue(at, value)}
            />
          ))}
        </>
      ) : null}
    </fieldset>
  );
}
