import { t } from "@lingui/core/macro";
import { plain } from "../../ui/format";
import { customersInWords } from "../../ui/words";
import { Problem } from "../Problem";
import { type Analysis, nameOf, type Result, type Row } from "./answers";
import { hues } from "./barcode";
import { useDesk } from "./desk";
import { BAR, type Ribbon } from "./routing";
import { Split } from "./Split";
import { SANKEY, type StepBar, sankey, stepId } from "./sankey";
import { useAnalysis } from "./useAnalysis";
import { Waiting } from "./Waiting";

type Steps = Extract<Analysis, { analysis: "steps" }>;

/** Step by step: where all customers were, and where they went from there; rare places stand together. */
export function StepsView({ result }: { result: Result }) {
  const { dataset } = useDesk();
  const { data: links, error } = useAnalysis(dataset, {
    ...(result.analysis as Steps),
    analysis: "step-links",
    limit: 2000,
  });
  if (error) return <Problem error={error} />;
  if (!links) return <Waiting />;
  return <Drawn result={result} links={links} />;
}

function Drawn({ result, links }: { result: Result; links: Result }) {
  const counts = (result.rows ?? []).map(countOf);
  const ways = (links.rows ?? []).map((row) => ({ ...countOf(row), next: row.key.next ?? "" }));
  const { bars, ribbons, width, height } = sankey(counts, ways);
  const colours = hues([...counts].sort((one, other) => one.step - other.step).map(({ node }) => node));
  const rows = new Map(
    (result.rows ?? []).map((row) => [stepId(Number(row.key.step), row.key.node ?? ""), row]),
  );
  const linkRows = new Map((links.rows ?? []).map((row) => [linkId(row), row]));
  const nodeOf = new Map(bars.map(({ id, node }) => [id, node]));
  const name = (node: string) => nameOf(result.names ?? links.names, node);
  return (
    <Split
      label={t`Step by step`}
      result={result}
      figures={["customers", "share"]}
      picture={(chosen, choose) => (
        <div className="sankey-scroll">
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields, and this is a picture */}
          <svg
            width={width + 24}
            height={height + 24}
            className="sankey"
            role="group"
            aria-label={t`Step by step`}
          >
            <g transform="translate(16 16)">
              {ribbons.map((ribbon) => {
                const row = linkRows.get(ribbon.edge.id);
                const words = [ribbon.edge.source, ribbon.edge.target].map((id) =>
                  name(nodeOf.get(id) ?? ""),
                );
                return (
                  <Way
                    key={ribbon.edge.id}
                    ribbon={ribbon}
                    colour={colours.get(nodeOf.get(ribbon.edge.source) ?? "")}
                    words={`${words.join(" → ")}, ${customersInWords(ribbon.edge.count)}`}
                    isChosen={row !== undefined && row === chosen}
                    choose={() => (row ? choose(row, links) : undefined)}
                  />
                );
              })}
              {bars.map((bar) => {
                const row = rows.get(bar.id);
                return (
                  <Bar
                    key={bar.id}
                    bar={bar}
                    name={name(bar.node)}
                    colour={colours.get(bar.node)}
                    isChosen={row !== undefined && row === chosen}
                    choose={() => (row ? choose(row) : undefined)}
                  />
                );
              })}
            </g>
          </svg>
        </div>
      )}
    />
  );
}

interface DrawnProps {
  colour: string | undefined;
  isChosen: boolean;
  choose: () => void;
}

/** A way between two bars; with the keyboard one gets to its numbers in the table. */
function Way({ ribbon, words, colour, isChosen, choose }: DrawnProps & { ribbon: Ribbon; words: string }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the table has all of it
    <path
      d={ribbon.area}
      style={{ fill: colour }}
      className={`sankey-link ${isChosen ? "is-chosen" : ""}`}
      onClick={choose}
    >
      <title>{words}</title>
    </path>
  );
}

function Bar({ bar, name, colour, isChosen, choose }: DrawnProps & { bar: StepBar; name: string }) {
  const { step, x, y, height, customers } = bar;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no button can be drawn within a picture
    <g
      role="button"
      tabIndex={0}
      className={`sankey-bar ${isChosen ? "is-chosen" : ""}`}
      aria-label={t`Step ${plain(step)}: ${name}, ${customersInWords(customers)}`}
      aria-pressed={isChosen}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose();
      }}
    >
      <rect x={x} y={y} width={BAR} height={height} style={{ fill: colour }} />
      <foreignObject x={x} y={y - SANKEY.label} width={SANKEY.step - 10} height={SANKEY.label}>
        <div className="sankey-name numbers" dir="auto">
          {name} <span>{plain(customers)}</span>
        </div>
      </foreignObject>
    </g>
  );
}

function countOf({ key, figures }: Row) {
  return { step: Number(key.step), node: key.node ?? "", customers: figures.customers?.value ?? 0 };
}

function linkId({ key }: Row): string {
  return JSON.stringify([Number(key.step), key.node, key.next]);
}
