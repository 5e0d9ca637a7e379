import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { DatasetSummary, Join, Mapping, Preview, WideStep } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { Switch } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { FIELDS, type FieldOf, type Kind, nameFor, trimmed } from "./mapping";

interface MappingFormProps {
  preview: Preview;
  datasets: readonly DatasetSummary[];
  busy: string;
  onImport: (mapping: Mapping, name: string, joined: File[]) => void;
}

function kindChoices() {
  return [
    { id: "events", label: t`Events`, hint: t`a row is something that happened` },
    { id: "answers", label: t`Survey answers`, hint: t`a row is an answer` },
    { id: "wide", label: t`Rows with several moments`, hint: t`such as an order with four dates` },
  ];
}

function orderChoices() {
  return [
    { id: "", label: t`As the dates themselves show` },
    { id: "yes", label: t`Day first, 3/4 is 3 April` },
    { id: "no", label: t`Month first, 3/4 is 4 March` },
  ];
}

/** What was found in the file, each part of it correctable. */
export function MappingForm({ preview, datasets, busy, onImport }: MappingFormProps) {
  const [mapping, setMapping] = useState<Mapping>(preview.mapping ?? { kind: "events", customer: "" });
  const [name, setName] = useState(nameFor(preview, datasets));
  const [joined, setJoined] = useState<File[]>([]);
  const kind = mapping.kind ?? "events";
  const set = (part: Partial<Mapping>) => setMapping({ ...mapping, ...part });
  const columns = allColumns(preview, mapping);
  const isEnough = mapping.customer !== "" && name.trim() !== "";
  return (
    <form
      className="mapping"
      onSubmit={(event) => {
        event.preventDefault();
        onImport(trimmed(mapping), name.trim(), joined);
      }}
    >
      {preview.missing ? <p className="is-warn">{preview.missing}</p> : null}
      <div className="mapping-fields">
        <Select
          label={t`What a row is`}
          value={kind}
          options={kindChoices()}
          onChange={(id) => set({ kind: id as Kind })}
        />
        {FIELDS[kind].map((field) => (
          <MappedField key={field.name} field={field} mapping={mapping} columns={columns} set={set} />
        ))}
      </div>
      {kind === "wide" ? (
        <Steps steps={mapping.steps ?? []} columns={columns} set={(steps) => set({ steps })} />
      ) : null}
      <Joins
        joins={mapping.joins ?? []}
        columns={columns}
        set={(joins) => set({ joins })}
        addFile={(file) => setJoined([...joined.filter((one) => one.name !== file.name), file])}
      />
      <div className="mapping-fields">
        <Select
          label={t`Order of dates`}
          value={orderOf(mapping)}
          options={orderChoices()}
          onChange={(id) => set({ day_first: id === "" ? null : id === "yes" })}
        />
        <Words
          label={t`Time zone of moments that name none`}
          value={mapping.zone ?? "UTC"}
          set={(zone) => set({ zone })}
        />
        {kind === "answers" ? (
          <Switch isOn={mapping.decimal_comma ?? false} onChange={(decimal_comma) => set({ decimal_comma })}>
            {t`Scores with a decimal comma`}
          </Switch>
        ) : null}
      </div>
      <div className="mapping-end">
        <label className="field">
          <span className="field-label">{t`Into the dataset (a new name makes a new one)`}</span>
          <input
            className="input"
            list="dataset-names"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <datalist id="dataset-names">
            {datasets.map((dataset) => (
              <option key={dataset.id} value={dataset.name} />
            ))}
          </datalist>
        </label>
        <Button look="filled" type="submit" isDisabled={!isEnough || busy !== ""}>
          {busy || t`Import`}
        </Button>
      </div>
    </form>
  );
}

/** The columns of the file, and those that other files bring. */
function allColumns(preview: Preview, mapping: Mapping): string[] {
  const brought = (mapping.joins ?? []).map((join) => join.column).filter(Boolean);
  return [...new Set([...preview.columns, ...brought])];
}

function orderOf({ day_first }: Mapping): string {
  if (day_first == null) return "";
  return day_first ? "yes" : "no";
}

interface MappedFieldProps {
  field: FieldOf;
  mapping: Mapping;
  columns: readonly string[];
  set: (part: Partial<Mapping>) => void;
}

