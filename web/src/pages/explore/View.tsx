import { msg, t } from "@lingui/core/macro";
import { type ReactNode, useState } from "react";
import { spoken } from "../../editor/spoken";
import { Problem } from "../Problem";
import { AnalysisTable, Definition } from "./AnalysisTable";
import { type Analysis, nameOf, type Result, type Row } from "./answers";
import { analysisFor } from "./asking";
import { ContrastView } from "./ContrastView";
import { CustomersView } from "./CustomersView";
import { useDesk } from "./desk";
import { FigurePanel } from "./FigurePanel";
import { FlowView } from "./FlowView";
import { FunnelView } from "./FunnelView";
import { KIND_WORDS } from "./kinds";
import { RetentionView } from "./RetentionView";
import { SegmentsView } from "./SegmentsView";
import { StepsView } from "./StepsView";
import { TreeView } from "./TreeView";
import { TrendView } from "./TrendView";
import { useAnalysis } from "./useAnalysis";
import { VariantsView } from "./VariantsView";
import { Counting, Stopped } from "./Waiting";

/** The picture of what is looked at, or its table. */
export function View() {
  const { dataset, looking } = useDesk();
  const analysis = analysisFor(looking);
  const { data, error, isPlaceholderData, isFetching, refetch } = useAnalysis(dataset, analysis);
  if (!analysis) return <ToSay />;
  if (error) return <Problem error={error} />;
  const isOld = !data || isPlaceholderData;
  if (isOld && !isFetching) return <Stopped again={() => void refetch()} />;
  if (!data || data.analysis.analysis !== looking.kind) return <Counting />;
  return (
    <div className="explore-view" aria-busy={isPlaceholderData}>
      {isPlaceholderData ? <Counting isOver /> : null}
      {(data.rows ?? []).length === 0 ? (
        <Nothing result={data} />
      ) : looking.isTable ? (
        <Table result={data} />
      ) : (
        picture(data)
      )}
    </div>
  );
}

/** The picture of an answer; what has none of its own has bars in its table. */
function picture(result: Result): ReactNode {
  switch (result.analysis.analysis) {
    case "flow":
      return <WithReach flow={result} />;
    case "steps":
      return <StepsView result={result} />;
    case "tree":
      return <TreeView result={result} />;
    case "variants":
    case "journeys":
      return <VariantsView result={result} />;
    case "funnel-steps":
      return <FunnelView result={result} />;
    case "retention":
      return <RetentionView result={result} />;
    case "trend":
      return <TrendView result={result} />;
    case "contrast":
      return <ContrastView result={result} />;
    case "segments":
      return <SegmentsView result={result} />;
    case "customers":
      return <CustomersView result={result} />;
    case "ends":
      return <Bars key="ends" result={result} by="end" />;
    case "behaviours":
      return <Bars key="behaviours" result={result} by="behaviour" />;
    default:
      return <Bars key={result.analysis.analysis} result={result} />;
  }
}

/** What must be said before anything can be counted. */
function ToSay() {
  const { looking } = useDesk();
  const words: Record<string, string> = {
    "funnel-steps": t`A funnel counts who comes from one place to the next, and where the others go. Choose two places or more.`,
    trend: t`A trend shows a number from period to period, and where its level changed. Choose a place.`,
    contrast: t`A contrast shows what two groups of customers do differently. Say what tells them apart.`,
  };
  return (
    <div className="explore-empty">
      <p>{words[looking.kind] ?? t`This address names no picture.`}</p>
    </div>
  );
}

function Nothing({ result }: { result: Result }) {
  const { looking, look } = useDesk();
  const isFiltered = Object.keys(looking.only).length > 0;
  return (
    <div className="explore-empty">
      <p>
        {isFiltered
          ? t`Nothing is left to count under these filters.`
          : t`There is nothing of this to count in this dataset.`}
      </p>
      {isFiltered ? (
        <button type="button" className="link" onClick={() => look({ only: {} })}>
          {t`Take all filters away`}
        </button>
      ) : null}
      <Definition result={result} />
    </div>
  );
}

function Table({ result }: { result: Result }) {
  return (
    <section className="explore-whole">
      <AnalysisTable result={result} label={KIND_WORDS[result.analysis.analysis] ?? ""} />
      <Definition result={result} />
      {result.analysis.analysis === "steps" ? <Links steps={result.analysis} /> : null}
    </section>
  );
}

/** Beside where customers were at each step: where they went from there. */
function Links({ steps }: { steps: Extract<Analysis, { analysis: "steps" }> }) {
  const { dataset } = useDesk();
  const { data: links } = useAnalysis(dataset, { ...steps, analysis: "step-links", limit: 2000 });
  return links ? <AnalysisTable result={links} label={t`From step to step`} /> : null;
}

/** A table with bars, whose rows open all that is known of them; or one for each value of a part of the key. */
function Bars({ result, by }: { result: Result; by?: string }) {
  const [chosen, setChosen] = useState<Row | null>(null);
  const label = KIND_WORDS[result.analysis.analysis] ?? "";
  const show = { result, isBarred: true, choose: setChosen, isChosen: (row: Row) => row === chosen };
  return (
    <div className="explore-body">
      <section className="explore-picture is-scrolling explore-whole" aria-label={label}>
        {by ? (
          <div className="explore-sections">
            {partsBy(result, by).map(([value, rows]) => (
              <section key={value}>
                <h2>{SECTION_WORDS[value] ?? nameOf(result.names, value)}</h2>
                <AnalysisTable {...show} label={nameOf(result.names, value)} rows={rows} without={by} />
              </section>
            ))}
          </div>
        ) : (
          <AnalysisTable {...show} label={label} />
        )}
        <Definition result={result} />
      </section>
      {chosen ? (
        <aside className="panel" aria-label={t`Numbers`}>
          <FigurePanel chosen={{ result, row: chosen }} onClose={() => setChosen(null)} />
        </aside>
      ) : null}
    </div>
  );
}

const SECTION_WORDS: Readonly<Record<string, string>> = spoken({
  start: msg`Where journeys begin`,
  end: msg`Where journeys end`,
  rework: msg`Again straight away`,
  loop: msg`Back after having been elsewhere`,
  "back-and-forth": msg`There, back and there again`,
  "dead end": msg`Stopped before an end`,
  channels: msg`Handed over between channels`,
  teams: msg`Handed over between teams`,
});

/** The rows by a part of their key; where journeys begin comes first. */
function partsBy({ rows = [] }: Result, by: string): [string, Row[]][] {
  const found = new Map<string, Row[]>(by === "end" ? [["start", []]] : []);
  for (const row of rows) found.set(row.key[by] ?? "", [...(found.get(row.key[by] ?? "") ?? []), row]);
  return [...found].filter(([, part]) => part.length > 0);
}

/** A flow graph needs to know how many came to each node, too. */
function WithReach({ flow }: { flow: Result }) {
  const { dataset } = useDesk();
  const { by, only } = flow.analysis as Extract<Analysis, { analysis: "flow" }>;
  const asked: Analysis = {
    analysis: "reach",
    limit: 1000,
    ...(by ? { by } : {}),
    ...(only ? { only } : {}),
  };
  const { data: reach, error, isFetching, refetch } = useAnalysis(dataset, asked);
  if (error) return <Problem error={error} />;
  if (!reach && !isFetching) return <Stopped again={() => void refetch()} />;
  return reach ? <FlowView flow={flow} reach={reach} /> : <Counting />;
}
