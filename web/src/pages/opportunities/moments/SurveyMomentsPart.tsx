import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { SurveyMoments } from "../../../generated";
import { ask, openSurveyMoment, readSurveyMoments } from "../../../transport";
import { plain } from "../../../ui/format";
import { Select } from "../../../ui/Select";
import { ExportMenu } from "../../ExportMenu";
import type { OpenedNumber } from "../../Population";
import { Problem } from "../../Problem";
import { saveBoard } from "../../saving";
import { useAsked } from "../../useAsked";
import { useOpenCustomers } from "../opening";
import { Lines, NO_OWN, Weighted } from "./Lines";
import { MomentsPicture } from "./MomentsPicture";
import { MomentsTable } from "./MomentsTable";
import { type Axis, type Moment, ofSurvey } from "./moment";

/** The items of a survey: importance derived from the answers, against the mean rating. */
export function SurveyMomentsPart({ dataset }: { dataset: string }) {
  const [overall, setOverall] = useState("");
  const [weighted, setWeighted] = useState(true);
  const [own, setOwn] = useState(NO_OWN);
  const [chosen, setChosen] = useState("");
  const open = useOpenCustomers();
  const asked = {
    dataset,
    overall,
    weighted,
    ...(own.importance === null ? {} : { importance_line: own.importance }),
    ...(own.quality === null ? {} : { quality_line: own.quality }),
  };
  const { data, error } = useAsked(["moments", JSON.stringify(asked)], () =>
    ask(readSurveyMoments({ query: asked })),
  );
  if (error) return <Problem error={error} />;
  if (!data) return <p className="shelf-hint">{t`One moment…`}</p>;
  const moments = (data.items ?? []).map(ofSurvey);
  const show = (moment: Moment, axis: Axis) =>
    open({
      opened: openedOf(data, moment, axis),
      dataset,
      rows: {
        key: ["moment", JSON.stringify(asked), moment.id, axis],
        page: (offset, limit) =>
          ask(openSurveyMoment({ body: { ...asked, question: moment.id, number: axis, offset, limit } })),
      },
    });
  const reach = (id: string) => {
    setChosen(id);
    const moment = moments.find((one) => one.id === id);
    if (moment) show(moment, "quality");
  };
  return (
    <>
      <div className="moments-bar">
        <Select
          label={t`Overall rating`}
          value={data.overall}
          options={data.questions.map((question) => ({ id: question, label: question }))}
          onChange={setOverall}
        />
        <Lines
          lines={data.lines ?? null}
          own={own}
          bounds={{ importance: [-1, 1], quality: data.scale ?? [1, 5] }}
          onChange={setOwn}
        />
        {data.has_weights ? <Weighted isOn={data.weighted} onChange={setWeighted} /> : null}
        <ExportMenu
          size="small"
          save={(format) => void saveBoard("/api/v1/moments/export", { ...asked, format })}
        />
      </div>
      {data.lines ? (
        <div className="moments-both">
          <MomentsPicture
            moments={moments}
            lines={data.lines}
            isDerived
            scale={data.scale ?? [1, 5]}
            isLowGood={data.better === "low"}
            chosen={chosen}
            onOpen={reach}
          />
          <MomentsTable moments={moments} map="" chosen={chosen} onOpen={show} />
        </div>
      ) : (
        <>
          <p className="shelf-hint">
            {t`Nothing can be placed yet: it takes two rated questions or more that the same customers answered at one moment.`}
          </p>
          {moments.length > 0 ? <MomentsTable moments={moments} map="" chosen="" onOpen={show} /> : null}
        </>
      )}
      <p className="shelf-hint">
        {data.weighted
          ? t`Importance is derived, not asked: how strongly the rating of an item goes with the overall rating (Pearson's correlation, 0 not at all, 1 fully). It is no proof of cause. Bars are 95% intervals; each answer counts for the people it stands for.`
          : t`Importance is derived, not asked: how strongly the rating of an item goes with the overall rating (Pearson's correlation, 0 not at all, 1 fully). It is no proof of cause. Bars are 95% intervals; each answer counts once.`}
      </p>
    </>
  );
}

function openedOf(data: SurveyMoments, moment: Moment, axis: Axis): Omit<OpenedNumber, "rows"> {
  const estimate = moment[axis];
  const definition =
    axis === "quality"
      ? t`All ratings of “${moment.name}”; their mean is the quality.`
      : t`The ratings of “${moment.name}” by those who also answered “${data.overall}” at the same moment; the importance is how strongly both go together.`;
  return {
    title: moment.name,
    measure: {
      value: estimate?.value ?? null,
      low: estimate?.low ?? null,
      high: estimate?.high ?? null,
      unit: "score",
      n: moment.n[axis] ?? 0,
      customers: null,
      definition,
      note: axis === "importance" && estimate ? t`Correlation ${plain(estimate.value, 2)}.` : "",
    },
  };
}
