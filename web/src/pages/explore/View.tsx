import { t } from "@lingui/core/macro";
import { Problem } from "../Problem";
import { AnalysisTable, Definition } from "./AnalysisTable";
import type { Analysis, Result } from "./answers";
import { analysisFor } from "./asking";
import { useDesk } from "./desk";
import { Waiting } from "./ExplorePage";
import { FlowView } from "./FlowView";
import { KIND_WORDS } from "./kinds";
import { useAnalysis } from "./useAnalysis";

/** The picture of what is looked at, or its table. */
export function View() {
  const { dataset, looking } = useDesk();
  const analysis = analysisFor(looking);
  const { data, error, isPlaceholderData } = useAnalysis(dataset, analysis);
  if (error) return <Problem error={error} />;
  if (!data) return <Waiting />;
  const isOfBefore = data.analysis.analysis !== looking.kind;
  if (isOfBefore) return <Waiting />;
  return (
    <div className="explore-view" aria-busy={isPlaceholderData}>
      {(data.rows ?? []).length === 0 ? (
        <Nothing />
      ) : looking.isTable ? (
        <Table result={data} />
      ) : (
        <Picture result={data} />
      )}
    </div>
  );
}

function Nothing() {
  const { looking, look } = useDesk();
  return (
    <div className="explore-empty">
      <p>{t`Nothing is left to count under these filters.`}</p>
      {Object.keys(looking.only).length > 0 ? (
        <button type="button" className="link" onClick={() => look({ only: {} })}>
          {t`Take all filters away`}
        </button>
      ) : null}
    </div>
  );
}

function Table({ result }: { result: Result }) {
  return (
    <section className="explore-whole">
      <AnalysisTable result={result} label={KIND_WORDS[result.analysis.analysis] ?? ""} />
      <Definition result={result} />
    </section>
  );
}

function Picture({ result }: { result: Result }) {
  if (result.analysis.analysis === "flow") return <WithReach flow={result} />;
  return <Table result={result} />;
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
