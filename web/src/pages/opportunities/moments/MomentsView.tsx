import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Database, Map as MapIcon } from "lucide-react";
import { Link, useSearchParams } from "react-router";
import type { DatasetSummary, MapSummary } from "../../../generated";
import { ask, listMaps } from "../../../transport";
import { Select } from "../../../ui/Select";
import { listDatasets } from "../../asking";
import { Problem } from "../../Problem";
import { useAsked } from "../../useAsked";
import { MapMomentsPart } from "./MapMomentsPart";
import { type Origin, originFrom } from "./moment";
import { SurveyMomentsPart } from "./SurveyMomentsPart";
import "./moments.css";

/** What matters and how good it is: out of a survey, or at the touchpoints of a map. */
export function MomentsView() {
  const [address, setAddress] = useSearchParams();
  const datasets = useAsked(["datasets"], listDatasets);
  const maps = useAsked(["maps"], () => ask(listMaps()));
  const error = datasets.error ?? maps.error;
  if (error) return <Problem error={error} />;
  if (!datasets.data || !maps.data) return <p className="shelf-hint">{t`One moment…`}</p>;
  const surveys = datasets.data.filter((one) => one.answers > 0);
  const origin = originFrom(address.get("from")) ?? firstOf(surveys, maps.data);
  if (!origin) return <NothingYet />;
  return (
    <section className="moments" aria-label={t`Moments of truth`}>
      <div className="moments-bar">
        <Select
          label={t`Where from`}
          value={`${origin.kind}:${origin.id}`}
          options={[
            ...surveys.map(({ id, name }) => ({
              id: `survey:${id}`,
              label: name,
              hint: t`survey`,
              icon: <Database size={13} />,
            })),
            ...maps.data.map(({ id, title }) => ({
              id: `map:${id}`,
              label: title,
              hint: t`map`,
              icon: <MapIcon size={13} />,
            })),
          ]}
          onChange={(from) => setAddress({ from })}
        />
      </div>
      {origin.kind === "survey" ? (
        <SurveyMomentsPart key={origin.id} dataset={origin.id} />
      ) : (
        <MapMomentsPart key={origin.id} map={origin.id} />
      )}
    </section>
  );
}

/** A map first: answers of one question stand at its touchpoints too, where a survey needs several of each customer. */
function firstOf(surveys: readonly DatasetSummary[], maps: readonly MapSummary[]): Origin | null {
  const [map] = maps;
  if (map) return { kind: "map", id: map.id };
  const [survey] = surveys;
  return survey ? { kind: "survey", id: survey.id } : null;
}

function NothingYet() {
  return (
    <div className="shelf-offer">
      <h2>{t`What matters most, and is it good?`}</h2>
      <p>
        {t`A survey in which customers rated single things and the whole shows which of them matter; so do touchpoints of a map with their importance and quality.`}
      </p>
      <span>
        <Link to="/data" className="button button-edged button-normal">
          <Trans>Import a survey</Trans>
        </Link>
      </span>
    </div>
  );
}
