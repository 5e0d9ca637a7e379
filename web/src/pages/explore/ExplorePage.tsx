import { t } from "@lingui/core/macro";
import { Download, Table2 } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Link, Navigate, useLocation, useNavigate, useParams } from "react-router";
import type { DatasetSummary, Places } from "../../generated";
import { Button } from "../../ui/Button";
import { say } from "../../ui/Toast";
import { listDatasets } from "../asking";
import { Frame } from "../Frame";
import { Population } from "../Population";
import { Problem } from "../Problem";
import { inWords, useAsked } from "../useAsked";
import { Asked } from "./Asked";
import { type Looking, lookingAt, START, searchFor } from "./address";
import { type Analysis, downloadCsv, figureRows, placesOf } from "./answers";
import { analysisFor, inUsualPeriods } from "./asking";
import { ContextBar } from "./ContextBar";
import { type Chosen, type Desk, DeskContext } from "./desk";
import { GROUP_WORDS, GROUPS, groupOf } from "./kinds";
import { withCondition } from "./only";
import { PinDialog } from "./PinDialog";
import { isBound } from "./reading";
import { View } from "./View";
import { Waiting } from "./Waiting";
import { figureWord, rowInWords } from "./words";
import "./explore.css";
import "./flow.css";
import "./pictures.css";

/** What customers really do: one picture of one dataset, its numbers, and their customers. */
export function ExplorePage() {
  const { id } = useParams();
  const { data: datasets, error } = useAsked(["datasets"], listDatasets);
  const largest = [...(datasets ?? [])].sort((one, other) => other.events - one.events)[0];
  if (id) return <OneDataset key={id} id={id} datasets={datasets ?? []} />;
  if (largest) return <Navigate to={`/explore/${largest.id}${location.search}`} replace />;
  return (
    <Frame title={t`Explore`}>
      {error ? <Problem error={error} /> : null}
      {datasets ? (
        <section className="explore-start">
          <p>{t`Here you see what customers really do: where they go, where they stop, how long it takes them.`}</p>
          <Link to="/data" className="button button-filled button-normal">
            {t`Import data first`}
          </Link>
        </section>
      ) : null}
    </Frame>
  );
}

function OneDataset({ id, datasets }: { id: string; datasets: readonly DatasetSummary[] }) {
  const { data: places, error } = useAsked(["places", id], () => placesOf(id));
  if (!places)
    return (
      <Frame title={t`Explore`} isWide>
        {error ? <Problem error={error} /> : <Waiting />}
      </Frame>
    );
  return <Opened id={id} datasets={datasets} places={places} />;
}

/** What is looked at, in the address: a step back looks at what was looked at before. */
function useLooking(places: Places): [Looking, Desk["look"]] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const looking = useMemo(() => {
    const said = inUsualPeriods(lookingAt(search), places);
    const isChosen = new URLSearchParams(search).has("by");
    return isChosen || isBound(places) ? said : { ...said, by: "event" as const };
  }, [search, places]);
  const look = (change: Partial<Looking>, isShade = false) => {
    const isOther = change.kind !== undefined && change.kind !== looking.kind;
    const next = {
      ...looking,
      ...(isOther ? { asked: START.asked, detail: null, open: "" } : {}),
      ...change,
    };
    navigate({ search: searchFor(next, isBound(places) ? "touchpoint" : "event") }, { replace: isShade });
  };
  return [looking, look];
}

interface OpenedProps {
  id: string;
  datasets: readonly DatasetSummary[];
  places: Places;
}

function Opened({ id, datasets, places }: OpenedProps) {
  const [looking, look] = useLooking(places);
  const [opened, setOpened] = useState<(Chosen & { figure: string }) | null>(null);
  const [pinned, setPinned] = useState<(Chosen & { figure: string }) | null>(null);
  const analysis = analysisFor(looking);
  useTableKey(() => look({ isTable: !looking.isTable }, true));
  const desk: Desk = {
    dataset: id,
    places,
    looking,
    look,
    open: (chosen, figure) => setOpened({ ...chosen, figure }),
    pin: (chosen, figure) => setPinned({ ...chosen, figure }),
    narrow: (condition) => look({ only: withCondition(looking.only, condition) }),
  };
  return (
    <DeskContext value={desk}>
      <Frame
        title={t`Explore`}
        isWide
        nav={<Groups looking={looking} look={look} />}
        actions={<Actions id={id} analysis={analysis} desk={desk} />}
      >
        <ContextBar datasets={datasets} />
        <Asked />
        <div className="explore-main">
          <View />
          {opened ? <OpenedFigure dataset={id} opened={opened} onClose={() => setOpened(null)} /> : null}
        </div>
      </Frame>
      {pinned ? <PinDialog chosen={pinned} figure={pinned.figure} onClose={() => setPinned(null)} /> : null}
    </DeskContext>
  );
}

/** The customers behind a figure, beside everything else. */
function OpenedFigure({
  dataset,
  opened,
  onClose,
}: {
  dataset: string;
  opened: Chosen & { figure: string };
  onClose: () => void;
}) {
  const { result, row, figure } = opened;
  const measure = row.figures[figure];
  useEscape(onClose);
  if (!measure) return null;
  const definition = result.figures?.[figure] ?? result.definition;
  return (
    <Population
      key={JSON.stringify([row.key, figure])}
      opened={{
        title: `${rowInWords(row, result.names)}: ${figureWord(figure)}`,
        measure: { ...measure, value: measure.value ?? null, definition, note: "" },
      }}
      dataset={dataset}
      rows={figureRows(dataset, result.analysis as Analysis, row.key, figure)}
      onClose={onClose}
    />
  );
}

function useEscape(act: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !isElsewhere(event.target)) act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [act]);
}

/** T shows the table instead of the picture, and the picture instead of the table. */
function useTableKey(act: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!isElsewhere(event.target)) act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [act]);
}

/** Within a field or something that floats, keys are its own. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, select, textarea, [role=dialog], [role=listbox], [role=menu]") !== null
  );
}

function Groups({ looking, look }: Pick<Desk, "looking" | "look">) {
  const current = groupOf(looking.kind);
  const groups = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = groups.current?.querySelector<HTMLElement>(`[data-group="${current}"]`);
    if (shown) groups.current?.scrollTo({ left: shown.offsetLeft - groups.current.offsetLeft - 24 });
  }, [current]); // where there is little room, the current one is brought into sight
  return (
    <nav ref={groups} className="explore-groups" aria-label={t`Pictures`}>
      {GROUPS.map(({ id, Icon, kinds }) => (
        <Button
          key={id}
          data-group={id}
          aria-current={current === id ? "page" : undefined}
          className={current === id ? "is-current" : ""}
          onPress={() => look({ kind: kinds[0] ?? START.kind })}
        >
          <Icon size={15} /> {GROUP_WORDS[id]}
        </Button>
      ))}
    </nav>
  );
}

function Actions({ id, analysis, desk }: { id: string; analysis: Analysis | null; desk: Desk }) {
  const { looking, look } = desk;
  const bring = async () => {
    try {
      if (analysis) await downloadCsv(id, analysis);
    } catch (failed) {
      say(inWords(failed), { isBad: true });
    }
  };
  return (
    <>
      <Button
        aria-pressed={looking.isTable}
        aria-keyshortcuts="T"
        onPress={() => look({ isTable: !looking.isTable }, true)}
      >
        <Table2 size={15} /> {t`Table`}
      </Button>
      <Button isDisabled={!analysis} onPress={() => void bring()}>
        <Download size={15} /> CSV
      </Button>
    </>
  );
}