function MappedField({ field, mapping, columns, set }: MappedFieldProps) {
  const value = mapping[field.name];
  const text = value == null ? "" : String(value);
  const write = (now: string) => {
    const isNumber = field.kind === "number";
    set({ [field.name]: isNumber ? (now.trim() === "" ? null : Number(now)) : now });
  };
  if (field.kind !== "column")
    return <Words label={i18n._(field.label)} value={text} set={write} isNumber={field.kind === "number"} />;
  const name = i18n._(field.label);
  const label = field.hint ? `${name} (${i18n._(field.hint)})` : name;
  return <Select label={label} value={text} options={optionsOf(columns)} onChange={write} />;
}

function optionsOf(columns: readonly string[]) {
  return [
    { id: "", label: t`Not in this file` },
    ...columns.map((column) => ({ id: column, label: column })),
  ];
}

interface WordsProps {
  label: string;
  value: string;
  set: (value: string) => void;
  isNumber?: boolean;
}

function Words({ label, value, set, isNumber }: WordsProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        type={isNumber ? "number" : "text"}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}

/** The columns of moments: each filled cell is an event. */
function Steps({
  steps,
  columns,
  set,
}: {
  steps: readonly WideStep[];
  columns: readonly string[];
  set: (steps: WideStep[]) => void;
}) {
  const change = (at: number, part: Partial<WideStep>) =>
    set(steps.map((step, place) => (place === at ? { ...step, ...part } : step)));
  return (
    <fieldset className="mapping-steps">
      <legend>{t`Moments, in their usual order`}</legend>
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form in order
        <div key={place} className="mapping-step">
          <Select
            label={t`Column`}
            value={step.column}
            options={optionsOf(columns)}
            onChange={(column) => change(place, { column })}
          />
          <Words label={t`is the event`} value={step.event} set={(event) => change(place, { event })} />
          <Words
            label={t`in the channel`}
            value={step.channel ?? ""}
            set={(channel) => change(place, { channel })}
          />
          <Select
            label={t`promised for`}
            value={step.due ?? ""}
            options={optionsOf(columns)}
            onChange={(due) => change(place, { due })}
          />
          <IconButton label={t`Remove`} onPress={() => set(steps.filter((_, at) => at !== place))}>
            <Trash2 size={14} />
          </IconButton>
        </div>
      ))}
      <Button size="small" onPress={() => set([...steps, { column: "", event: "" }])}>
        <Plus size={13} /> {t`Add a moment`}
      </Button>
    </fieldset>
  );
}

interface JoinsProps {
  joins: readonly Join[];
  columns: readonly string[];
  set: (joins: Join[]) => void;
  addFile: (file: File) => void;
}

/** Columns that another file knows, found by a key that both files have. */
function Joins({ joins, columns, set, addFile }: JoinsProps) {
  const change = (at: number, part: Partial<Join>) =>
    set(joins.map((join, place) => (place === at ? { ...join, ...part } : join)));
  const choose = (at: number, file: File | undefined) => {
    if (!file) return;
    addFile(file);
    change(at, { file: file.name });
  };
  return (
    <fieldset className="mapping-steps">
      {joins.length > 0 ? <legend>{t`From other files`}</legend> : null}
      {joins.map((join, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form in order
        <div key={place} className="mapping-step">
          <label className="field">
            <span className="field-label">{t`File ${join.file}`}</span>
            <input
              className="input file"
              type="file"
              onChange={(event) => choose(place, event.target.files?.[0])}
            />
          </label>
          <Select
            label={t`found by`}
            value={join.key}
            options={optionsOf(columns)}
            onChange={(key) => change(place, { key })}
          />
          <Words
            label={t`brings the column`}
            value={join.column}
            set={(column) => change(place, { column })}
          />
          <IconButton label={t`Remove`} onPress={() => set(joins.filter((_, at) => at !== place))}>
            <Trash2 size={14} />
          </IconButton>
        </div>
      ))}
      <Button size="small" onPress={() => set([...joins, { file: "", key: columns[0] ?? "", column: "" }])}>
        <Plus size={13} /> {t`Bring a column from another file`}
      </Button>
    </fieldset>
  );
}
