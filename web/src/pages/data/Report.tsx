import { CircleCheck, TriangleAlert, Undo2 } from "lucide-react";
import type { ImportReport, Remark } from "../../generated";
import { Button } from "../../ui/Button";
import { plain, plural, when } from "../../ui/format";

/** What became of a file: rows kept, rows refused and why, with the lines to look at. */
export function Report({ report, onUndo }: { report: ImportReport; onUndo?: () => void }) {
  const stored = report.kind === "answers" ? "answer" : "event";
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
            <Undo2 size={13} /> Undo this import
          </Button>
        ) : null}
      </header>
      {report.unchanged ? (
        <p>The same file with the same columns was here already. Nothing was added.</p>
      ) : (
        <p className="numbers">
          {plural(report.rows, "row")} read, {plain(report.kept)} kept, {plain(report.refused)} refused;{" "}
          {plural(report.stored, stored)} of {plural(report.customers, "customer")}.
        </p>
      )}
      <Remarks title="Refused" remarks={report.refusals ?? []} />
      <Remarks title="Kept, but look at them" remarks={report.warnings ?? []} />
    </article>
  );
}

function Remarks({ title, remarks }: { title: string; remarks: readonly Remark[] }) {
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
                  .map(({ line, value }) => `line ${plain(line)}${value ? ` “${value}”` : ""}`)
                  .join(", ")}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
