import { t } from "@lingui/core/macro";
import { type ReactNode, useState } from "react";
import { Problem } from "../Problem";
import { AnalysisTable, Definition } from "./AnalysisTable";
import type { Analysis, Result, Row } from "./answers";
import { analysisFor } from "./asking";
import { ContrastView } from "./ContrastView";
import { CustomersView } from "./CustomersView";
import { useDesk } from "./desk";
import { FigurePanel } from "./FigurePanel";
import { FlowView } from "./FlowView";
import { FunnelView } from "./FunnelView";
import { KIND_WORDS } from "./kinds";
import { RetentionView } from "./RetentionView";
import { StepsView } from "./StepsView";
import { TreeView } from "./TreeView";
import { TrendView } from "./TrendView";
import { useAnalysis } from "./useAnalysis";
import { VariantsView } from "./VariantsView";
import { Waiting } from "./Waiting";

/** The picture of what is looked at, or its table. */
export function View() {
  const { dataset, looking } = useDesk();
  const analysis = analysisFor(looking);
  const { data, error, isPlaceholderData } = useAnalysis(dataset, analysis);
  if (!analysis) return <ToSay />;
  if (error) return <Problem error={error} />;
  if (!data || data.analysis.analysis !== looking.kind) return <Waiting />;
  return (
    <div className="explore-view" aria-busy={isPlaceholderData}>
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
    case "customers":
      return <CustomersView result={result} />;
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

/** A table with bars, whose rows open all that is known of them. */
function Bars({ result }: { result: Result }) {
  const [chosen, setChosen] = useState<Row | null>(null);
  const label = KIND_WORDS[result.analysis.analysis] ?? "";
  return (
    <div className="explore-body">
      <section className="explore-picture is-scrolling explore-whole" aria-label={label}>
        <AnalysisTable
          result={result}
          label={label}
          isBarred
          choose={setChosen}
          isChosen={(row) => row === chosen}
        />
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
  const { data: reach, error } = useAnalysis(dataset, asked);
  if (error) return <Problem error={error} />;
  return reach ? <FlowView flow={flow} reach={reach} /> : <Waiting />;
}
