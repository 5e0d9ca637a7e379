import { t } from "@lingui/core/macro";
import { useEffect } from "react";
import type { ImportJob } from "../../generated";
import { ask, endImport } from "../../transport";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { say } from "../../ui/Toast";
import { inWords } from "../useAsked";

const ENDED: readonly ImportJob["state"][] = ["done", "failed", "cancelled"];

export function hasEnded({ state }: ImportJob): boolean {
  return ENDED.includes(state);
}

/** An import under way: how far it is, and a button to stop it. */
export function Running({ job, onEnd }: { job: ImportJob; onEnd?: (job: ImportJob) => void }) {
  const isOver = hasEnded(job);
  const share = job.share ?? 0;
  useEffect(() => {
    if (isOver) onEnd?.(job);
  }, [isOver, job, onEnd]);
  const cancel = async () => {
    try {
      await ask(endImport({ path: { job: job.id } }));
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
  };
  return (
    <section className="running" aria-label={t`Importing ${job.file}`}>
      <p>
        <b dir="auto">{job.file}</b> <span className="caption numbers">{stateInWords(job)}</span>
      </p>
      <div className="progress-line">
        <progress value={share} aria-label={t`Importing ${job.file}`} />
        <span className="numbers">{t`${plain(share * 100)}%`}</span>
        {isOver ? null : (
          <Button size="small" look="edged" onPress={cancel}>
            {t`Cancel`}
          </Button>
        )}
      </div>
      <p className="caption">{t`You may leave this page: the import goes on, and the data page tells how far it is.`}</p>
    </section>
  );
}

function stateInWords({ state, rows = 0 }: ImportJob): string {
  if (state === "waiting") return t`waits for another import to end`;
  return state === "merging" ? t`${plain(rows)} rows read, put in order` : t`${plain(rows)} rows read`;
}
