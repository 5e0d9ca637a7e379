import { t } from "@lingui/core/macro";
import { setField } from "../../../editor/ops";
import type { Opportunity, TwoGroups } from "../../../generated";
import { ask, listPlaces } from "../../../transport";
import { Select } from "../../../ui/Select";
import { customersInWords } from "../../../ui/words";
import { listDatasets } from "../../asking";
import { useShelf } from "../../library/context";
import { QuestionChoice } from "../../map/QuestionChoice";
import { useAsked } from "../../useAsked";
import type { OpportunityProps } from "../OpportunityPage";
import { unitOf } from "./words";

type Field = keyof Opportunity;
type Set = (field: Field, value: unknown) => void;

/** Since when, in which data, which number, which way is better, and compared with what. */
export function HelpedFields({ id, opportunity }: OpportunityProps) {
  const shelf = useShelf();
  const set: Set = (field, value) => shelf.edit([setField(id, field, value)]);
  const { started, better, dataset = "", question = null } = opportunity;
  const { data: datasets = [] } = useAsked(["datasets"], listDatasets);
  const isHere = datasets.some((one) => one.id === dataset);
  const { data: places } = useAsked(
    ["places", dataset],
    () => ask(listPlaces({ path: { id: dataset } })),
    isHere,
  );
  const nodes = [...(places?.nodes ?? [])].sort((one, other) => other.customers - one.customers);
  return (
    <>
      <div className="field-two">
        <label className="field">
          <span className="field-label">{t`Customers meet it since`}</span>
          <input
            className="input"
            type="date"
            disabled={shelf.isReadOnly}
            value={started ?? ""}
            onChange={({ target }) => set("started", target.value || null)}
          />
        </label>
        <Select
          label={t`Dataset`}
          value={isHere ? dataset : ""}
          placeholder={datasets.length === 0 ? t`There is no dataset yet` : t`Choose a dataset`}
          options={datasets.map(({ id: one, name }) => ({ id: one, label: name }))}
          onChange={(chosen) => set("dataset", chosen)}
        />
      </div>
      {nodes.length > 0 ? (
        <div className="helped-fields">
          <QuestionChoice
            question={question}
            places={nodes.map(({ id: one, name, customers }) => ({
              id: one,
              label: name,
              hint: customersInWords(customers),
            }))}
            own=""
            onChange={(chosen) => set("question", chosen)}
          />
        </div>
      ) : null}
      <div className="field-two">
        <Select
          label={t`It is better when the number is`}
          value={better ?? "higher"}
          options={[
            { id: "higher", label: t`higher` },
            { id: "lower", label: t`lower` },
          ]}
          onChange={(way) => set("better", way)}
        />
        <Matters opportunity={opportunity} set={set} />
      </div>
      <Comparing opportunity={opportunity} attributes={places?.attributes ?? []} set={set} />
    </>
  );
}

interface PartProps {
  opportunity: Opportunity;
  set: Set;
}

/** The smallest difference that would matter; shares are typed in points. */
function Matters({ opportunity, set }: PartProps) {
  const shelf = useShelf();
  const unit = unitOf(opportunity.question ?? null);
  const times = unit === "share" ? 100 : 1;
  const { matters } = opportunity;
  const words = { share: t`in points`, hours: t`in hours`, points: t`in points` }[unit] ?? t`on its scale`;
  return (
    <label className="field">
      <span className="field-label">{t`Smallest difference that matters, ${words}`}</span>
      <input
        className="input numbers"
        type="number"
        min={0}
        step="any"
        disabled={shelf.isReadOnly}
        placeholder={t`not said`}
        key={`${unit}-${matters}`}
        defaultValue={matters == null ? "" : Number((matters * times).toPrecision(6))}
        onBlur={({ target }) => {
          const typed = target.valueAsNumber;
          const next = Number.isFinite(typed) && typed > 0 ? typed / times : null;
          if (next !== (matters ?? null)) set("matters", next);
        }}
      />
    </label>
  );
}

interface Attribute {
  name: string;
  values: readonly string[];
}

/** With what the time after the start is compared. */
function Comparing({ opportunity, attributes, set }: PartProps & { attributes: readonly Attribute[] }) {
  const { comparison } = opportunity;
  const groups = comparison?.kind === "two-groups" ? comparison : null;
  const chosen = attributes.find(({ name }) => name === groups?.attribute);
  const options = (chosen?.values ?? []).map((value) => ({ id: value, label: value || t`(empty)` }));
  const choose = (change: Partial<TwoGroups>) => groups && set("comparison", { ...groups, ...change });
  return (
    <>
      <Select
        label={t`Compared with`}
        value={groups ? "two-groups" : "before-after"}
        options={[
          { id: "before-after", label: t`the time before`, hint: t`and its trend` },
          ...(attributes.length > 0 || groups
            ? [{ id: "two-groups", label: t`customers who did not get it`, hint: t`before and after` }]
            : []),
        ]}
        onChange={(kind) => set("comparison", kind === "two-groups" ? firstGroups(attributes) : { kind })}
      />
      {groups ? (
        <div className="helped-fields">
          <Select
            label={t`They differ by`}
            value={groups.attribute}
            placeholder={t`Choose an attribute`}
            options={attributes.map(({ name }) => ({ id: name, label: name }))}
            onChange={(name) => set("comparison", firstGroups(attributes.filter((one) => one.name === name)))}
          />
          <Select
            label={t`Got the change`}
            value={groups.treated}
            options={options}
            onChange={(treated) => choose({ treated })}
          />
          <Select
            label={t`Did not`}
            value={groups.control}
            options={options}
            onChange={(control) => choose({ control })}
          />
        </div>
      ) : null}
    </>
  );
}

/** The first attribute with its two most frequent values. */
function firstGroups([first]: readonly Attribute[]): TwoGroups {
  const [treated = "", control = ""] = first?.values ?? [];
  return { kind: "two-groups", attribute: first?.name ?? "", treated, control };
}
