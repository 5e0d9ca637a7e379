import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Mapping, Trial } from "../../generated";
import { plain } from "../../ui/format";
import { lacks } from "./kinds";
import { NamesPart } from "./NamesPart";
import { PathPicture } from "./PathPicture";
import { Remarks } from "./Report";
import { StoredPart } from "./StoredPart";
import type { Draft } from "./wizard";
import { LACK_WORDS } from "./words";

/** What the first rows become as the file is read now: counts, one customer's path, events, problems, what is stored. */
export function TrialPane({ draft, isLooking }: { draft: Draft; isLooking: boolean }) {
  const { preview, mapping } = draft;
  const missing = lacks(mapping);
  return (
    <aside className="trial" aria-label={t`As it would come in`} aria-busy={isLooking}>
      <header className="part-line">
        <h2 className="part-title">{t`As it would come in`}</h2>
        <span className="caption" aria-live="polite">
          {isLooking ? t`reading …` : preview.trial ? rowsInWords(preview.trial) : ""}
        </span>
      </header>
      {missing.length > 0 ? (
        <ul className="lacks">
          {missing.map((lack) => (
            <li key={lack}>{LACK_WORDS[lack]}</li>
          ))}
        </ul>
      ) : preview.problem ? (
        <p className="problem" role="alert">
          {preview.problem}
        </p>
      ) : null}
      {preview.trial ? <Tried trial={preview.trial} mapping={mapping} /> : null}
      <StoredPart draft={draft} />
    </aside>
  );
}

function rowsInWords({ rows }: Trial): string {
  return plural(rows, { one: "from the first row", other: "from the first # rows" });
}

function Tried({ trial, mapping }: { trial: Trial; mapping: Mapping }) {
  const refused = trial.refused.reduce((sum, remark) => sum + remark.count, 0);
  return (
    <>
      <p className="numbers trial-counts">
        <Trans>
          <b className="is-good">{plain(trial.kept)}</b> rows kept
        </Trans>
        {" · "}
        {refused > 0 ? (
          <Trans>
            <b className="is-bad">{plain(refused)}</b> refused
          </Trans>
        ) : (
          t`none refused`
        )}
        {storedInWords(trial, mapping)}
      </p>
      <Remarks title={t`Refused`} remarks={trial.refused} />
      <Remarks title={t`Left out`} remarks={trial.left_out ?? []} />
      <Remarks title={t`Kept, but look at them`} remarks={trial.warnings} />
      {trial.path ? <PathPicture path={trial.path} /> : null}
      <NamesPart trial={trial} mapping={mapping} />
    </>
  );
}

function storedInWords({ stored }: Trial, { kind }: Mapping): string {
  if (kind === "customers" || kind === "aliases") return "";
  const count =
    kind === "answers"
      ? plural(stored, { one: "# answer", other: "# answers" })
      : plural(stored, { one: "# event", other: "# events" });
  return ` · ${count}`;
}
