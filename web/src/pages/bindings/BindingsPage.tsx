import { t } from "@lingui/core/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Navigate, useParams } from "react-router";
import type { Bindings, DatasetSummary, Op } from "../../generated";
import { inOrder, type RecordOf } from "../../model";
import { type ApiError, ask, readBindings } from "../../transport";
import { say } from "../../ui/Toast";
import { listDatasets } from "../asking";
import { Frame } from "../Frame";
import { Problem } from "../Problem";
import { useAsked } from "../useAsked";
import { useNotices } from "../useNotices";
import { type OpenSession, useSession } from "../useSession";
import { useUndoKeys } from "../useUndoKeys";
import { Board } from "./Board";
import { type Desk, DeskContext } from "./context";
import { NoData } from "./NoData";
import "./bindings.css";

/** Which events of a dataset are which touchpoints of the library. */
export function BindingsPage() {
  const { id } = useParams();
  const { data: datasets, error } = useAsked(["datasets"], listDatasets);
  if (id) return <OneDataset key={id} id={id} datasets={datasets ?? []} />;
  if (error) return <Waiting error={error} />;
  if (!datasets) return <Waiting />;
  const largest = [...datasets].sort((one, other) => other.events - one.events)[0];
  return largest ? <Navigate to={`/data/${largest.id}/bindings${location.search}`} replace /> : <NoData />;
}

function OneDataset({ id, datasets }: { id: string; datasets: readonly DatasetSummary[] }) {
  const library = useSession("library");
  if (!library?.snapshot.ready) return <Waiting library={library} />;
  return <Opened id={id} library={library} datasets={datasets} />;
}

function Opened({
  id,
  library,
  datasets,
}: {
  id: string;
  library: OpenSession;
  datasets: readonly DatasetSummary[];
}) {
  const { session, snapshot } = library;
  useNotices(snapshot, session);
  useUndoKeys(library);
  const touchpoints = inOrder(snapshot.records, "touchpoint");
  const { data, error } = useBindings(id, touchpoints, snapshot.status.pending === 0);
  const isReadOnly = snapshot.status.state === "failed";
  const desk = useMemo<Desk | null>(
    () =>
      data
        ? {
            found: data,
            records: snapshot.records,
            touchpoints,
            isReadOnly,
            edit: (ops: readonly Op[], said: string) => {
              if (isReadOnly || ops.length === 0) return;
              session.edit(ops);
              if (said) say(said, { action: { label: t`Undo`, act: session.undo } });
            },
          }
        : null,
    [data, snapshot.records, touchpoints, isReadOnly, session],
  );
  if (!desk) return <Waiting error={error} />;
  return (
    <DeskContext value={desk}>
      <Board library={library} datasets={datasets} />
    </DeskContext>
  );
}

type Touchpoints = ReadonlyMap<string, RecordOf<"touchpoint">>;

/** What the server says about the library as it has it; asked anew when a touchpoint changed and that is saved. */
function useBindings(id: string, touchpoints: Touchpoints, isSaved: boolean) {
  const stamp = useMemo(() => stampOf(touchpoints), [touchpoints]);
  return useQuery<Bindings, ApiError>({
    queryKey: ["bindings", id, stamp],
    queryFn: () => ask(readBindings({ path: { id } })),
    enabled: isSaved,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

function stampOf(touchpoints: Touchpoints): string {
  return JSON.stringify([...touchpoints].map(([id, { name, bindings }]) => [id, name, bindings]));
}

function Waiting({ library, error }: { library?: OpenSession | null; error?: unknown }) {
  const problem = library?.snapshot.notices.at(-1)?.problem?.detail;
  const isOffline = library?.snapshot.status.state === "offline";
  const words = problem ?? (isOffline ? t`The server was not reached. Is it still running?` : "");
  return (
    <Frame title={t`Bindings`}>
      {error ? <Problem error={error} /> : null}
      {words ? <p role="alert">{words}</p> : null}
      {error || words ? null : (
        <div
          className="shelf-waits"
          aria-busy="true"
          role="status"
          aria-label={t`The bindings are opening`}
        />
      )}
    </Frame>
  );
}
