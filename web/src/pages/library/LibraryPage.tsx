import { t } from "@lingui/core/macro";
import { useMemo } from "react";
import { Navigate, Route, Routes } from "react-router";
import type { MapUses, Op } from "../../generated";
import { ask, readUsage } from "../../transport";
import { say } from "../../ui/Toast";
import { Frame } from "../Frame";
import { NotHere } from "../NotHere";
import { useAsked } from "../useAsked";
import { useNotices } from "../useNotices";
import { type OpenSession, useSession } from "../useSession";
import { useUndoKeys } from "../useUndoKeys";
import { BrandPage } from "./BrandPage";
import { ChannelsPage } from "./ChannelsPage";
import { type Shelf, ShelfContext } from "./context";
import { EmpathyPage } from "./EmpathyPage";
import { PersonaPage } from "./PersonaPage";
import { PersonasPage } from "./PersonasPage";
import { RulesPage } from "./RulesPage";
import { OpenShelfContext } from "./ShelfFrame";
import { StakeholdersPage } from "./StakeholdersPage";
import { TeamsPage } from "./TeamsPage";
import { TouchpointsPage } from "./TouchpointsPage";
import "./library.css";
import "./texts.css";

/** What all maps share: one live document behind several pages. */
export function LibraryPage() {
  const library = useSession("library");
  if (!library?.snapshot.ready) return <Opening library={library} />;
  return <Opened library={library} />;
}

function Opening({ library }: { library: OpenSession | null }) {
  const problem = library?.snapshot.notices.at(-1)?.problem?.detail;
  const isOffline = library?.snapshot.status.state === "offline";
  const words = problem ?? (isOffline ? t`The server was not reached. Is it still running?` : "");
  return (
    <Frame title={t`Library`}>
      {words ? (
        <p role="alert">{words}</p>
      ) : (
        <div className="shelf-waits" aria-busy="true" role="status" aria-label={t`The library is opening`} />
      )}
    </Frame>
  );
}

const NO_USES: readonly MapUses[] = [];

function Opened({ library }: { library: OpenSession }) {
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
      <OpenShelfContext value={library}>
        <Routes>
          <Route index element={<Navigate to="personas" replace />} />
          <Route path="personas" element={<PersonasPage />} />
          <Route path="personas/:id" element={<PersonaPage />} />
          <Route path="personas/:id/empathy" element={<EmpathyPage />} />
          <Route path="stakeholders/:id?" element={<StakeholdersPage />} />
          <Route path="touchpoints/:id?" element={<TouchpointsPage />} />
          <Route path="channels/:id?" element={<ChannelsPage />} />
          <Route path="teams/:id?" element={<TeamsPage />} />
          <Route path="rules" element={<RulesPage />} />
          <Route path="style" element={<BrandPage />} />
          <Route path="*" element={<NotHere />} />
        </Routes>
      </OpenShelfContext>
    </ShelfContext>
  );
}
