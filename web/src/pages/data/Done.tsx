import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { ArrowRight, Database, Download, FileUp } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { ImportReport } from "../../generated";
import { ask, undoImport } from "../../transport";
import { Button } from "../../ui/Button";
import { say } from "../../ui/Toast";
import { inWords } from "../useAsked";
import { again, choose, rejectsOf, startOver } from "./doing";
import { Report } from "./Report";
import { nextFile, type Wizard } from "./wizard";
import { KIND_WORDS } from "./words";

/** What became of a file, and what can be done now: the next file, the dataset, the refused rows, or none of it. */
export function Done({ now, report }: { now: Wizard; report: ImportReport }) {
  const asked = useQueryClient();
  const go = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const next = nextFile(now);
  const also = (now.drafts[report.file]?.preview.also ?? []).filter(({ kind }) => kind !== report.kind);
  const work = async (act: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      say(inWords(error), { isBad: true });
    } finally {
      setBusy(false);
    }
  };
  const undo = () =>
    work(async () => {
      await ask(undoImport({ path: { id: report.dataset, part: report.part } }));
      await again(report.file);
      await asked.invalidateQueries();
      say(t`Nothing of ${report.file} is here any more.`);
    });
  return (
    <section className="done" aria-label={t`What became of it`}>
      <Report report={report} onUndo={undo} />
      <div className="done-acts">
        {next ? (
          <Button look="filled" isDisabled={isBusy} onPress={() => choose(next)}>
            {t`Next: ${next}`} <ArrowRight size={14} className="mirrors" />
          </Button>
        ) : null}
        <Button
          look={next ? "edged" : "filled"}
          onPress={() => {
            startOver();
            go(`/data/${report.dataset}`);
          }}
        >
          <Database size={14} /> {t`Open the dataset`}
        </Button>
        {also.map((mapping) => (
          <Button
            key={mapping.kind}
            look="edged"
            isDisabled={isBusy}
            onPress={() => work(() => again(report.file, mapping))}
          >
            {t`Also in ${report.file}: ${KIND_WORDS[mapping.kind ?? "events"]}`}
          </Button>
        ))}
        {report.refused > 0 ? (
          <Button look="edged" isDisabled={isBusy} onPress={() => work(() => rejectsOf(report.file))}>
            <Download size={14} /> {t`Refused rows as CSV`}
          </Button>
        ) : null}
        <Button look="edged" onPress={startOver}>
          <FileUp size={14} /> {t`Import other files`}
        </Button>
      </div>
    </section>
  );
}
