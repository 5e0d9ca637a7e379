import { t } from "@lingui/core/macro";
import { useEffect, useState } from "react";
import type { Lay } from "../../editor/aligning";
import { isFiltered } from "../../editor/search";
import type { DocumentSession, Snapshot } from "../../transport";
import { useAhead, useStanding } from "../../ui/later";
import { saveFile } from "../../ui/saving";
import type { OpenedNumber } from "../Population";
import { ContextBar, type Layout } from "./ContextBar";
import { useEditor, useTools, type View } from "./context";
import { Following } from "./Following";
import { Footer } from "./Footer";
import { Grid } from "./Grid";
import { LayContext, useLooking } from "./looking";
import { OthersSaid } from "./OthersSaid";
import { PersonaStrip } from "./PersonaStrip";
import type { Page } from "./PhoneBar";
import type { AroundMap } from "./pageCommands";
import {
  BesidePanel,
  CellMenu,
  ChecklistPanel,
  CommentsPanel,
  ContrastPanel,
  EmptyMap,
  ExportDialog,
  FindBar,
  FollowedPanel,
  HistoryPanel,
  InsertMenu,
  Inspector,
  KeepTemplate,
  LinkDialog,
  LinkList,
  LookBanner,
  NotesPanel,
  OpportunityDialog,
  Outline,
  Overlay,
  PARTS,
  Pair,
  Palette,
  Population,
  Presentation,
  Shortcuts,
  Trail,
  Tray,
} from "./parts";
import { TopBar } from "./TopBar";
import { useTypingOver } from "./typingOver";
import { usePageKeys } from "./usePageKeys";
import "./frame.css";

const AHEAD = 500; // milliseconds after which the map has what it needs

interface MapFrameProps {
  id: string;
  snapshot: Snapshot;
  view: View;
  setView: (view: View) => void;
  session: DocumentSession;
  library: DocumentSession | null;
  opened: OpenedNumber | null;
  setOpened: (opened: OpenedNumber | null) => void;
}

/** An open map: bars above, the grid, the panel beside it, the legend below; on a phone the outline instead. */
export function MapFrame({
  id,
  snapshot,
  view,
  setView,
  session,
  library,
  opened,
  setOpened,
}: MapFrameProps) {
  const { store } = useTools();
  usePageKeys();
  useTypingOver();
  useStanding();
  useAhead(PARTS, AHEAD);
  const isEmpty = useEditor((state) => state.sheet.columns.length === 0 && state.sheet.lanes.length === 0);
  const { look } = useLooking();
  const isSought = useEditor(
    ({ isFinding, kept, filter }) => isFinding || kept !== null || isFiltered(filter),
  );
  const presenting = useEditor((state) => state.presenting);
  const isPhone = useIsPhone();
  const [layout, setLayout] = useLayout();
  const [page, setPage] = useState<Page>("outline");
  const isOutline = isPhone || layout === "outline";
  const around = { id, view, setView, setLayout };
  useEffect(() => {
    if (matchMedia("(min-width: 1200px)").matches) store.set({ isPanelOpen: true });
  }, [store]);
  return (
    <div className={`map-page ${isPhone ? "is-phone" : ""}`}>
      <TopBar id={id} snapshot={snapshot} isPhone={isPhone} />
      <Banner snapshot={snapshot} />
      {look ? <LookBanner /> : null}
      <Trail />
      {isPhone ? null : (
        <ContextBar id={id} view={view} setView={setView} layout={layout} setLayout={setLayout} />
      )}
      <div className="map-body">
        <main className="map-main">
          {isPhone ? null : <PersonaStrip />}
          {isSought ? <FindBar /> : null}
          {isEmpty ? (
            <EmptyMap />
          ) : isOutline ? (
            <Outline isPhone={isPhone} page={isPhone ? page : "outline"} setPage={setPage} />
          ) : (
            <Grids />
          )}
          <Tray />
          <Following />
        </main>
        <SidePanel library={library} opened={opened} setOpened={setOpened} />
      </div>
      {isPhone ? null : <Footer />}
      <CellMenu />
      <Dialogs around={around} library={library} />
      {presenting ? <Presentation now={presenting} /> : null}
      <OthersSaid session={session} />
    </div>
  );
}

