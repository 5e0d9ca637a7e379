import { plural, t } from "@lingui/core/macro";
import { Split, X } from "lucide-react";
import { useEffect, useState } from "react";
import { STEPS } from "../../editor/place";
import type { Sheet } from "../../editor/sheet";
import type { MapContrast, StepContrast } from "../../generated";
import { ask, contrastMap } from "../../transport";
import { IconButton } from "../../ui/Button";
import { Switch } from "../../ui/Field";
import { difference, interval, inUnit, plain } from "../../ui/format";
import { customersInWords } from "../../ui/words";
import { Problem } from "../Problem";
import { useAsked } from "../useAsked";
import { ContrastGroups } from "./ContrastGroups";
import { useEditor, useTools } from "./context";
import { type Groups, setMarks, useGroups } from "./contrasts";
import { useLooking } from "./looking";
import { Customers } from "./MeasureBody";
import "./contrast.css";

/** Two groups of customers beside each other: at each step what they do, take and say differently. */
export function ContrastPanel() {
  const { store } = useTools();
  const { id } = useLooking();
  const dataset = useEditor((state) => state.sheet.header.dataset ?? "");
  return (
    <aside className="panel" aria-label={t`Two groups`}>
      <header className="panel-head">
        <span className="panel-kind">
          <Split size={13} aria-hidden /> {t`Two groups`}
        </span>
        <IconButton
          label={t`Close two groups`}
          keys="Esc"
          onPress={() => store.set({ isPanelOpen: false, panel: "details" })}
        >
          <X size={16} />
        </IconButton>
        <h2>{t`What differs at each step`}</h2>
      </header>
      {dataset ? (
        <>
          <ContrastGroups key={dataset} map={id} dataset={dataset} />
          <Chosen map={id} dataset={dataset} />
        </>
      ) : (
        <p className="panel-hint">{t`Choose the data that the map is read beside; then two groups of its customers can be compared.`}</p>
      )}
    </aside>
  );
}

function Chosen({ map, dataset }: { map: string; dataset: string }) {
  const groups = useGroups(map);
  return groups ? <Found map={map} dataset={dataset} groups={groups} /> : null;
}

function Found({ map, dataset, groups }: { map: string; dataset: string; groups: Groups }) {
  const key = JSON.stringify(groups);
  const { data, error, isFetching } = useAsked(["contrast", map, dataset, key], () =>
    ask(contrastMap({ path: { id: map }, body: { groups } })),
  );
  useEffect(() => {
    if (data) setMarks(map, marksOf(data));
  }, [map, data]);
  if (error) return <Problem error={error} />;
  if (!data)
    return (
      <p className="panel-hint" role="status">
        {isFetching ? t`reading the data` : ""}
      </p>
    );
  return <Told found={data} />;
}

function Told({ found }: { found: MapContrast }) {
  const sheet = useEditor((state) => state.sheet);
  const [isAll, setAll] = useState(false);
  const [first, second] = found.groups;
  const steps = stepsOf(found, sheet, isAll);
  const count = Object.values(found.steps ?? {})
    .flat()
    .filter(({ contrast }) => contrast.differs).length;
  return (
    <div className="panel-part contrast">
      <dl className="contrast-groups numbers">
        {[first, second].map((group, place) => (
          <div key={group.name}>
            <dt dir="auto">
              <span className={`contrast-side side-${place}`} aria-hidden /> {group.name}
            </dt>
            <dd>{customersInWords(group.customers)}</dd>
          </div>
        ))}
      </dl>
      <p role="status">
        {plural(count, {
          0: "Nothing differs more than chance would show.",
          one: "# number differs, corrected for all that were compared.",
          other: "# numbers differ, corrected for all that were compared.",
        })}
      </p>
      {found.note ? <p className="caption">{found.note}</p> : null}
      <Switch isOn={isAll} onChange={setAll}>{t`Also what does not differ`}</Switch>
      {steps.map(({ id, name, told }) => (
        <Step key={id} id={id} name={name} told={told} found={found} />
      ))}
    </div>
  );
}

interface StepProps {
  id: string;
  name: string;
  told: readonly StepContrast[];
  found: MapContrast;
}

function Step({ id, name, told, found }: StepProps) {
  const { store } = useTools();
  const go = () => store.set({ at: { row: STEPS, column: id, card: "" } });
  return (
    <section className="contrast-step">
      <h3>
        <button type="button" className="link" dir="auto" onClick={go}>
          {name || t`A step without a name`}
        </button>
      </h3>
      <ul>
        {told.map((one) => (
          <One key={one.what} one={one} name={name} found={found} />
        ))}
      </ul>
    </section>
  );
}

function One({ one, name, found }: { one: StepContrast; name: string; found: MapContrast }) {
  const { first, second, difference: away, contrast } = one;
  const isFew = away.value === null;
  return (
    <li className={contrast.differs ? "contrast-one differs-for-sure" : "contrast-one"}>
      <b>{wordOf(one.what)}</b>
      <span className="numbers contrast-values">
        {[first, second].map((measure, place) => (
          <span key={found.groups[place]?.name}>
            <span className={`contrast-side side-${place}`} aria-hidden />
            <span className="only-read">{found.groups[place]?.name}</span>{" "}
            {measure.value === null || measure.too_few ? "–" : inUnit(measure.value, measure.unit)}{" "}
            <Customers reading={measure} name={`${name} · ${found.groups[place]?.name}`} />
          </span>
        ))}
      </span>
      <span className="caption numbers">{isFew ? t`too few to say` : awayInWords(one)}</span>
    </li>
  );
}

function awayInWords({ difference: away, contrast }: StepContrast): string {
  const between =
    away.low != null && away.high != null
      ? ` (${interval(away.low, away.high, away.unit, away.value ?? 0)})`
      : "";
  const sure = contrast.differs ? t`differs` : t`chance may show as much`;
  const q = contrast.q == null ? "" : ` · q ${contrast.q < 0.001 ? "< 0.001" : plain(contrast.q, 3)}`;
  return `${difference(away.value ?? 0, away.unit)}${between} · ${sure}${q}`;
}

function wordOf(what: StepContrast["what"]): string {
  if (what === "reach") return t`Come here`;
  if (what === "drop-off") return t`Stop here`;
  if (what === "stay") return t`Time here`;
  return what === "emotion" ? t`Score, −2 to +2` : t`Promises broken`;
}

/** The steps in the order of the map, with what is told of each. */
function stepsOf({ steps = {} }: MapContrast, sheet: Sheet, isAll: boolean) {
  return sheet.columns.flatMap(({ id, step }) => {
    const told = (steps[id] ?? []).filter(({ contrast }) => isAll || contrast.differs);
    return told.length > 0 ? [{ id, name: step?.name ?? "", told }] : [];
  });
}

function marksOf({ steps = {} }: MapContrast): Map<string, string> {
  const marks = new Map<string, string>();
  for (const [id, told] of Object.entries(steps)) {
    const [most] = told;
    if (most?.contrast.differs)
      marks.set(id, `${wordOf(most.what)} ${difference(most.difference.value ?? 0, most.difference.unit)}`);
  }
  return marks;
}
