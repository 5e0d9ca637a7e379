import { plural, t } from "@lingui/core/macro";
import { Download } from "lucide-react";
import { Button } from "../../ui/Button";
import { interval, inUnit, plain } from "../../ui/format";
import { say } from "../../ui/Toast";
import { customersInWords } from "../../ui/words";
import { inWords } from "../useAsked";
import { downloadSegments, drawable, nameOf, type Result, type Row } from "./answers";
import { hues } from "./barcode";
import { FigureButton, useDesk } from "./desk";
import { Split } from "./Split";
import { type Segment, segmentsOf, telling } from "./segments";
import { Path } from "./VariantsView";
import "./segments.css";

/** Kinds of customers as cards: how many, what they do more and less than all others, a typical journey, their score. */
export function SegmentsView({ result }: { result: Result }) {
  const segments = segmentsOf(result);
  const colours = hues(segments.flatMap(({ journey }) => journey));
  return (
    <Split
      label={t`Segments`}
      result={result}
      picture={(chosen, choose) => (
        <div className="segments">
          <header className="segments-head">
            <p>
              {plural(segments.length, {
                one: "# kind of customers, by what they did.",
                other: "# kinds of customers, by what they did.",
              })}
            </p>
            <Keep result={result} />
          </header>
          <ul className="segment-cards" aria-label={t`Segments`}>
            {segments.map((segment) => (
              <li key={segment.segment} className="segment-card">
                <Head segment={segment} result={result} />
                <Differences segment={segment} result={result} chosen={chosen} choose={choose} />
                {segment.journey.length > 0 ? (
                  <div>
                    <p className="caption">{t`A typical journey`}</p>
                    <Path path={segment.journey} names={result.names} colours={colours} />
                  </div>
                ) : null}
                <Score segment={segment} />
              </li>
            ))}
          </ul>
        </div>
      )}
    />
  );
}

/** The segment of each customer as a file, which an import makes an attribute. */
function Keep({ result }: { result: Result }) {
  const { dataset } = useDesk();
  const bring = async () => {
    try {
      await downloadSegments(dataset, result.analysis);
      say(t`Import this file as facts of customers to tell them apart by segment everywhere.`);
    } catch (failed) {
      say(inWords(failed), { isBad: true });
    }
  };
  return (
    <Button look="edged" onPress={() => void bring()}>
      <Download size={14} /> {t`Each customer’s segment`}
    </Button>
  );
}

interface PartProps {
  segment: Segment;
  result: Result;
}

function Head({ segment, result }: PartProps) {
  const { open } = useDesk();
  const [row] = telling(result, segment);
  const size = customersInWords(segment.customers);
  return (
    <header className="segment-head">
      <h2 dir="auto">{nameInWords(segment, result)}</h2>
      <p className="numbers">
        {row ? (
          <button type="button" className="number-link" onClick={() => open({ result, row }, "share")}>
            {size}
          </button>
        ) : (
          size
        )}{" "}
        <span className="caption">{inUnit(segment.share, "share")}</span>
      </p>
      <span className="segment-size" aria-hidden>
        <span style={{ inlineSize: `${segment.share * 100}%` }} />
      </span>
    </header>
  );
}

/** A name to begin with: what they do more than others, else what less. */
function nameInWords({ segment, more, less }: Segment, { names }: Result): string {
  const said = (ids: readonly string[]) =>
    ids
      .slice(0, 2)
      .map((id) => nameOf(names, id))
      .join(", ");
  if (more.length > 0) return t`${segment}. More: ${said(more)}`;
  return less.length > 0 ? t`${segment}. Less: ${said(less)}` : t`${segment}. Like all others`;
}

interface DifferencesProps extends PartProps {
  chosen: Row | null;
  choose: (row: Row | null) => void;
}

/** Where they differ most from all others: both shares, one below the other. */
function Differences({ segment, result, chosen, choose }: DifferencesProps) {
  const rows = telling(result, segment);
  if (rows.length === 0) return null;
  return (
    <table className="segment-rows numbers">
      <thead>
        <tr>
          <th scope="col">{t`Came to`}</th>
          <th scope="col" className="is-number">{t`They`}</th>
          <th scope="col" className="is-number">{t`All others`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key.node} className={row === chosen ? "is-chosen" : ""}>
            <th scope="row">
              <button type="button" className="explore-about" dir="auto" onClick={() => choose(row)}>
                {nameOf(result.names, row.key.node ?? "")}
              </button>
              <span className="segment-bars" aria-hidden>
                <span style={{ inlineSize: `${(drawable(row.figures.share) ?? 0) * 100}%` }} />
                <span style={{ inlineSize: `${(drawable(row.figures.others) ?? 0) * 100}%` }} />
              </span>
            </th>
            {(["share", "others"] as const).map((name) => (
              <td key={name} className="is-number">
                <FigureButton result={result} row={row} name={name} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Score({ segment: { score } }: PartOf<"segment">) {
  if (!score || score.value == null || score.too_few) return null;
  const { value, low, high, n, question, scale } = score;
  const range = `${plain(scale[0])}–${plain(scale[1])}`;
  const bounds = low != null && high != null ? `${interval(low, high, "score")} · ` : "";
  return (
    <p className="segment-score numbers">
      <span className="caption" dir="auto">
        {/\d\s*[-–]\s*\d/.test(question) ? question : `${question || t`Mean score`} (${range})`}
      </span>{" "}
      <b>{plain(value, 1)}</b> <span className="caption">{`${bounds}n ${plain(n)}`}</span>
    </p>
  );
}

type PartOf<K extends keyof PartProps> = Pick<PartProps, K>;