/** The map, or both maps, or one of them with gaps where the other has more. */
function Grids() {
  const { look } = useLooking();
  const [lay, setLay] = useState<Lay | null>(null);
  if (look?.side === "both") return <Pair />;
  return (
    <LayContext value={lay}>
      {look?.of === "base" ? <Overlay side={look.side} setLay={setLay} /> : null}
      <Grid />
    </LayContext>
  );
}

interface DialogsProps extends Pick<MapFrameProps, "library"> {
  around: AroundMap;
}

/** What opens over the map. */
function Dialogs({ around, library }: DialogsProps) {
  const { id } = around;
  return (
    <>
      <Palette around={around} />
      <Shortcuts />
      <KeepTemplate id={id} />
      <InsertMenu />
      <ExportDialog id={id} />
      <LinkDialog />
      <LinkList />
      <OpportunityDialog library={library} />
    </>
  );
}

/** What stands beside the map: the customers of a number, its history, or the details of what is selected. */
function SidePanel({ library, opened, setOpened }: Pick<MapFrameProps, "library" | "opened" | "setOpened">) {
  const isOpen = useEditor((state) => state.isPanelOpen);
  const panel = useEditor((state) => state.panel);
  const dataset = useEditor((state) => state.sheet.header.dataset ?? "");
  const { look } = useLooking();
  if (opened)
    return (
      <Population opened={opened} dataset={dataset} rows={opened.rows} onClose={() => setOpened(null)} />
    );
  if (!isOpen) return null;
  if (panel === "details") return <Inspector library={library} />;
  if (panel === "notes") return <NotesPanel />;
  if (panel === "followed") return <FollowedPanel />;
  if (panel === "checklist") return <ChecklistPanel />;
  if (panel === "contrast") return <ContrastPanel />;
  if (panel === "beside" && look?.of === "base") return <BesidePanel />;
  if (panel === "beside") return <Inspector library={library} />;
  return panel === "comments" ? <CommentsPanel /> : <HistoryPanel />;
}

const LAYOUT = "footfall-layout";

/** Grid or outline, as this browser was left. */
function useLayout(): [Layout, (layout: Layout) => void] {
  const [layout, setLayout] = useState<Layout>(() =>
    localStorage.getItem(LAYOUT) === "outline" ? "outline" : "grid",
  );
  const keep = (chosen: Layout) => {
    localStorage.setItem(LAYOUT, chosen);
    setLayout(chosen);
  };
  return [layout, keep];
}

function useIsPhone(): boolean {
  const [query] = useState(() => matchMedia("(max-width: 720px)"));
  const [matches, setMatches] = useState(query.matches);
  useEffect(() => {
    const follow = () => setMatches(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [query]);
  return matches;
}

/** What keeps edits from being saved, what was kept, and what to do. */
function Banner({ snapshot }: { snapshot: Snapshot }) {
  const { status, notices, records } = snapshot;
  const problem = notices.findLast((notice) => notice.kind === "failed" || notice.kind === "gone")?.problem;
  if (status.state === "failed") {
    return (
      <div className="banner banner-bad" role="alert">
        <span>{problem?.detail ?? t`The server cannot save now. The map can be read, not edited.`}</span>
        {problem?.id ? <span className="caption">{t`Quote ${problem.id}`}</span> : null}
        <button type="button" className="link" onClick={() => download(records)}>
          {t`Download the map as it stands here`}
        </button>
      </div>
    );
  }
  if (status.state !== "offline") return null;
  return (
    <div className="banner" role="status">
      {t`No connection to the server. What you type is kept on this device and sent when it is back.`}
    </div>
  );
}

function download(records: Snapshot["records"]): void {
  const blob = new Blob([JSON.stringify(Object.fromEntries(records), null, 2)], { type: "application/json" });
  saveFile(blob, "map.json");
}
