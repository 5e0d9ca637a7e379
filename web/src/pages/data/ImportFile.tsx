import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { type DragEvent, useState } from "react";
import { Link } from "react-router";
import type { DatasetSummary, ImportReport, Mapping, Preview } from "../../generated";
import { bringIn, previewOf } from "../asking";
import { Problem } from "../map/Population";
import { MappingForm } from "./MappingForm";
import { Report } from "./Report";

interface Chosen {
  file: File;
  preview: Preview;
}

/** A file of what customers did: what it seems to hold, corrected where that is wrong, then what became of each row. */
export function ImportFile({ datasets }: { datasets: readonly DatasetSummary[] }) {
  const asked = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState("");

  const work = async (word: string, act: () => Promise<void>) => {
    setBusy(word);
    setError(null);
    try {
      await act();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy("");
    }
  };
  const look = (file: File | undefined) =>
    file &&
    work(t`Looking into the file`, async () => {
      setReport(null);
      setChosen(null);
      setChosen({ file, preview: await previewOf(file) });
    });
  const bring = (mapping: Mapping, name: string, joined: File[]) =>
    chosen &&
    work(t`Importing`, async () => {
      setReport(await bringIn(chosen.file, mapping, name, joined));
      setChosen(null);
      await asked.invalidateQueries();
    });

  return (
    <section className="page-part" aria-label={t`Import a file`}>
      {chosen ? null : <Drop onFile={look} busy={busy} />}
      {error ? <Problem error={error} /> : null}
      {chosen ? (
        <>
          <header className="part-line">
            <h2 dir="auto">{chosen.file.name}</h2>
            <button type="button" className="link" onClick={() => setChosen(null)}>
              {t`Another file`}
            </button>
          </header>
          <Sample preview={chosen.preview} />
          <MappingForm preview={chosen.preview} datasets={datasets} busy={busy} onImport={bring} />
        </>
      ) : null}
      {report ? (
        <>
          <Report report={report} />
          <p>
            <Trans>
              <Link to={`/data/${report.dataset}`}>Open the dataset</Link>, or draft a map from it below.
            </Trans>
          </p>
        </>
      ) : null}
    </section>
  );
}

function Drop({ onFile, busy }: { onFile: (file: File | undefined) => void; busy: string }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the button below is the first
    <div
      className={`drop ${isOver ? "is-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{t`Import customer data`}</h2>
      <p>
        {t`A CSV or Parquet file of events or survey answers. Customers get pseudonyms before anything is stored. A number on a map then opens exactly the customers it counted.`}
      </p>
      <label className="button button-edged button-normal file-button">
        <FileUp size={15} aria-hidden /> {busy || t`Choose a file`}
        <input
          type="file"
          className="only-read"
          accept=".csv,.tsv,.txt,.gz,.parquet"
          onChange={(event) => onFile(event.target.files?.[0])}
        />
      </label>
    </div>
  );
}

/** The first rows, as they were read. */
function Sample({ preview }: { preview: Preview }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <section className="sample" tabIndex={0} aria-label={t`First rows`}>
      <table className="table numbers">
        <thead>
          <tr>
            {preview.columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, 5).map((row) => (
            <tr key={row.join("\u0000")}>
              {row.map((value, place) => (
                <td key={preview.columns[place]} dir="auto">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
