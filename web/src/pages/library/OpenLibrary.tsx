import { t } from "@lingui/core/macro";
import { type ReactNode, useMemo } from "react";
import type { MapUses, Op } from "../../generated";
import { ask, readUsage } from "../../transport";
import { say } from "../../ui/Toast";
import { Frame } from "../Frame";
import { useAsked } from "../useAsked";
import { useNotices } from "../useNotices";
import { type OpenSession, useSession } from "../useSession";
import { useUndoKeys } from "../useUndoKeys";
import { type Shelf, ShelfContext } from "./context";
import { OpenShelfContext } from "./ShelfFrame";
import "./library.css";
import "./texts.css";

interface OpenLibraryProps {
  /** What the page is called while the library opens. */
  title: string;
  children: ReactNode;
}

/** The library's live document around the pages that show and edit its records. */
export function OpenLibrary({ title, children }: OpenLibraryProps) {
  const library = useSession("library");
  if (!library?.snapshot.ready) return <Opening title={title} library={library} />;
  return <Opened library={library}>{children}</Opened>;
}

function Opening({ title, library }: { title: string; library: OpenSession | null }) {
  const problem = library?.snapshot.notices.at(-1)?.problem?.detail;
  const isOffline = library?.snapshot.status.state === "offline";
  const words = problem ?? (isOffline ? t`The server was not reached. Is it still running?` : "");
  return (
    <Frame title={title}>
      {words ? (
        <p role="alert">{words}</p>
      ) : (
        <div className="shelf-waits" aria-busy="true" role="status" aria-label={t`The library is opening`} />
      )}
    </Frame>
  );
}

const NO_USES: readonly MapUses[] = [];

function Opened({ library, children }: { library: OpenSession; children: ReactNode }) {
  const { session, snapshot } = library;
  const { records, status } = snapshot;
  useNotices(snapshot, session);
  useUndoKeys(library);
  const { data } = useAsked(["library", "usage"], () => ask(readUsage()));
  const isReadOnly = status.state === "failed";
  const shelf = useMemo<Shelf>(
    () => ({
      records,
      isReadOnly,
      edit: (ops: readonly Op[]) => (isReadOnly ? undefined : session.edit(ops)),
      removed: (what) => say(what, { action: { label: t`Undo`, act: session.undo } }),
      usesOf: (id) => data?.uses[id] ?? NO_USES,
    }),
    [records, isReadOnly, session, data],
  );
  return (
    <ShelfContext value={shelf}>
      <OpenShelfContext value={library}>{children}</OpenShelfContext>
    </ShelfContext>
  );
}
