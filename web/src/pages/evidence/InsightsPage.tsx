import { t } from "@lingui/core/macro";
import { useState } from "react";
import { Link, NavLink, useParams } from "react-router";
import { gradeOfInsight } from "../../editor/affinity";
import type { Insight } from "../../generated";
import { GradeMark } from "../../ui/Marks";
import { GRADE_WORDS } from "../../ui/words";
import { ExportMenu } from "../ExportMenu";
import { useShelved } from "../library/context";
import { foundIn, SearchField } from "../library/SearchField";
import { ShelfFrame } from "../library/ShelfFrame";
import { ShelfPanel } from "../library/ShelfPanel";
import { saveBoard } from "../saving";
import { EvidenceParts } from "./EvidenceParts";
import { InsightFields } from "./InsightFields";
import { restInWords } from "./resting";
import "./board.css";

const INSIGHTS = "/evidence/insights";

/** What the team holds to be so: groups of excerpts that were promoted. */
export function InsightsPage() {
  const { id = "" } = useParams();
  const [looked, setLooked] = useState("");
  const promoted = new Map([...useShelved("insight")].filter(([, { promoted }]) => promoted));
  const found = foundIn(promoted, looked, ({ name, text, tags = [] }) => [name, text, ...tags]);
  const chosen = promoted.get(id);
  return (
    <ShelfFrame
      title={t`Insights`}
      parts={<EvidenceParts />}
      actions={promoted.size > 0 ? <Takeaway /> : null}
    >
      {promoted.size === 0 ? (
        <NoInsights />
      ) : (
        <div className={`shelf-split ${chosen ? "has-chosen" : ""}`}>
          <div className="shelf-list">
            {promoted.size > 3 ? (
              <div className="shelf-tools">
                <SearchField value={looked} onChange={setLooked} found={found.length} />
              </div>
            ) : null}
            <ul className="shelf-rows" aria-label={t`Insights`}>
              {found.map(([one, insight]) => (
                <li key={one}>
                  <NavLink to={`${INSIGHTS}/${one}`} className="shelf-row insight-row">
                    <Face insight={insight} />
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
          {chosen ? (
            <ShelfPanel id={id} name={chosen.name} list={INSIGHTS}>
              <InsightFields key={id} id={id} insight={chosen} />
            </ShelfPanel>
          ) : null}
        </div>
      )}
    </ShelfFrame>
  );
}

function Face({ insight }: { insight: Insight }) {
  const sources = useShelved("source");
  const grade = gradeOfInsight(insight, new Set(sources.keys()));
  return (
    <>
      <span className="shelf-row-name" dir="auto">
        {insight.name}
      </span>
      <span className="shelf-grade caption">
        <GradeMark grade={grade} isNamed={false} /> {GRADE_WORDS[grade]}
      </span>
      <span className="shelf-row-more numbers">{restInWords(insight, sources)}</span>
    </>
  );
}

function NoInsights() {
  return (
    <div className="shelf-offer">
      <h2>{t`What do you hold to be so?`}</h2>
      <p>{t`An insight is a group of notes that was promoted on the affinity board. It keeps its notes, so that everybody sees what it stands on.`}</p>
      <Link
        to="/evidence/board"
        className="button button-edged button-normal"
      >{t`Go to the affinity board`}</Link>
    </div>
  );
}

function Takeaway() {
  return <ExportMenu save={(format) => void saveBoard("/api/v1/evidence/insights/export", { format })} />;
}
