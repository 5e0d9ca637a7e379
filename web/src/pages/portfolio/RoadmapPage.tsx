import { plural, t } from "@lingui/core/macro";
import { ChevronLeft, Lightbulb } from "lucide-react";
import { Link, useParams } from "react-router";
import type { Planned, Stretch } from "../../generated";
import { ask, readRoadmap } from "../../transport";
import { day } from "../../ui/format";
import { ExportMenu } from "../ExportMenu";
import { Frame } from "../Frame";
import { PROGRESS_WORDS } from "../map/words";
import { Problem } from "../Problem";
import { saveBoard } from "../saving";
import { useAsked } from "../useAsked";
import { HORIZONS, WITHIN } from "./words";
import "./portfolio.css";

/** The opportunities that lead from a current map to its future one, by when they are taken up. */
export function RoadmapPage() {
  const { id = "" } = useParams();
  const { data, error } = useAsked(["roadmap", id], () => ask(readRoadmap({ path: { id } })));
  const planned = data?.stretches.flatMap(({ planned: some }) => some) ?? [];
  return (
    <Frame
      title={data ? t`Roadmap: ${data.title}` : t`Roadmap`}
      count={planned.length}
      lead={
        <Link to={`/maps/${id}`} className="shelf-up">
          <ChevronLeft size={15} className="mirrors" aria-hidden /> {t`The map`}
        </Link>
      }
      actions={
        planned.length > 0 ? (
          <ExportMenu save={(format) => void saveBoard(`/api/v1/maps/${id}/roadmap/export`, { format })} />
        ) : null
      }
    >
      {error ? <Problem error={error} /> : null}
      {data && planned.length === 0 ? (
        <section className="portfolio-none">
          <p>{t`Cards of this map and of the one that it grew from name no open opportunity yet. Choose one in a card’s details.`}</p>
          <Link to="/opportunities" className="button button-filled button-normal">
            <Lightbulb size={15} aria-hidden /> {t`Go to the opportunities`}
          </Link>
        </section>
      ) : null}
      {planned.length > 0 ? (
        <div className="roadmap">
          {data?.stretches.map((stretch) => (
            <Column key={stretch.horizon} stretch={stretch} />
          ))}
        </div>
      ) : null}
      {data ? <Over shipped={data.shipped} dropped={data.dropped} /> : null}
    </Frame>
  );
}

function Column({ stretch: { horizon, planned } }: { stretch: Stretch }) {
  return (
    <section aria-label={HORIZONS[horizon]}>
      <h2>
        {HORIZONS[horizon]} <span className="caption numbers">{planned.length}</span>
      </h2>
      <p className="caption">{WITHIN[horizon]}</p>
      <ol>
        {planned.map((one) => (
          <Note key={one.id} planned={one} />
        ))}
      </ol>
    </section>
  );
}

function Note({ planned: { id, name, status, due, late, owner, teams = [] } }: { planned: Planned }) {
  return (
    <li className="roadmap-note">
      <Link to={`/opportunities/${id}`} dir="auto">
        {name}
      </Link>
      <span className="caption numbers">
        {PROGRESS_WORDS[status as keyof typeof PROGRESS_WORDS] ?? ""}
        {" · "}
        {due ? (
          <span className={late ? "is-wanting" : ""}>
            {late ? t`was due ${day(due)}` : t`due ${day(due)}`}
          </span>
        ) : (
          t`no date`
        )}
      </span>
      <span className="caption" dir="auto">
        {[owner, ...teams].filter(Boolean).join(" · ") || (
          <span className="is-wanting">{t`nobody owns it`}</span>
        )}
      </span>
    </li>
  );
}

function Over({ shipped, dropped }: { shipped: number; dropped: number }) {
  if (shipped + dropped === 0) return null;
  return (
    <p className="caption numbers">
      {plural(shipped, { one: "# shipped already", other: "# shipped already" })}
      {" · "}
      {plural(dropped, { one: "# dropped", other: "# dropped" })}
    </p>
  );
}
