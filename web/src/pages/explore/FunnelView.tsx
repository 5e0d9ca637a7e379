import { plural, t } from "@lingui/core/macro";
import { inUnit, plain } from "../../ui/format";
import { type Analysis, boundsInWords, nameOf, type Result, type Row, valueInWords } from "./answers";
import { FigureButton, useDesk } from "./desk";
import { Split } from "./Split";
import { useAnalysis } from "./useAnalysis";
import { placeInWords } from "./words";

type Funnel = Extract<Analysis, { analysis: "funnel-steps" }>;

const LOSSES = 3; // places named to which most of the dropped went next

/** A funnel: how many came this far, how long it took, and where those went who dropped out. */
export function FunnelView({ result: told }: { result: Result }) {
  const { dataset, places } = useDesk();
  const { limit: _, ...asked } = told.analysis as Funnel;
  const { data: losses } = useAnalysis(dataset, { ...asked, analysis: "funnel-losses" });
  const steps = asked.places.map((place, at) => [
    String(at + 1),
    `${at + 1}. ${placeInWords(place, places)}`,
  ]);
  const result = { ...told, names: { ...told.names, ...Object.fromEntries(steps) } };
  const name = ({ key }: Row) => nameOf(result.names, key.step ?? "");
  const rows = result.rows ?? [];
  return (
    <Split
      label={t`Funnel`}
      result={result}
      figures={["customers", "share_of_previous", "median_hours", "dropped"]}
      picture={(chosen, choose) => (
        <ol className="funnel">
          {rows.map((row) => (
            <li key={row.key.step}>
              <button
                type="button"
                className={`funnel-step ${row === chosen ? "is-chosen" : ""}`}
                aria-pressed={row === chosen}
                onClick={() => choose(row === chosen ? null : row)}
              >
                <span className="funnel-name" dir="auto">
                  {name(row)}
                </span>{" "}
                <span className="numbers">
                  {plain(row.figures.customers?.value ?? 0)} · {valueInWords(row.figures.share_of_first)}
                  {row.figures.share_of_first ? (
                    <span className="caption"> {boundsInWords(row.figures.share_of_first)}</span>
                  ) : null}
                </span>
                <span className="funnel-bar">
                  <span style={{ inlineSize: `${(row.figures.share_of_first?.value ?? 0) * 100}%` }} />
                </span>
              </button>
              <Dropped result={result} row={row} losses={losses} />
            </li>
          ))}
        </ol>
      )}
    />
  );
}

function Dropped({ result, row, losses }: { result: Result; row: Row; losses: Result | undefined }) {
  const left = row.figures.dropped;
  if (!left?.value) return null;
  const gone = (losses?.rows ?? []).filter(({ key }) => key.step === row.key.step);
  return (
    <p className="funnel-dropped numbers">
      <span className="funnel-mark" aria-hidden />
      <FigureButton result={result} row={row} name="dropped" />
      <span>
        {plural(left.value, { one: "drops out", other: "drop out" })},{" "}
        {valueInWords(row.figures.dropped_share)}
      </span>
      {losses
        ? gone.slice(0, LOSSES).map((one) => (
            <span key={one.key.next} className="funnel-next">
              <span dir="auto">→ {nameOf(losses.names, one.key.next ?? "")}</span>{" "}
              <FigureButton result={losses} row={one} name="customers" />
              <span className="caption"> {inUnit(one.figures.share?.value ?? 0, "share")}</span>
            </span>
          ))
        : null}
    </p>
  );
}
