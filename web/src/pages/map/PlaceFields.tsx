import { t } from "@lingui/core/macro";
import { setField } from "../../editor/ops";
import type { Column } from "../../editor/sheet";
import type { DocumentSession } from "../../transport";
import { DurationField } from "../../ui/DurationField";
import { Switch, TextField } from "../../ui/Field";
import { interval, inUnit } from "../../ui/format";
import { Select } from "../../ui/Select";
import { BindingFields } from "./BindingFields";
import { stageHues } from "./CellMenu";
import { type Measure, useEditor, useLibrary, useReadings, useTools } from "./context";
import { LinkFields } from "./LinkFields";
import { Customers } from "./MeasureBody";
import { NestedFields } from "./parts";
import { askedOf } from "./words";

function useSet(id: string) {
  const tools = useTools();
  return (field: string, value: unknown, base?: unknown) => tools.edit([setField(id, field, value, base)]);
}

/** What shows here as long as nothing is filled in. */
export function Guidance({ hint, set }: { hint: string; set: ReturnType<typeof useSet> }) {
  return (
    <TextField
      label={t`Guidance while it is empty`}
      isLong
      value={hint}
      onChange={(value, base) => set("hint", value, base)}
    />
  );
}

export function StageFields({ column }: { column: Column }) {
  const span = useEditor((state) => state.sheet.spans.find((found) => found.id === column.stage));
  const reading = useReadings().stages[column.stage];
  const set = useSet(column.stage);
  const kind = useEditor((state) => state.sheet.header.kind);
  if (!span) return null;
  const { name = "", goal = "", expected_hours, colour, hint = "" } = span.stage;
  return (
    <>
      <section className="panel-part">
        <TextField label={t`Name`} value={name} onChange={(value, base) => set("name", value, base)} />
        <TextField
          label={askedOf(kind).here}
          isLong
          value={goal}
          onChange={(value, base) => set("goal", value, base)}
        />
        <DurationField
          label={t`Should take`}
          hours={expected_hours}
          onChange={(value) => set("expected_hours", value)}
        />
        <Select
          label={t`Colour`}
          value={colour == null ? "" : String(colour)}
          options={[
            { id: "", label: t`In turn` },
            ...stageHues().map((label, id) => ({ id: String(id), label })),
          ]}
          onChange={(id) => set("colour", id === "" ? null : Number(id))}
        />
        <Guidance hint={hint} set={set} />
      </section>
      <Numbers
        readings={[
          [t`Median time in this stage`, reading?.duration],
          [t`Nine of ten take at most`, reading?.long_duration],
          [t`Come here`, reading?.reach],
          [t`Come this far`, reading?.funnel],
        ]}
      />
    </>
  );
}

export function StepFields({ column, library }: { column: Column; library: DocumentSession | null }) {
  const { touchpoints } = useLibrary();
  const reading = useReadings().steps[column.id];
  const set = useSet(column.id);
  if (!column.step) return <p className="panel-hint">{t`This stage has no steps yet.`}</p>;
  const {
    name = "",
    touchpoint = "",
    optional = false,
    repeatable = false,
    expected_hours,
    hint = "",
  } = column.step;
  return (
    <>
      <section className="panel-part">
        <TextField label={t`Name`} value={name} onChange={(value, base) => set("name", value, base)} />
        <Select
          label={t`Touchpoint that happens here`}
          value={touchpoint}
          options={[
            { id: "", label: t`None` },
            ...Object.entries(touchpoints).map(([id, found]) => ({ id, label: found.name })),
          ]}
          onChange={(id) => set("touchpoint", id)}
        />
        <DurationField
          label={t`Should take`}
          hours={expected_hours}
          onChange={(value) => set("expected_hours", value)}
        />
        <Switch isOn={optional} onChange={(isOn) => set("optional", isOn)}>
          {t`Customers may skip it`}
        </Switch>
        <Switch isOn={repeatable} onChange={(isOn) => set("repeatable", isOn)}>
          {t`May happen more than once`}
        </Switch>
        <Guidance hint={hint} set={set} />
      </section>
      <NestedFields id={column.id} step={column.step} />
      <LinkFields step={column.id} />
      <Numbers
        readings={[
          [t`Come here`, reading?.reach],
          [t`Go no further`, reading?.drop_off],
          [t`Emotion as measured`, reading?.emotion],
          [t`Later than promised`, reading?.late],
        ]}
      />
      {touchpoint ? <BindingFields id={touchpoint} library={library} /> : null}
    </>
  );
}

/** What the data says of a place. */
function Numbers({ readings }: { readings: [string, Measure | null | undefined][] }) {
  const told = readings.filter((pair): pair is [string, Measure] => !!pair[1]);
  if (told.length === 0) return null;
  return (
    <section className="panel-part">
      <header className="part-head">
        <h3>{t`What the data says`}</h3>
      </header>
      <NumberList told={told} />
    </section>
  );
}

/** Numbers by name; each opens its customers. */
export function NumberList({ told }: { told: [string, Measure][] }) {
  return (
    <dl className="numbers-list numbers">
      {told.map(([label, reading]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {reading.value === null || reading.too_few ? (
              <span className="caption">{reading.n === 0 ? t`nothing to count` : t`too few to say`} </span>
            ) : (
              <>
                <b>{inUnit(reading.value, reading.unit)}</b>
                {reading.low != null && reading.high != null ? (
                  <span className="caption">
                    {" "}
                    {interval(reading.low, reading.high, reading.unit, reading.value)} ·{" "}
                  </span>
                ) : (
                  " "
                )}
              </>
            )}
            <Customers reading={reading} name={label} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
