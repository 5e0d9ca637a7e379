import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, RotateCcw } from "lucide-react";
import { useCallback, useSyncExternalStore } from "react";
import { Link } from "react-router";
import type { DatasetSummary, ImportJob } from "../../generated";
import { ApiError } from "../../transport";
import { Button } from "../../ui/Button";
import { say } from "../../ui/Toast";
import { listDatasets } from "../asking";
import { Frame } from "../Frame";
import { Problem } from "../Problem";
import { useAsked } from "../useAsked";
import { ColumnList } from "./ColumnList";
import { jobOf } from "./calls";
import { Done } from "./Done";
import { DropFiles } from "./DropFiles";
import { bring, change, startOver } from "./doing";
import { FileStrip } from "./FileStrip";
import { FirstRows } from "./FirstRows";
import { ImportBar } from "./ImportBar";
import { JoinsPart, SameCustomer } from "./JoinsPart";
import { KindChoice } from "./KindChoice";
import { asKind } from "./kinds";
import { RememberedNote } from "./RememberedNote";
import { RowsPart } from "./RowsPart";
import { RulesPart } from "./RulesPart";
import { hasEnded, Running } from "./Running";
import { SameForAll } from "./SameForAll";
import { TrialPane } from "./TrialPane";
import { Understood } from "./Understood";
import { type Draft, samplesOf, uploadAfter, type Wizard, wizard } from "./wizard";
import "./data.css";
import "./import.css";

const OFTEN = 400; // milliseconds between two looks at a running import

/** Files of what customers did and said: looked into, corrected, seen as they would come in, and imported. */
export function ImportPage() {
  const now = useSyncExternalStore(wizard.subscribe, wizard.get);
  const { data: datasets = [] } = useAsked(["datasets"], listDatasets);
  return (
    <Frame
      title={t`Import data`}
      lead={
        <Link to="/data" className="lead-back">
          <ArrowLeft size={14} className="mirrors" aria-hidden /> {t`Data`}
        </Link>
      }
      actions={
        now.upload ? (
          <Button look="edged" onPress={startOver}>
            <RotateCcw size={14} /> {t`Begin anew`}
          </Button>
        ) : null
      }
    >
      {now.upload ? <FileStrip now={now} /> : <DropFiles onFiles={bring} sending={now.sending} />}
      {now.error ? <Problem error={now.error} /> : null}
      <Unreadable now={now} />
      <Body now={now} datasets={datasets} />
    </Frame>
  );
}

/** What could not be read as a table, and why. */
function Unreadable({ now }: { now: Wizard }) {
  return Object.entries(now.unreadable).map(([file, sentence]) => (
    <div key={file} className="problem" role="alert">
      <p>{sentence}</p>
      <p className="caption">{t`Nothing of it was stored. Add another file, or begin anew.`}</p>
    </div>
  ));
}

interface BodyProps {
  now: Wizard;
  datasets: readonly DatasetSummary[];
}

function Body({ now, datasets }: BodyProps) {
  const draft = now.drafts[now.current];
  const report = now.reports[now.current];
  if (now.job) return <Importing id={now.job} />;
  if (report) return <Done now={now} report={report} />;
  if (!draft)
    return now.upload && now.isLooking ? <p className="caption">{t`Looking into the file …`}</p> : null;
  return <Reading key={now.current} now={now} draft={draft} datasets={datasets} />;
}

/** The import of the current file, watched until it ends. */
function Importing({ id }: { id: string }) {
  const asked = useQueryClient();
  const { data: job, error } = useAsked(
    ["import", id],
    () => jobOf(id),
    true,
    (seen) => (seen && hasEnded(seen) ? false : OFTEN),
  );
  const end = useCallback(
    async ({ state, report, problem, file }: ImportJob) => {
      const now = wizard.get();
      const done = report
        ? { reports: { ...now.reports, [file]: report }, upload: uploadAfter(now, report) }
        : {};
      wizard.set({ ...done, job: "", error: state === "failed" && problem ? new ApiError(problem) : null });
      if (state === "cancelled") say(t`Cancelled. Nothing of ${file} was stored.`);
      await asked.invalidateQueries();
    },
    [asked],
  );
  if (error) return <Problem error={error} />;
  return job ? <Running job={job} onEnd={end} /> : null;
}

/** How the current file is read, and beside it what the first rows become. */
function Reading({ now, draft, datasets }: BodyProps & { draft: Draft }) {
  const { mapping, preview } = draft;
  const samples = samplesOf(now, draft);
  return (
    <div className="import">
      <div className="import-parts">
        <RememberedNote draft={draft} datasets={datasets} />
        <SameCustomer now={now} draft={draft} />
        <Understood draft={draft} />
        <FirstRows preview={preview} />
        <KindChoice
          kind={mapping.kind ?? "events"}
          onChange={(kind) => change(asKind(mapping, kind, samples))}
        />
        <ColumnList draft={draft} samples={samples} />
        <SameForAll mapping={mapping} />
        <JoinsPart now={now} draft={draft} />
        <RowsPart draft={draft} />
        <RulesPart mapping={mapping} trial={preview.trial ?? null} />
      </div>
      <TrialPane draft={draft} isLooking={now.isLooking} />
      <ImportBar now={now} draft={draft} datasets={datasets} />
    </div>
  );
}
