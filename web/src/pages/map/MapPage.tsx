import { msg, plural, t } from "@lingui/core/macro";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { Colleagues } from "../../editor/colleagues";
import { removeNow } from "../../editor/commands";
import { placeOfRecord } from "../../editor/finding";
import { spoken } from "../../editor/spoken";
import { type EditorStore, editorStore } from "../../editor/store";
import { thingAt } from "../../editor/things";
import type { Look } from "../../editor/timeline";
import type { Op } from "../../generated";
import { inOrder, libraryDocument } from "../../model";
import type { DocumentSession, Snapshot } from "../../transport";
import { clock } from "../../ui/format";
import { say } from "../../ui/Toast";
import { populationOf, readingsOf } from "../asking";
import type { OpenedNumber } from "../Population";
import { inWords, useAsked } from "../useAsked";
import { useDatasetIds } from "../useDatasetIds";
import { useNotices } from "../useNotices";
import { type OpenSession, useSession } from "../useSession";
import { Ageing } from "./Ageing";
import { fromMenu } from "./clipboard";
import { CommentingContext, useThreads } from "./commenting";
import {
  type Library,
  LibraryContext,
  NO_READINGS,
  type Numbers,
  ReadingsContext,
  type Told,
  type Tools,
  ToolsContext,
  type View,
  ViewContext,
} from "./context";
import { byFrame, keepingPlace } from "./frames";
import { useFuture } from "./futures";
import { LookingContext, useGone, useMarks, useToolsFor } from "./looking";
import { MapFrame } from "./MapFrame";
import { othersWereShown } from "./People";
import { Confirm } from "./parts";
import { choosePictures } from "./pictures";
import { zoomTo } from "./zooming";

/** Everything around one open map: its session, the library's, the readings, and the editor's own state. */
export function MapPage() {
  const { id = "" } = useParams();
  return <OpenMap key={id} id={id} />;
}

function OpenMap({ id }: { id: string }) {
  const map = useSession(id, byFrame);
  const library = useSession("library", byFrame);
  if (!map?.snapshot.ready) return <Waiting map={map?.snapshot} />;
  return <Ready id={id} map={map} library={library} />;
}

/** Grey lines at the final height; or why the map does not come. */
function Waiting({ map }: { map: Snapshot | undefined }) {
  const navigate = useNavigate();
  const notice = map?.notices.at(-1);
  if (!notice && map?.status.state !== "offline")
    return <main className="map-waits" aria-busy="true" aria-label={t`The map is opening`} />;
  const detail = notice?.problem?.detail ?? t`The server was not reached. Is it still running?`;
  return (
    <main className="map-waits">
      <div className="problem" role="alert">
        <h1>{notice?.kind === "gone" ? t`This map is not here` : t`The map did not open`}</h1>
        <p>{detail}</p>
        {notice?.problem?.id ? (
          <p className="caption">{t`Quote ${notice.problem.id} when you ask for help.`}</p>
        ) : null}
        <button type="button" className="link" onClick={() => navigate("/")}>
          {t`Back to all maps`}
        </button>
      </div>
    </main>
  );
}

interface ReadyProps {
  id: string;
  map: OpenSession;
  library: OpenSession | null;
}

