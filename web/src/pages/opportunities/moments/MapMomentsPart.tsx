import { t } from "@lingui/core/macro";
import { useState } from "react";
import { ask, readMapMoments } from "../../../transport";
import { populationOf } from "../../asking";
import { ExportMenu } from "../../ExportMenu";
import { Problem } from "../../Problem";
import { saveBoard } from "../../saving";
import { useAsked } from "../../useAsked";
import { useOpenCustomers } from "../opening";
import { Lines, NO_OWN } from "./Lines";
import { MomentsPicture } from "./MomentsPicture";
import { MomentsTable } from "./MomentsTable";
import { type Moment, ofMap } from "./moment";

const JUDGED = [1, 5] as const;

/** The touchpoints of a map: importance as judged, quality as measured, else as judged. */
export function MapMomentsPart({ map }: { map: string }) {
  const [own, setOwn] = useState(NO_OWN);
  const [chosen, setChosen] = useState("");
  const open = useOpenCustomers();
  const lines = {
    ...(own.importance === null ? {} : { importance_line: own.importance }),
    ...(own.quality === null ? {} : { quality_line: own.quality }),
  };
  const { data, error } = useAsked(["moments", map, JSON.stringify(lines)], () =>
    ask(readMapMoments({ path: { id: map }, query: lines })),
  );
  if (error) return <Problem error={error} />;
  if (!data) return <p className="shelf-hint">{t`One moment…`}</p>;
  const { dataset = "" } = data;
  const moments = (data.items ?? []).map(ofMap);
  const show = ({ name, measure }: Moment) => {
    if (measure)
      open({ opened: { title: name, measure }, dataset, rows: populationOf(dataset, measure.question) });
  };
  const reach = (id: string) => {
    setChosen(id);
    const moment = moments.find((one) => one.id === id);
    if (moment) show(moment);
  };
  return (
    <>
      <div className="moments-bar">
        <Lines
          lines={data.lines}
          own={own}
          bounds={{ importance: JUDGED, quality: JUDGED }}
          onChange={setOwn}
        />
        <ExportMenu
          size="small"
          save={(format) => void saveBoard("/api/v1/moments/export", { map, ...lines, format })}
        />
      </div>
      {data.note ? <p className="shelf-hint">{data.note}</p> : null}
      {moments.length === 0 ? (
        <p className="shelf-hint">{t`This map has no touchpoints yet: draw some, and say how important they are.`}</p>
      ) : (
        <div className="moments-both">
          <MomentsPicture
            moments={moments}
            lines={data.lines}
            isDerived={false}
            scale={JUDGED}
            isLowGood={false}
            chosen={chosen}
            onOpen={reach}
          />
          <MomentsTable moments={moments} map={map} chosen={chosen} onOpen={show} />
        </div>
      )}
      <p className="shelf-hint">
        {t`Importance is what the team judged, from 1 to 5. Quality is the mean score of customers where they gave one from 1 to 5 (a disc with its interval), else what the team judged (a dashed ring). A diamond is a moment of truth.`}
      </p>
    </>
  );
}
