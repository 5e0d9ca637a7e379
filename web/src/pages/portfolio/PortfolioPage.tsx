import { t } from "@lingui/core/macro";
import { Flame, ListTree, Plus } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Link, NavLink, useSearchParams } from "react-router";
import { ExportMenu } from "../ExportMenu";
import { Frame } from "../Frame";
import { Population } from "../Population";
import { Problem } from "../Problem";
import { saveBoard } from "../saving";
import { type Known, useFits, usePortfolio, useScores } from "./asking";
import { HeatMap } from "./HeatMap";
import { type Opened, OpenedContext } from "./opened";
import { PilePanel } from "./PilePanel";
import { Tree } from "./Tree";
import "../map/frame.css";
import "./portfolio.css";

/** All journeys: as a tree by level, or as a heat map of what each needs. */
export function PortfolioPage() {
  const [asked] = useSearchParams();
  const view = asked.get("view") === "heat" ? "heat" : "tree";
  const { data, error } = usePortfolio();
  const known = useKnown();
  const { opened, open, close, panel } = useOpening();
  const isEmpty = data?.journeys.length === 0;
  return (
    <Frame
      title={t`All journeys`}
      count={data?.journeys.length}
      isWide
      nav={<Views view={view} />}
      actions={
        isEmpty ? null : (
          <ExportMenu save={(format) => void saveBoard("/api/v1/portfolio/export", { view, format })} />
        )
      }
    >
      {error ? <Problem error={error} /> : null}
      {isEmpty ? <None /> : null}
      <OpenedContext value={open}>
        <div className="portfolio">
          <div className="portfolio-main">
            {data && !isEmpty && view === "tree" ? <Tree branches={data.tree} known={known} /> : null}
            {data && !isEmpty && view === "heat" ? <HeatMap known={known} /> : null}
          </div>
          {opened ? (
            // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what stands in it
            <div
              className="portfolio-beside"
              ref={panel}
              tabIndex={-1}
              onKeyDown={({ key }) => key === "Escape" && close()}
            >
              <Behind opened={opened} onClose={close} />
            </div>
          ) : null}
        </div>
      </OpenedContext>
    </Frame>
  );
}

/** What stands behind a number. */
function Behind({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  if (opened.kind === "pile") return <PilePanel {...opened} onClose={onClose} />;
  const { number, dataset } = opened;
  return (
    <Population
      key={JSON.stringify(number.rows.key)}
      opened={number}
      dataset={dataset}
      rows={number.rows}
      onClose={onClose}
    />
  );
}

/** What stands behind a number has the focus when it comes, and gives it back to the number when it goes. */
function useOpening() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const from = useRef<Element | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened) panel.current?.focus();
  }, [opened]);
  const open = useCallback((wanted: Opened) => {
    from.current = document.activeElement;
    setOpened(wanted);
  }, []);
  const close = useCallback(() => {
    setOpened(null);
    if (from.current instanceof HTMLElement) from.current.focus();
  }, []);
  return { opened, open, close, panel };
}

/** Every map by its id, with its numbers as they come. */
function useKnown(): ReadonlyMap<string, Known> {
  const { data } = usePortfolio();
  const { data: scores } = useScores();
  const { data: fits } = useFits();
  return useMemo(() => {
    const scored = new Map(scores?.map((one) => [one.map, one]));
    const fitted = new Map(fits?.map((one) => [one.map, one]));
    return new Map(
      (data?.journeys ?? []).map((journey): [string, Known] => {
        const [score, fit] = [scored.get(journey.id), fitted.get(journey.id)];
        const heat = { ...journey.heat, ...score?.heat, ...(fit?.heat ? { fit: fit.heat } : {}) };
        return [journey.id, { journey, scores: score, fit, heat }];
      }),
    );
  }, [data, scores, fits]);
}

function Views({ view }: { view: "tree" | "heat" }) {
  const link = (name: typeof view) => `page-view ${view === name ? "is-chosen" : ""}`;
  return (
    <nav className="page-views" aria-label={t`Show all journeys as`}>
      <NavLink
        to="/portfolio"
        end
        className={link("tree")}
        aria-current={view === "tree" ? "page" : undefined}
      >
        <ListTree size={14} aria-hidden /> {t`Tree`}
      </NavLink>
      <NavLink
        to="/portfolio?view=heat"
        className={link("heat")}
        aria-current={view === "heat" ? "page" : undefined}
      >
        <Flame size={14} aria-hidden /> {t`Heat map`}
      </NavLink>
    </nav>
  );
}

function None() {
  return (
    <section className="portfolio-none">
      <p>{t`Here all journeys stand together: which lies inside which, and which needs somebody first.`}</p>
      <Link to="/templates" className="button button-filled button-normal">
        <Plus size={15} aria-hidden /> {t`Draw your first map`}
      </Link>
    </section>
  );
}
