import { t } from "@lingui/core/macro";
import { Flame, ListTree, Plus } from "lucide-react";
import { useMemo, useState } from "react";
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
  const [opened, setOpened] = useState<Opened | null>(null);
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
      <OpenedContext value={setOpened}>
        <div className="portfolio">
          <div className="portfolio-main">
            {data && !isEmpty && view === "tree" ? <Tree branches={data.tree} known={known} /> : null}
            {data && !isEmpty && view === "heat" ? <HeatMap known={known} /> : null}
          </div>
          {opened?.kind === "number" ? (
            <Population
              key={JSON.stringify(opened.number.rows.key)}
              opened={opened.number}
              dataset={opened.dataset}
              rows={opened.number.rows}
              onClose={() => setOpened(null)}
            />
          ) : null}
          {opened?.kind === "pile" ? <PilePanel {...opened} onClose={() => setOpened(null)} /> : null}
        </div>
      </OpenedContext>
    </Frame>
  );
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