function Ready({ id, map, library }: ReadyProps) {
  const { session, snapshot } = map;
  const [store] = useState(() => editorStore(snapshot.records, { showsOthers: othersWereShown() }));
  const [colleagues] = useState(() => new Colleagues());
  const [opened, setOpened] = useState<OpenedNumber | null>(null);
  const [view, setView] = useState<View>({ assumed: true, measured: true });
  const removal = useRemoval(store);
  const readings = useReadingsOf(id, snapshot, library?.snapshot);
  const readingsNow = useLatest(readings);
  const isReadOnly = snapshot.status.state === "failed";

  // The edit's own effect is in the sheet before the next key; others' edits come with the next frame.
  useOthers(store, colleagues, map);
  useWhereabouts(store, session);
  useAskedPlace(store);
  useNotices(snapshot, session);

  const [look, setLook] = useState<Look | null>(null);
  const from = useSyncExternalStore(store.subscribe, () => store.getSnapshot().sheet.header.base_map ?? "");
  const future = useFuture({ id, from, snapshot, store, look, setLook });

  const tools = useMemo<Tools>(() => {
    const follow = () => store.follow(session.getSnapshot().records);
    const thenFollow = (act: () => unknown) => () => {
      if (isReadOnly) return;
      act();
      follow();
    };
    const undo = thenFollow(session.undo.bind(session));
    // The message goes away under the focus; the map takes it back.
    const undoHere = () => {
      undo();
      const { at } = store.getSnapshot();
      store.set({ at: at && { ...at } });
    };
    const openPopulation = (title: string, measure: Told) => {
      const rows = populationOf(store.getSnapshot().sheet.header.dataset ?? "", measure.question);
      setOpened({ title, measure, rows });
    };
    const made: Tools = {
      store,
      colleagues,
      isReadOnly,
      edit: (ops: readonly Op[]) => thenFollow(() => session.edit(ops))(),
      undo,
      redo: thenFollow(session.redo.bind(session)),
      removed: (what) => say(what, { action: { label: t`Undo`, act: undoHere } }),
      askRemoval: removal.ask,
      openCustomers: (place) => openNumberAt(store, place, readingsNow.current, openPopulation),
      sayWhenSaved: () => say(savedInWords(session.getSnapshot())),
      openPopulation,
      openNumber: setOpened,
      tell: (what, offer) => say(what, offer ? { action: offer } : {}),
      zoom: (wish) => zoomTo(store, wish),
      future,
      clipboard: (command) => fromMenu(command, made),
      choosePictures: () => choosePictures(made),
    };
    return made;
  }, [store, colleagues, session, isReadOnly, removal.ask, readingsNow, future]);

  const marks = useMarks(look);
  const gone = useGone(look);
  const commenting = useThreads(snapshot.records);
  const looking = useMemo(
    () => ({ id, records: snapshot.records, tools, look, setLook, marks, gone }),
    [id, snapshot.records, tools, look, marks, gone],
  );
  const header = store.getSnapshot().sheet.header;
  const shared = useLibraryOf(library?.snapshot, header.dataset ?? "");
  useEffect(() => {
    document.title = `${header.title} – Footfall`;
  }, [header.title]);

  return (
    <ToolsContext value={useToolsFor(tools, look)}>
      <LibraryContext value={shared}>
        <ReadingsContext value={readings}>
          <ViewContext value={view}>
            <LookingContext value={looking}>
              <CommentingContext value={commenting}>
                <Ageing>
                  <MapFrame
                    id={id}
                    snapshot={snapshot}
                    view={view}
                    setView={setView}
                    session={session}
                    library={library?.session ?? null}
                    opened={opened}
                    setOpened={setOpened}
                  />
                </Ageing>
              </CommentingContext>
            </LookingContext>
            <Confirm
              title={REALLY[removal.asked?.kind ?? "lane"]}
              verb={DELETING[removal.asked?.kind ?? "lane"]}
              isOpen={removal.asked !== null}
              onClose={removal.close}
              onConfirm={() => removal.asked && removeNow(tools, removal.asked.kind, removal.asked.id)}
            >
              <p>
                {plural(removal.asked?.cards ?? 0, {
                  one: "One card goes with it. You can undo this.",
                  other: "# cards go with it. You can undo this.",
                })}
              </p>
            </Confirm>
          </ViewContext>
        </ReadingsContext>
      </LibraryContext>
    </ToolsContext>
  );
}

function savedInWords({ status }: Snapshot): string {
  if (status.pending > 0)
    return status.state === "offline" ? t`Kept on this device until the server is back` : t`Saving`;
  return status.savedAt ? t`Already saved at ${clock(status.savedAt)}` : t`Everything is saved as you type`;
}

const REALLY = spoken({
  lane: msg`Delete this lane?`,
  step: msg`Delete this step?`,
  stage: msg`Delete this stage?`,
});
const DELETING = spoken({ lane: msg`Delete lane`, step: msg`Delete step`, stage: msg`Delete stage` });

type Removal = { kind: "lane" | "step" | "stage"; id: string; cards: number };

const CLOSING = 250; // milliseconds until a dialog that closes has let go of the focus

function useRemoval(store: EditorStore) {
  const [asked, setAsked] = useState<Removal | null>(null);
  // The dialog gives the focus back to what is gone with the answer: the map takes it.
  useEffect(() => {
    const takeBack = () => {
      const { at } = store.getSnapshot();
      if (at && document.activeElement === document.body) store.set({ at: { ...at } });
    };
    const close = () => {
      setTimeout(takeBack, CLOSING);
    };
    return asked ? close : undefined;
  }, [asked, store]);
  const [acts] = useState(() => ({
    ask: (kind: Removal["kind"], id: string, cards: number) => setAsked({ kind, id, cards }),
    close: () => setAsked(null),
  }));
  return { asked, ...acts };
}

/** Hold the newest value where a callback made once can read it. */
function useLatest<T>(value: T): { current: T } {
  const [box] = useState({ current: value });
  box.current = value;
  return box;
}

