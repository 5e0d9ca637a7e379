import { t } from "@lingui/core/macro";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { plain } from "../../ui/format";
import { useDesk } from "./desk";
import type { Adding } from "./Filters";
import { type Condition, dayAfter, dayBefore, withCondition } from "./only";
import { PlaceChoice } from "./PlaceChoice";

/** One more condition: what it needs to know, and a button. */
export function ConditionDialog({ adding, onClose }: { adding: Adding; onClose: () => void }) {
  const { look, looking } = useDesk();
  const [added, setAdded] = useState<readonly Condition[]>(adding === "each" ? [{ kind: "each" }] : []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (added.length === 0) return;
    look({ only: added.reduce(withCondition, looking.only) });
    onClose();
  };
  return (
    <Dialog title={titleOf(adding)} isOpen onClose={onClose}>
      <form onSubmit={submit}>
        <div className="dialog-text">
          <Asked adding={adding} setAdded={setAdded} />
        </div>
        <footer className="dialog-foot">
          <Button look="edged" onPress={onClose}>
            {t`Cancel`}
          </Button>
          <Button look="filled" type="submit" isDisabled={added.length === 0}>
            {t`Add the filter`}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function titleOf(adding: Adding): string {
  if (adding === "period" || adding === "since" || adding === "until") return t`In a period`;
  if (adding === "segment") return t`Customers with an attribute`;
  if (adding === "channels") return t`Only events in some channels`;
  if (adding === "first") return t`Only the first events of each path`;
  if (adding === "without") return t`Without the events of a place`;
  if (adding === "each") return t`Each session by itself`;
  return t`Customers by where they came`;
}

interface AskedProps {
  adding: Adding;
  setAdded: (added: readonly Condition[]) => void;
}

function Asked({ adding, setAdded }: AskedProps) {
  if (adding === "period") return <Period setAdded={setAdded} />;
  if (adding === "segment") return <Segment setAdded={setAdded} />;
  if (adding === "channels") return <Channels setAdded={setAdded} />;
  if (adding === "first") return <First setAdded={setAdded} />;
  if (adding === "each") return <p>{t`A path is then one session, and not all that a customer ever did.`}</p>;
  if (adding === "since" || adding === "until") return null;
  return <Place kind={adding} setAdded={setAdded} />;
}

type Set = Pick<AskedProps, "setAdded">;
type PlaceKind = Extract<Condition, { place: unknown }>["kind"];

function Place({ kind, setAdded }: Set & { kind: PlaceKind }) {
  const [place, setPlace] = useState("");
  const labels: Record<PlaceKind, string> = {
    passed: t`They came to`,
    never: t`They never came to`,
    repeated: t`They came twice or more to`,
    began_at: t`Their first event was at`,
    ended_at: t`Their last event was at`,
    without: t`Leave out all events of`,
  };
  const choose = (id: string) => {
    setPlace(id);
    setAdded(id ? [{ kind, place: [id] }] : []);
  };
  return <PlaceChoice label={labels[kind]} value={place} onChange={choose} />;
}

function Period({ setAdded }: Set) {
  const { places, looking } = useDesk();
  const { since, until } = looking.only;
  const [days, setDays] = useState({
    from: (since ?? places.first ?? "").slice(0, 10),
    to: (until ? dayBefore(until) : (places.last ?? "")).slice(0, 10),
  });
  const change = (part: Partial<typeof days>) => {
    const { from, to } = { ...days, ...part };
    setDays({ from, to });
    const midnight = (day: string) => new Date(`${day}T00:00:00Z`).toISOString();
    setAdded([
      ...(from ? [{ kind: "since" as const, at: midnight(from) }] : []),
      ...(to ? [{ kind: "until" as const, at: dayAfter(midnight(to)) }] : []),
    ]);
  };
  return (
    <div className="field-pair">
      <DayField label={t`First day`} value={days.from} onChange={(from) => change({ from })} />
      <DayField label={t`Last day`} value={days.to} onChange={(to) => change({ to })} />
    </div>
  );
}

function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input className="input" type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

function First({ setAdded }: Set) {
  const [text, setText] = useState("");
  const change = (typed: string) => {
    setText(typed);
    const count = Math.round(Number(typed));
    setAdded(count >= 1 && count <= 1_000_000 ? [{ kind: "first", count }] : []);
  };
  return (
    <label className="field">
      <span className="field-label">{t`How many events of each path`}</span>
      <input
        className="input"
        inputMode="numeric"
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}

function Channels({ setAdded }: Set) {
  const { places } = useDesk();
  const change = (channels: string[]) => setAdded(channels.length ? [{ kind: "channels", channels }] : []);
  return (
    <Checks
      label={t`Channels`}
      values={places.channels}
      name={(one) => one || t`no channel`}
      onChange={change}
    />
  );
}

function Segment({ setAdded }: Set) {
  const { places } = useDesk();
  const attributes = places.attributes ?? [];
  const [name, setName] = useState(attributes[0]?.name ?? "");
  const values = attributes.find((one) => one.name === name)?.values ?? [];
  const change = (chosen: string[]) =>
    setAdded(chosen.length ? [{ kind: "segment", attribute: name, values: chosen }] : []);
  return (
    <>
      <label className="field">
        <span className="field-label">{t`Attribute`}</span>
        <select
          className="input"
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setAdded([]);
          }}
        >
          {attributes.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </select>
      </label>
      <Checks
        key={name}
        label={t`Any of these values`}
        values={values}
        name={(one) => one || t`none`}
        onChange={change}
      />
    </>
  );
}

interface ChecksProps {
  label: string;
  values: readonly string[];
  name: (value: string) => string;
  onChange: (values: string[]) => void;
}

/** Some among several. */
export function Checks({ label, values, name, onChange }: ChecksProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const flip = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    setChosen(next);
    onChange([...next]);
  };
  return (
    <fieldset className="condition-checks">
      <legend className="field-label">
        {label}{" "}
        <span className="numbers">{chosen.length > 0 ? t`(${plain(chosen.length)} chosen)` : ""}</span>
      </legend>
      {values.map((value) => (
        <label key={value} className="check">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => flip(value)} />
          <span dir="auto">{name(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
