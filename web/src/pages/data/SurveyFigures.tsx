import { msg, t } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";
import type { Estimate, SurveyFigure, SurveyMeasure } from "../../generated";
import { ask, readSurveyFigures } from "../../transport";
import { interval, inUnit, plain } from "../../ui/format";
import { Problem } from "../Problem";
import { useAsked } from "../useAsked";
import "./survey.css";

const INSTRUMENTS: Readonly<Record<string, string>> = spoken({
  nps: msg`NPS`,
  csat: msg`Satisfaction (CSAT)`,
  ces: msg`Effort (CES)`,
  rating: msg`Rating`,
});

const NAMES: Readonly<Record<string, string>> = spoken({
  nps: msg`Net Promoter Score`,
  mean: msg`Mean`,
  "top-two": msg`Two best scores`,
});

const UNITS: Readonly<Record<string, string>> = { nps: "points", mean: "score", "top-two": "share" };

/** What each survey question was answered, each scale by itself. */
export function SurveyFigures({ id }: { id: string }) {
  const { data: figures = [], error } = useAsked(["survey", id], () =>
    ask(readSurveyFigures({ path: { id } })),
  );
  if (error) return <Problem error={error} />;
  if (figures.length === 0) return null;
  const isWeighted = figures.some((figure) => figure.measures.some((one) => one.weighted));
  return (
    <section className="page-part" aria-label={t`Survey`}>
      <header className="part-line">
        <h2>{t`Survey`}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className="survey-scroll" tabIndex={0} aria-label={t`Figures of the survey`}>
        <table className="table table-wide numbers">
          <thead>
            <tr>
              <th>{t`Question`}</th>
              <th>{t`Scale`}</th>
              <th>{t`Figure`}</th>
              <th className="is-number">{t`Value`}</th>
              {isWeighted ? <th className="is-number">{t`Weighted`}</th> : null}
              <th className="is-number">n</th>
              <th className="is-number">{t`Not applicable`}</th>
              <th className="is-number">{t`Blank`}</th>
            </tr>
          </thead>
          <tbody>
            {figures.flatMap((figure) =>
              figure.measures.map((measure, place) => (
                <Row
                  key={`${figure.question}-${figure.instrument}-${figure.scale.join("-")}-${measure.name}`}
                  figure={figure}
                  measure={measure}
                  isFirst={place === 0}
                  isWeighted={isWeighted}
                />
              )),
            )}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface RowProps {
  figure: SurveyFigure;
  measure: SurveyMeasure;
  isFirst: boolean;
  isWeighted: boolean;
}

function Row({ figure, measure, isFirst, isWeighted }: RowProps) {
  const isLittle = figure.too_few;
  return (
    <tr>
      <td dir="auto">{isFirst ? figure.question || t`Not named` : ""}</td>
      <td>{isFirst ? scaleInWords(figure) : ""}</td>
      <td>{NAMES[measure.name]}</td>
      <td className="is-number">
        {isLittle ? t`too few to say` : <Told estimate={measure.unweighted} name={measure.name} />}
      </td>
      {isWeighted ? (
        <td className="is-number">
          {measure.weighted && !isLittle ? <Told estimate={measure.weighted} name={measure.name} /> : "–"}
        </td>
      ) : null}
      <td className="is-number">{isFirst ? plain(figure.n) : ""}</td>
      <td className="is-number">{isFirst ? plain(figure.not_applicable) : ""}</td>
      <td className="is-number">{isFirst ? plain(figure.blank) : ""}</td>
    </tr>
  );
}

function Told({ estimate, name }: { estimate: Estimate; name: string }) {
  const unit = UNITS[name] ?? "score";
  const { value, low, high } = estimate;
  return (
    <>
      {name === "mean" ? plain(value, 2) : inUnit(value, unit)}
      {low != null && high != null ? (
        <span className="caption survey-interval">{interval(low, high, unit, value)}</span>
      ) : null}
    </>
  );
}

function scaleInWords({ instrument, scale, better }: SurveyFigure): string {
  const name = INSTRUMENTS[instrument || "rating"] ?? instrument;
  const [low, high] = [endInWords(scale[0]), endInWords(scale[1])];
  return better === "low" ? t`${name}, ${low} to ${high}, low is good` : t`${name}, ${low} to ${high}`;
}

function endInWords(end: number): string {
  return plain(end, Number.isInteger(end) ? 0 : 1);
}