/** The living numbers of the map; asked again when a question, a place or a binding changes, not when a text does. */
function useReadingsOf(id: string, map: Snapshot, library: Snapshot | undefined): Numbers {
  const asked = useMemo(() => whatIsAsked(map), [map]);
  const bound = useMemo(
    () => JSON.stringify([...(library?.records ?? [])].filter(([, { type }]) => type === "touchpoint")),
    [library?.records],
  );
  const isSaved = map.status.pending === 0 && library?.ready === true;
  const [settled, setSettled] = useState("");
  const key = `${asked}${bound}`;
  useEffect(() => {
    if (isSaved) setSettled(key);
  }, [isSaved, key]);
  const { data, isFetching, error } = useAsked(
    ["readings", id, settled],
    () => readingsOf(id),
    settled !== "",
  );
  const last = useLatest<Numbers>(NO_READINGS);
  const note = error ? inWords(error) : (data?.note ?? "");
  last.current = useMemo(() => {
    const { cards = {}, steps = {}, stages = {} } = data ?? last.current;
    return { cards, steps, stages, isWaiting: isFetching, note, asked: settled };
  }, [data, isFetching, note, settled, last]);
  return last.current;
}

function whatIsAsked({ records }: Snapshot): string {
  const parts: unknown[] = [];
  for (const [id, record] of records) {
    if (record.type === "map") parts.push(record.dataset);
    else if (record.type === "step")
      parts.push(
        id,
        record.touchpoint,
        record.map,
        record.stage,
        record.order,
        record.optional,
        record.repeatable,
      );
    else if (record.type === "link") parts.push(id, record.source, record.target, record.kind);
    else if (record.type === "card" && (record.question || record.touchpoint))
      parts.push(id, record.question, record.touchpoint, record.step, record.lane);
  }
  return JSON.stringify(parts);
}

function useLibraryOf(library: Snapshot | undefined, dataset: string): Library {
  const isKnown = library?.ready === true;
  const datasets = useDatasetIds();
  return useMemo(() => {
    const records = library?.records ?? new Map();
    const document = libraryDocument(records);
    const sources = isKnown ? inOrder(records, "source") : undefined;
    const touchpoints = isKnown ? document.touchpoints : undefined;
    return {
      channels: Object.fromEntries(document.channels),
      touchpoints: Object.fromEntries(document.touchpoints),
      personas: Object.fromEntries(document.personas),
      teams: Object.fromEntries(document.teams),
      opportunities: isKnown ? Object.fromEntries(inOrder(records, "opportunity")) : undefined,
      sources,
      ground: { sources, touchpoints, datasets, dataset },
      releases: [...inOrder(records, "release").values()],
    };
  }, [library?.records, isKnown, datasets, dataset]);
}

/** Take others' edits, and where they are, as they come. */
function useOthers(store: EditorStore, colleagues: Colleagues, { session, subscribe }: OpenSession) {
  useEffect(() => {
    const take = () => {
      const { records, people } = session.getSnapshot();
      keepingPlace(() => store.follow(records));
      colleagues.take(people);
    };
    take();
    return subscribe(take);
  }, [store, colleagues, session, subscribe]);
}

/** An address may name a record of the map, `?at=ID`: the focus goes there once, and the address is the map's again. */
function useAskedPlace(store: EditorStore) {
  const [asked, setAsked] = useSearchParams();
  const { state } = useLocation();
  const id = asked.get("at");
  useEffect(() => {
    if (!id) return;
    const at = placeOfRecord(store.getSnapshot().sheet, id);
    if (at) store.set({ at, isPanelOpen: true, panel: "details" });
    setAsked({}, { replace: true, state });
  }, [store, id, state, setAsked]);
}

/** Tell the others where the focus is. */
function useWhereabouts(store: EditorStore, session: DocumentSession) {
  useEffect(
    () =>
      store.subscribe(() => {
        const { at, mode } = store.getSnapshot();
        const cell = at
          ? { lane: at.row, step: at.column === "names" ? "" : at.column, card: at.card }
          : null;
        const isWire = cell && [cell.lane, cell.step, cell.card].every((part) => /^[\w-]{0,64}$/.test(part));
        session.setPresence({ cell: isWire ? cell : null, editing: mode === "typing" });
      }),
    [store, session],
  );
}

/** Open the customers of the number at a place; false when there is none. */
function openNumberAt(
  store: EditorStore,
  place: { row: string; column: string; card: string },
  readings: Numbers,
  open: (title: string, measure: Told) => void,
): boolean {
  const thing = thingAt(store.getSnapshot().sheet, place);
  const card = thing?.kind === "card" ? readings.cards[thing.found.id] : undefined;
  const isEmotion = thing && "lane" in thing && thing.lane.lane.kind === "emotion";
  const step = readings.steps[place.column];
  const measure = card ?? (isEmotion ? step?.emotion : thing?.kind === "step" ? step?.reach : undefined);
  if (!measure) return false;
  const title = thing?.kind === "card" ? thing.found.card.text || t`This measure` : t`This step`;
  open(title, measure);
  return true;
}
