import { plural, t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Database, FileUp, Link2, Map as MapIcon, MessageSquareQuote, Trash2, Waypoints } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import type { DatasetSummary } from "../../generated";
import { ask, deleteDataset, undoImport } from "../../transport";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Dialog";
import { day, plain } from "../../ui/format";
import { say } from "../../ui/Toast";
import { datasetOf, listDatasets } from "../asking";
import { Frame } from "../Frame";
import { useDraftMap } from "../home/DraftCard";
import { Problem } from "../Problem";
import { inWords, useAsked } from "../useAsked";
import { Caution } from "./Caution";
import { DropFiles } from "./DropFiles";
import { bring } from "./doing";
import { ImportPage } from "./ImportPage";
import { Report } from "./Report";
import { RunningImports } from "./RunningImports";
import { SurveyFigures } from "./SurveyFigures";
import "./data.css";

/** All datasets, the import of a file, and what one dataset holds. */
export function DataPage() {
  const { id } = useParams();
  if (id === "import") return <ImportPage />;
  return id ? <OneDataset key={id} id={id} /> : <AllDatasets />;
}

function AllDatasets() {
  const { data: datasets, error } = useAsked(["datasets"], listDatasets);
  const go = useNavigate();
  const start = (files: File[]) => {
    void bring(files);
    go("/data/import");
  };
  return (
    <Frame title={t`Data`} count={datasets?.length}>
      {error ? <Problem error={error} /> : null}
      <RunningImports />
      <DropFiles sending={null} onFiles={start} />
      {datasets && datasets.length > 0 ? (
        <section className="page-part" aria-label={t`Datasets`}>
          <header className="part-line">
            <h2>{t`Datasets`}</h2>
          </header>
          <table className="table table-wide numbers">
            <thead>
              <tr>
                <th>{t`Name`}</th>
                <th className="is-number">{t`Events`}</th>
                <th className="is-number">{t`Answers`}</th>
                <th className="is-number">{t`Customers`}</th>
                <th className="is-number">{t`Refused`}</th>
                <th>{t`From`}</th>
                <th>{t`Until`}</th>
                <th>
                  <span className="only-read">{t`What can be done`}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {datasets.map((dataset) => (
                <Row key={dataset.id} dataset={dataset} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Frame>
  );
}

function Row({ dataset }: { dataset: DatasetSummary }) {
  const { isDrafting, draft } = useDraftMap();
  return (
    <tr>
      <td>
        <Link to={`/data/${dataset.id}`} className="table-name">
          <Database size={14} aria-hidden /> {dataset.name}
        </Link>
      </td>
      <td className="is-number">{plain(dataset.events)}</td>
      <td className="is-number">{plain(dataset.answers)}</td>
      <td className="is-number">{plain(dataset.customers)}</td>
      <td className="is-number">{plain(dataset.refused)}</td>
      <td>{dataset.first ? day(dataset.first) : ""}</td>
      <td>{dataset.last ? day(dataset.last) : ""}</td>
      <td className="row-acts">
        <Button size="small" look="edged" isDisabled={isDrafting} onPress={() => draft(dataset.id)}>
          <MapIcon size={13} /> {isDrafting ? t`Drafting` : t`Draft a map`}
        </Button>
      </td>
    </tr>
  );
}

function OneDataset({ id }: { id: string }) {
  const { data, error } = useAsked(["dataset", id], () => datasetOf(id));
  const { isDrafting, draft } = useDraftMap();
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const asked = useQueryClient();
  const act = async (request: Promise<unknown>, then: () => void) => {
    try {
      await request;
      await asked.invalidateQueries();
      then();
    } catch (failed) {
      say(inWords(failed), { isBad: true });
    }
  };
  const remove = () => act(ask(deleteDataset({ path: { id } })), () => navigate("/data"));
  const undo = (part: string) => {
    const isLast = data?.imports === 1;
    return act(ask(undoImport({ path: { id, part } })), () => (isLast ? navigate("/data") : undefined));
  };
  return (
    <Frame
      title={data?.name ?? t`Dataset`}
      actions={
        data ? (
          <>
            {data.answers > 0 ? (
              <Link to={`/data/${id}/excerpts`} className="button button-edged button-normal">
                <MessageSquareQuote size={14} aria-hidden /> {t`What they wrote`}
              </Link>
            ) : null}
            <Link to={`/explore/${id}`} className="button button-edged button-normal">
              <Waypoints size={14} aria-hidden /> {t`Explore`}
            </Link>
            <Button look="edged" onPress={() => setAsking(true)}>
              <Trash2 size={14} /> {t`Delete`}
            </Button>
            <Button look="filled" isDisabled={isDrafting} onPress={() => draft(id)}>
              <MapIcon size={14} /> {isDrafting ? t`Drafting` : t`Draft a map`}
            </Button>
          </>
        ) : null
      }
    >
      {error ? <Problem error={error} /> : null}
      {data ? (
        <>
          <dl className="facts numbers">
            <Fact name={t`Customers`} value={plain(data.customers)} />
            <Fact name={t`Events`} value={plain(data.events)} />
            <Fact name={t`Answers`} value={plain(data.answers)} />
            <Fact name={t`From`} value={data.first ? day(data.first) : "–"} />
            <Fact name={t`Until`} value={data.last ? day(data.last) : "–"} />
          </dl>
          <Caution id={id} caution={data.caution ?? ""} />
          <SurveyFigures id={id} />
          <div className="two-parts">
            <Names dataset={id} names={data.names} />
            <section className="page-part" aria-label={t`Imports`}>
              <header className="part-line">
                <h2>{t`Imports`}</h2>
                <Link to="/data/import" className="link">
                  <FileUp size={13} /> {t`Import a file`}
                </Link>
              </header>
              {data.reports.map((report) => (
                <Report key={report.part} report={report} onUndo={() => undo(report.part)} />
              ))}
            </section>
          </div>
        </>
      ) : null}
      <Confirm
        title={t`Delete this dataset?`}
        verb={t`Delete dataset`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={remove}
      >
        <p>
          {plural(data?.customers ?? 0, {
            one: "# customer and all that was imported about them go. Maps stay; their numbers go.",
            other: "# customers and all that was imported about them go. Maps stay; their numbers go.",
          })}
        </p>
      </Confirm>
    </Frame>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface NamesProps {
  dataset: string;
  names: readonly { event: string; channel: string; events: number }[];
}

function Names({ dataset, names }: NamesProps) {
  return (
    <section className="page-part" aria-label={t`What happens in it`}>
      <header className="part-line">
        <h2>{t`What happens in it`}</h2>
        <Link to={`/data/${dataset}/bindings`} className="link">
          <Link2 size={13} aria-hidden /> {t`Bind to touchpoints`}
        </Link>
      </header>
      <table className="table table-wide numbers">
        <thead>
          <tr>
            <th>{t`Event`}</th>
            <th>{t`Channel`}</th>
            <th className="is-number">{t`Events`}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ event, channel, events }) => (
            <tr key={`${event}-${channel}`}>
              <td>{event}</td>
              <td>{channel}</td>
              <td className="is-number">{plain(events)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
