import { plural, t } from "@lingui/core/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { freeAttribute } from "../../editor/binding";
import type { Binding, Condition, TriedRule } from "../../generated";
import { type ApiError, ask, tryRule } from "../../transport";
import { Button, IconButton } from "../../ui/Button";
import { plain } from "../../ui/format";
import { NameChoice } from "../../ui/NameChoice";
import { customersInWords } from "../../ui/words";
import { inWords } from "../useAsked";
import { countedInWords } from "./Coverage";
import { useDesk } from "./context";
import { Tokens } from "./Tokens";

interface FormProps {
  touchpoint: string;
  rule: Binding;
  onSave: (rule: Binding) => void;
  onCancel: () => void;
}

/** A rule as it is being written, with what it would match. */
export function RuleForm({ touchpoint, rule, onSave, onCancel }: FormProps) {
  const { found } = useDesk();
  const [draft, setDraft] = useState(rule);
  const [typed, setTyped] = useState("");
  const { events, channels = [], where = [] } = draft;
  const isWhole = events.length > 0 && where.every(({ attribute, values }) => attribute && values.length > 0);
  const change = (part: Partial<Binding>) => setDraft({ ...draft, ...part });
  const setWhere = (at: number, condition: Condition) =>
    change({ where: where.map((one, place) => (place === at ? condition : one)) });
  const toggle = (channel: string) =>
    change({
      channels: channels.includes(channel)
        ? channels.filter((one) => one !== channel)
        : [...channels, channel],
    });
  return (
    <form
      className="bind-form"
      aria-label={t`Rule`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onSave(draft);
      }}
    >
      <Tokens
        label={t`Event is`}
        hint={t`* stands for any text`}
        texts={events}
        known={found.names.map(({ event }) => event)}
        isFirst
        onType={setTyped}
        onChange={(next) => change({ events: next })}
      />
      <Channels chosen={channels} onToggle={toggle} />
      {where.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place
        <ConditionFields key={at} condition={condition} onChange={(next) => setWhere(at, next)}>
          <IconButton
            label={t`Remove the condition`}
            onPress={() => change({ where: where.filter((_, place) => place !== at) })}
          >
            <X size={14} />
          </IconButton>
        </ConditionFields>
      ))}
      <span>
        <Button
          size="small"
          onPress={() =>
            change({ where: [...where, { attribute: freeAttribute(draft, known(found)), values: [] }] })
          }
        >
          <Plus size={12} aria-hidden /> {t`Ask for an attribute`}
        </Button>
      </span>
      <label className="bind-failing">
        <input
          type="checkbox"
          checked={draft.failing ?? false}
          onChange={(event) => change({ failing: event.target.checked })}
        />
        {t`These events say that it failed`}
      </label>
      <Trial touchpoint={touchpoint} rule={typed ? { ...draft, events: [...events, typed] } : draft} />
      <span className="bind-acts">
        <Button look="filled" type="submit" isDisabled={!isWhole}>{t`Save rule`}</Button>
        <Button look="edged" onPress={onCancel}>{t`Cancel`}</Button>
      </span>
    </form>
  );
}

const known = ({ attributes = [] }: { attributes?: { name: string; values: string[] }[] }) => attributes;

function Channels({ chosen, onToggle }: { chosen: readonly string[]; onToggle: (channel: string) => void }) {
  const { found } = useDesk();
  const all = [...new Set([...found.channels, ...chosen])];
  if (all.length === 0) return null;
  return (
    <fieldset className="shelf-chips">
      <legend className="field-label">{chosen.length > 0 ? t`Channel is` : t`Channel is any`}</legend>
      {all.map((channel) => (
        <button
          key={channel}
          type="button"
          className="shelf-chip"
          dir="auto"
          aria-pressed={chosen.includes(channel)}
          onClick={() => onToggle(channel)}
        >
          {channel || t`no channel`}
        </button>
      ))}
    </fieldset>
  );
}

interface ConditionProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
  children: React.ReactNode;
}

function ConditionFields({ condition, onChange, children }: ConditionProps) {
  const { found } = useDesk();
  const attributes = known(found);
  const values = attributes.find(({ name }) => name === condition.attribute)?.values ?? [];
  return (
    <div className="bind-condition">
      <NameChoice
        label={t`Attribute`}
        value={condition.attribute}
        names={attributes.map(({ name }) => name)}
        placeholder={t`Choose`}
        onName={(attribute) => onChange({ attribute, values: [] })}
        isFree
      />
      {children}
      <Tokens
        label={t`is any of`}
        hint={t`* stands for any text`}
        texts={condition.values}
        known={values}
        onChange={(next) => onChange({ ...condition, values: next })}
      />
    </div>
  );
}

/** What the rule would match, told by the server while it is being written. */
function Trial({ touchpoint, rule }: { touchpoint: string; rule: Binding }) {
  const { found, touchpoints } = useDesk();
  const asked = useDeferredValue(rule);
  const isWhole =
    asked.events.length > 0 && (asked.where ?? []).every((one) => one.attribute && one.values.length > 0);
  const { data, error } = useQuery<TriedRule, ApiError>({
    queryKey: ["bindings-try", found.dataset, touchpoint, JSON.stringify(asked)],
    queryFn: () => ask(tryRule({ path: { id: found.dataset }, body: { binding: asked, touchpoint } })),
    enabled: isWhole,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  if (!isWhole) return <p className="shelf-hint">{t`Name at least one event.`}</p>;
  if (error) return <p className="shelf-refused">{inWords(error)}</p>;
  if (!data) return <p className="shelf-hint" aria-busy="true">{t`Counting`}</p>;
  return (
    <div className="bind-trial" role="status">
      <p className="numbers">
        <b>
          {plain(data.events)} {countedInWords(data.counted, data.events)}
        </b>
        {data.counted === "events" ? `, ${customersInWords(data.customers)}` : ""}
        {", "}
        {plural(data.names.length, { one: "# name", other: "# names" })}
      </p>
      {data.names.length > 0 ? (
        <p className="caption" dir="auto">
          {namesInWords(data.names)}
        </p>
      ) : null}
      {data.new > 0 ? (
        <p className="caption numbers">{t`${plain(data.new)} of them are unbound now.`}</p>
      ) : null}
      {data.beside.map(({ touchpoint: other, events }) => (
        <p key={other} className="bind-twice numbers">
          {t`${plain(events)} would be bound twice: “${touchpoints.get(other)?.name ?? other}” takes them already.`}
        </p>
      ))}
    </div>
  );
}

const NAMED = 6;

function namesInWords(names: readonly string[]): string {
  const listed = names.slice(0, NAMED).join(", ");
  return names.length > NAMED ? t`${listed} and ${plain(names.length - NAMED)} more` : listed;
}
