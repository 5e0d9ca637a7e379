import { t } from "@lingui/core/macro";
import { useMemo, useState } from "react";
import { Label, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { recordsFrom } from "../../model";
import { ask, readMap } from "../../transport";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { useAsked } from "../useAsked";
import { AnalysisTable, Definition, rowsShown } from "./AnalysisTable";
import type { Colour } from "./address";
import type { Analysis, Result, Row } from "./answers";
import { inColumns } from "./columns";
import { useDesk } from "./desk";
import { FigurePanel } from "./FigurePanel";
import { FlowLegend, FlowPicture } from "./FlowPicture";
import { type FlowGraph, firstDetail, kept, largest, leastAt } from "./graph";
import { laidOut } from "./layout";
import { drawnSteps, edgeId, graphOf } from "./reading";
import { timeBreaks } from "./scales";
import { scoresOf } from "./scoring";
import { useAnalysis } from "./useAnalysis";
import type { Spot } from "./walking";

/** Who went straight from where to where: the graph, and beside it the numbers. */
export function FlowView({ flow, reach }: { flow: Result; reach: Result }) {
  const { looking, look, dataset } = useDesk();
  const { data: answered } = useAnalysis(dataset, looking.colour === "score" ? scoresFor(flow) : null);
  const scores = useMemo(
    () => (looking.colour === "score" && answered ? scoresOf(answered) : null),
    [looking.colour, answered],
  );
  const [chosen, setChosen] = useState<Spot | null>(null);
  const whole = useMemo(() => largest(graphOf(flow, reach)), [flow, reach]);
  const detail = looking.detail ?? firstDetail(whole);
  const least = leastAt(whole, detail);
  const graph = useMemo(() => ({ nodes: whole.nodes, edges: kept(whole, least) }), [whole, least]);
  const steps = useSteps(looking.map);
  const placed = useMemo(() => (steps ? inColumns(graph, steps) : laidOut(graph)), [graph, steps]);
  const breaks = useMemo(() => (looking.colour === "time" ? breaksOf(graph) : null), [looking.colour, graph]);
  const isDrawn = new Set(graph.edges.map(({ id }) => id));
  const rows = (flow.rows ?? []).filter((row) => isDrawn.has(edgeId(row)));
  const row = rowAt(chosen, flow, reach);
  return (
    <div className="explore-body">
      <section className="explore-picture" aria-label={t`Flow graph`}>
        <FlowPicture placed={placed} breaks={breaks} scores={scores} chosen={chosen} choose={setChosen} />
        <div className="explore-foot">
          <FlowLegend breaks={breaks} hasUndrawn={placed.nodes.some((one) => !one.isDrawn)} />
          <span className="flow-asked">
            <Select
              label={t`Colour by`}
              isLabelHidden
              value={looking.colour}
              options={[
                { id: "time", label: t`Colour by time` },
                { id: "score", label: t`Colour by score` },
              ]}
              onChange={(colour) => look({ colour: colour as Colour }, true)}
            />
            <Detail detail={detail} least={least} />
          </span>
        </div>
      </section>
      <aside className="panel" aria-label={t`Numbers`}>
        {row ? <FigurePanel chosen={row} onClose={() => setChosen(null)} /> : null}
        <section className="panel-part explore-all">
          <header className="part-head">
            <h2>{t`All flows`}</h2>
            <span className="caption numbers">{rowsShown(rows.length, flow)}</span>
          </header>
          <AnalysisTable
            result={flow}
            label={t`All flows`}
            about={t`From → to`}
            rows={rows}
            figures={["customers", "share", "median_hours"]}
            isChosen={(one) => chosen?.kind === "edge" && chosen.id === edgeId(one)}
          />
          <Definition result={flow} />
        </section>
      </aside>
    </div>
  );
}

function breaksOf({ edges }: FlowGraph): number[] {
  return timeBreaks(edges.flatMap(({ hours }) => (hours === null ? [] : [hours])));
}

/** What customers answered about each node, under the same filter. */
function scoresFor(flow: Result): Analysis {
  const { by, only } = flow.analysis as Extract<Analysis, { analysis: "flow" }>;
  return {
    analysis: "scores",
    groups: ["node"],
    limit: 1000,
    ...(by ? { by } : {}),
    ...(only ? { only } : {}),
  };
}

function rowAt(spot: Spot | null, flow: Result, reach: Result): { result: Result; row: Row } | null {
  if (!spot) return null;
  const result = spot.kind === "edge" ? flow : reach;
  const row = (result.rows ?? []).find((one) =>
    spot.kind === "edge" ? edgeId(one) === spot.id : one.key.node === spot.id,
  );
  return row ? { result, row } : null;
}

/** The steps of the map that gives the columns. */
function useSteps(map: string) {
  const { data } = useAsked(["map", map], () => ask(readMap({ path: { id: map } })), map !== "");
  return useMemo(() => {
    const steps = map && data ? drawnSteps(recordsFrom(data.records)) : [];
    return steps.length > 0 ? steps : null;
  }, [map, data]);
}

/** How much of the flows is drawn: the slider moves the smallest flow that still is. */
function Detail({ detail, least }: { detail: number; least: number }) {
  const { look } = useDesk();
  return (
    <Slider
      className="detail"
      value={100 - detail}
      onChange={(value) => look({ detail: 100 - Number(value) }, true)}
    >
      <Label>{t`Detail`}</Label>
      <SliderTrack className="detail-track">
        <SliderThumb className="detail-thumb" />
      </SliderTrack>
      <span className="caption numbers">{t`flows of ${plain(least)} customers or more`}</span>
    </Slider>
  );
}
