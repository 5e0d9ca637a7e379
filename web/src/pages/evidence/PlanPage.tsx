import { i18n } from "@lingui/core";
import { plural, t } from "@lingui/core/macro";
import { Copy } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { PlannedAssumption, ResearchPlan } from "../../generated";
import { ask, exportResearchPlan, listMaps, readResearchPlan } from "../../transport";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { populationOf } from "../asking";
import { ExportMenu, type FileKind } from "../ExportMenu";
import { ShelfFrame } from "../library/ShelfFrame";
import { Population } from "../Population";
import { Problem } from "../Problem";
import { copyText, saveBoard } from "../saving";
import { useAsked } from "../useAsked";
import { EvidenceParts } from "./EvidenceParts";
import { PlanRow } from "./PlanRow";
import { kindInWords } from "./words";
import "../map/frame.css";
import "./plan.css";

/** What the maps take for granted, the most important first, with questions to ask next. */
export function PlanPage() {
  const [params, setParams] = useSearchParams();
  const map = params.get("map") ?? "";
  const language = i18n.locale;
  const { data, error } = useAsked(["plan", map, language], () =>
    ask(readResearchPlan({ query: { map, language } })),
  );
  const choose = (id: string) => setParams(id ? { map: id } : {}, { replace: true });
  return (
    <ShelfFrame
      title={t`Research plan`}
      parts={<EvidenceParts />}
      actions={data && data.total > 0 ? <Takeaway map={map} /> : null}
    >
      {error ? <Problem error={error} /> : null}
      {data ? (
        <Plan key={map} plan={data} map={map} onMap={choose} />
      ) : (
        <p className="shelf-waits" aria-busy />
      )}
    </ShelfFrame>
  );
}

interface PlanProps {
  plan: ResearchPlan;
  map: string;
  onMap: (id: string) => void;
}

function Plan({ plan, map, onMap }: PlanProps) {
  const [kind, setKind] = useState("");
  const [opened, setOpened] = useState<PlannedAssumption | null>(null);
  const shown = plan.assumptions.filter((one) => !kind || one.kind === kind);
  return (
    <>
      <div className="shelf-tools">
        <MapChoice value={map} onChange={onMap} />
        <KindChoice plan={plan} value={kind} onChange={setKind} />
        <span className="caption numbers" role="status">
          {plural(kind ? shown.length : plan.total, { one: "# assumption", other: "# assumptions" })}
        </span>
      </div>
      {plan.total === 0 ? <NothingOpen /> : <HowRanked />}
      {plan.notes?.map((note) => (
        <p key={note} className="shelf-refused" dir="auto">
          {note}
        </p>
      ))}
      <div className="plan">
        <ol className="plan-rows">
          {shown.map((one) => (
            <PlanRow key={`${one.map}/${one.card}`} one={one} onOpen={() => setOpened(one)} />
          ))}
        </ol>
        {opened?.reach ? (
          <Population
            opened={{ title: opened.step, measure: opened.reach }}
            dataset={opened.dataset ?? ""}
            rows={populationOf(opened.dataset ?? "", opened.reach.question)}
            onClose={() => setOpened(null)}
          />
        ) : null}
      </div>
      {plan.assumptions.length < plan.total ? (
        <p className="shelf-hint">{t`The first ${plain(plan.assumptions.length)} are shown; choose a map to see all of its own.`}</p>
      ) : null}
    </>
  );
}

function MapChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { data = [] } = useAsked(["maps"], () => ask(listMaps()));
  const options = [{ id: "", label: t`All maps` }, ...data.map(({ id, title }) => ({ id, label: title }))];
  return <Select label={t`Map`} isLabelHidden value={value} options={options} onChange={onChange} />;
}

/** The kinds that occur, and all. */
function KindChoice({
  plan,
  value,
  onChange,
}: {
  plan: ResearchPlan;
  value: string;
  onChange: (kind: string) => void;
}) {
  const kinds = [...new Set(plan.assumptions.map(({ kind }) => kind))];
  const options = [{ id: "", label: t`All kinds` }, ...kinds.map((id) => ({ id, label: kindInWords(id) }))];
  return <Select label={t`Kind`} isLabelHidden value={value} options={options} onChange={onChange} />;
}

function HowRanked() {
  return (
    <details className="plan-how">
      <summary>{t`How they are ranked`}</summary>
      <p>
        {t`An assumption is a card that cites nothing which is there, or a target of a future map that no measure follows. Points add up: 3 for a moment of truth; 0 to 2 for importance, and for what its opportunity is worth, each from 1 to 5; 1, 2 or 3 for a minor, moderate or severe pain; and 3 times the share of customers who come to its step, where data say so.`}
      </p>
    </details>
  );
}

function NothingOpen() {
  return (
    <div className="shelf-offer">
      <h2>{t`Nothing is taken for granted`}</h2>
      <p>{t`Once a map has emotions, pains or needs that cite no source, they stand here with questions to ask.`}</p>
    </div>
  );
}

/** The plan to take along: as questions, a sheet or a page. */
function Takeaway({ map }: { map: string }) {
  const keep = (format: FileKind | "md") => void saveBoard("/api/v1/evidence/plan/export", { map, format });
  const copy = () =>
    void copyText(
      () => ask(exportResearchPlan({ query: { map, language: i18n.locale, format: "md" }, parseAs: "text" })),
      t`The plan is on the clipboard, as Markdown.`,
    );
  return (
    <>
      <Button look="edged" onPress={copy}>
        <Copy size={14} /> {t`Copy`}
      </Button>
      <ExportMenu save={keep} also={[{ id: "md", label: t`Markdown`, act: () => keep("md") }]} />
    </>
  );
}
