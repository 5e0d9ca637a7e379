import { t } from "@lingui/core/macro";
import { setField } from "../../editor/ops";
import type { Stakeholder } from "../../generated";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { choicesOf } from "../map/words";
import { useShelf, useShelved } from "./context";
import { Slider, TextOf } from "./InPlace";
import { TextList } from "./TextList";
import { ATTITUDE_WORDS, RING_WORDS, STAKEHOLDER_WORDS } from "./words";

interface StakeholderProps {
  id: string;
  stakeholder: Stakeholder;
}

/** One stakeholder, edited where it stands. */
export function StakeholderFields({ id, stakeholder }: StakeholderProps) {
  const shelf = useShelf();
  const set = (field: string) => (value: unknown) => shelf.edit([setField(id, field, value)]);
  return (
    <>
      <TextOf id={id} field="name" label={t`Name`} value={stakeholder.name} isNeeded className="is-name" />
      <TextOf
        id={id}
        field="role"
        label={t`Role`}
        value={stakeholder.role}
        placeholder={t`Who this is, in a few words`}
      />
      <TextOf
        id={id}
        field="description"
        label={t`What they do, and why it matters`}
        value={stakeholder.description}
        isLong
        placeholder={t`Their part in the journey`}
      />
      <div className="field-two">
        <Select
          label={t`What it is`}
          value={stakeholder.kind ?? "other"}
          options={choicesOf(STAKEHOLDER_WORDS)}
          onChange={set("kind")}
        />
        <Select
          label={t`Ring`}
          value={stakeholder.ring ?? "direct"}
          options={choicesOf(RING_WORDS)}
          onChange={set("ring")}
        />
      </div>
      <Rating label={t`Influence`} value={stakeholder.influence} onChange={set("influence")} />
      <Rating label={t`Interest`} value={stakeholder.interest} onChange={set("interest")} />
      <Select
        label={t`Attitude to what we want to change`}
        value={stakeholder.attitude ?? ""}
        options={choicesOf(ATTITUDE_WORDS, t`Not said`)}
        onChange={set("attitude")}
      />
      <Listed id={id} label={t`Wants`} one={t`wish`} field="wants" texts={stakeholder.wants} />
      <Listed id={id} label={t`Worries about`} one={t`worry`} field="concerns" texts={stakeholder.concerns} />
      <Listed id={id} label={t`Puts in`} one={t`contribution`} field="gives" texts={stakeholder.gives} />
      <Linked id={id} stakeholder={stakeholder} />
    </>
  );
}

interface RatingProps {
  label: string;
  value: number | null | undefined;
  onChange: (value: number) => void;
}

function Rating({ label, value, onChange }: RatingProps) {
  const words = value == null ? t`not rated yet` : t`${inHalves(value)} of 5`;
  return <Slider label={label} value={value} low={1} high={5} step={0.5} words={words} onChange={onChange} />;
}

function inHalves(value: number): string {
  return plain(value, Number.isInteger(value) ? 0 : 1);
}

interface ListedProps {
  id: string;
  label: string;
  one: string;
  field: "wants" | "concerns" | "gives";
  texts: readonly string[] | undefined;
}

function Listed({ id, label, one, field, texts = [] }: ListedProps) {
  const shelf = useShelf();
  return (
    <div className="labelled">
      <h2 className="field-label">{label}</h2>
      <TextList
        label={label}
        one={one}
        texts={texts}
        onChange={(changed) => shelf.edit([setField(id, field, changed)])}
      />
    </div>
  );
}

/** The persona or team that it is, and the others that it deals with. */
function Linked({ id, stakeholder }: StakeholderProps) {
  const shelf = useShelf();
  const personas = useShelved("persona");
  const teams = useShelved("team");
  const others = [...useShelved("stakeholder")].filter(([other]) => other !== id);
  const related = stakeholder.related ?? [];
  const toggle = (other: string) =>
    related.includes(other) ? related.filter((one) => one !== other) : [...related, other];
  const named = (records: ReadonlyMap<string, { name: string }>) => [
    { id: "", label: t`None` },
    ...[...records].map(([one, { name }]) => ({ id: one, label: name })),
  ];
  return (
    <>
      <div className="field-two">
        <Select
          label={t`Persona`}
          value={stakeholder.persona ?? ""}
          options={named(personas)}
          onChange={(one) => shelf.edit([setField(id, "persona", one)])}
        />
        <Select
          label={t`Team`}
          value={stakeholder.team ?? ""}
          options={named(teams)}
          onChange={(one) => shelf.edit([setField(id, "team", one)])}
        />
      </div>
      {others.length > 0 ? (
        <fieldset className="shelf-chips">
          <legend className="field-label">{t`Deals with`}</legend>
          {others.map(([other, { name }]) => (
            <button
              key={other}
              type="button"
              className="shelf-chip"
              aria-pressed={related.includes(other)}
              disabled={shelf.isReadOnly}
              onClick={() => shelf.edit([setField(id, "related", toggle(other))])}
            >
              <span dir="auto">{name}</span>
            </button>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
