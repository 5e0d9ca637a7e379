import { plural, t } from "@lingui/core/macro";
import { CircleCheck, TriangleAlert, Undo2 } from "lucide-react";
import type { ImportReport, Unanswered as NoAnswers, Refreshed, Remark } from "../../generated";
import { Button } from "../../ui/Button";
import { plain, when } from "../../ui/format";
import { customersInWords } from "../../ui/words";

/** What became of a file: rows kept, rows refused and why, with the lines to look at. */
export function Report({ report, onUndo }: { report: ImportReport; onUndo?: () => void }) {
  return (
    <article className="report">
      <header>
        {report.refused > 0 ? (
          <TriangleAlert size={14} className="is-warn" aria-hidden />
        ) : (
          <CircleCheck size={14} className="is-good" aria-hidden />
        )}
        <b dir="auto">{report.file}</b>
        <span className="caption">{when(report.at)}</span>
        {onUndo ? (
          <Button size="small" onPress={onUndo}>
            <Undo2 size={13} /> {t`Undo this import`}
          </Button>
        ) : null}
      </header>
      {report.unchanged ? (
        <p>{t`The same file with the same columns was here already. Nothing was added.`}</p>
      ) : (
        <p className="numbers">
          {rowsInWords(report)} {storedInWords(report)}
        </p>
      )}
      {report.changed ? <p className="numbers">{changeInWords(report.changed)}</p> : null}
      <Remarks title={t`Refused`} remarks={report.refusals ?? []} />
      <Remarks title={t`Left out`} remarks={report.omissions ?? []} />
      <Unanswered counts={report.unanswered ?? []} />
      <Remarks title={t`Kept, but look at them`} remarks={report.warnings ?? []} />
    </article>
  );
}

function rowsInWords({ rows, kept, refused, left_out = 0 }: ImportReport): string {
  const read = plural(rows, { one: "# row", other: "# rows" });
  if (left_out > 0)
    return t`${read} read, ${plain(kept)} kept, ${plain(left_out)} left out, ${plain(refused)} refused;`;
  return t`${read} read, ${plain(kept)} kept, ${plain(refused)} refused;`;
}

function storedInWords({ kind, stored, customers }: ImportReport): string {
  const whose = customersInWords(customers);
  switch (kind) {
    case "answers":
      return plural(stored, { one: `# answer of ${whose}.`, other: `# answers of ${whose}.` });
    case "customers":
      return plural(stored, { one: `# fact of ${whose}.`, other: `# facts of ${whose}.` });
    case "aliases":
      return plural(stored, { one: `# pair of ids of ${whose}.`, other: `# pairs of ids of ${whose}.` });
    default:
      return plural(stored, { one: `# event of ${whose}.`, other: `# events of ${whose}.` });
  }
}

/** Cells that hold no answer, by question. */
function Unanswered({ counts }: { counts: readonly NoAnswers[] }) {
  if (counts.length === 0) return null;
  return (
    <>
      <h3>{t`Without an answer`}</h3>
      <ul className="remarks numbers">
        {counts.map(({ question, instrument, not_applicable = 0, blank = 0 }) => (
          <li key={`${question}-${instrument}`}>
            <span dir="auto">{question || t`Not named`}</span>:{" "}
            {t`${plain(not_applicable)} not applicable, ${plain(blank)} blank`}
          </li>
        ))}
      </ul>
    </>
  );
}

function changeInWords({ file, added, same, gone, customers_new, customers_gone }: Refreshed): string {
  const rows = t`In the place of ${file}: ${plain(added)} new, ${plain(same)} the same, ${plain(gone)} gone;`;
  return `${rows} ${t`${plain(customers_new)} customers are new, ${plain(customers_gone)} are gone.`}`;
}

export function Remarks({ title, remarks }: { title: string; remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="remarks numbers">
        {remarks.map((remark) => (
          <li key={remark.reason}>
            <b>{plain(remark.count)}</b> {remark.sentence}
            {remark.samples && remark.samples.length > 0 ? (
              <span className="caption">
                {remark.samples
                  .slice(0, 4)
                  .map(({ line, value }) =>
                    [t`line ${plain(line)}`, value && `“${value}”`].filter(Boolean).join(" "),
                  )
                  .join(", ")}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
