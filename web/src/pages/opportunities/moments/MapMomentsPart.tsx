import { t } from "@lingui/core/macro";
import { Lightbulb, Plus } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { MapMoments } from "../../../generated";
import { ask, openMapMoment, readMapMoments } from "../../../transport";
import { plain } from "../../../ui/format";
import type { Choices } from "../../../ui/Menu";
import { Select } from "../../../ui/Select";
import { populationOf } from "../../asking";
import { ExportMenu } from "../../ExportMenu";
import { useShelf, useShelved } from "../../library/context";
import { Problem } from "../../Problem";
import { saveBoard } from "../../saving";
import { useAsked } from "../../useAsked";
import { OPPORTUNITIES } from "../addresses";
import { useSaved } from "../data";
import { useOpenCustomers } from "../opening";
import { Lines, NO_OWN, Weighted } from "./Lines";
import { MomentsPicture } from "./MomentsPicture";
import { MomentsTable } from "./MomentsTable";
import { useMaking } from "./making";
import { type Axis, isToImprove, type Moment, ofMap } from "./moment";

const JUDGED = [1, 5] as const;
const DERIVED = [-1, 1] as const;
const AS_JUDGED = ":judged";

/** The touchpoints of a map: importance as derived or judged, quality as measured, else as judged. */
export function MapMomentsPart({ map }: { map: string }) {
  const [own, setOwn] = useState(NO_OWN);
  const [overall, setOverall] = useState<string | null>(null);
  const [weighted, setWeighted] = useState(true);
  const asked = {
    weighted,
    judged: overall === AS_JUDGED,
    ...questionIn(overall),
    ...(own.importance === null ? {} : { importance_line: own.importance }),
    ...(own.quality === null ? {} : { quality_line: own.quality }),
  };
  const { data, error } = useAsked(["moments", map, JSON.stringify(asked), useSaved()], () =>
    ask(readMapMoments({ path: { id: map }, query: asked })),
  );
  if (error) return <Problem error={error} />;
  if (!data) return <p className="shelf-hint">{t`One moment…`}</p>;
  const isDerived = data.derived ?? false;
  return (
    <>
      <div className="moments-bar">
        <From
          data={data}
          value={isDerived ? (data.overall ?? "") : AS_JUDGED}
          onChange={(chosen) => {
            setOverall(chosen);
            setOwn(NO_OWN);
          }}
        />
        <Lines
          lines={data.lines}
          own={own}
          bounds={{ importance: isDerived ? DERIVED : JUDGED, quality: JUDGED }}
          onChange={setOwn}
        />
        {data.has_weights && isDerived ? (
          <Weighted isOn={data.weighted ?? false} onChange={setWeighted} />
        ) : null}
        <ExportMenu
          size="small"
          save={(format) => void saveBoard("/api/v1/moments/export", { map, ...asked, format })}
        />
      </div>
      {data.note ? <p className="shelf-hint">{data.note}</p> : null}
      <Body map={map} data={data} asked={asked} isDerived={isDerived} />
      <p className="shelf-hint">{isDerived ? howDerived(data.overall || t`the score`) : howJudged()}</p>
    </>
  );
}

interface FromProps {
  data: MapMoments;
  value: string;
  onChange: (overall: string) => void;
}

/** Where importance comes from: from how ratings go with an overall one, or from what the team judged. */
function From({ data, value, onChange }: FromProps) {
  const { questions = [] } = data;
  if (questions.length === 0) return null;
  return (
    <Select
      label={t`Importance`}
      value={value}
      options={[
        ...questions.map((question) => ({ id: question, label: goesWith(question || t`the score`) })),
        { id: AS_JUDGED, label: t`As the team judged it` },
      ]}
      onChange={onChange}
    />
  );
}

interface BodyProps {
  map: string;
  data: MapMoments;
  asked: Readonly<Record<string, string | number | boolean>>;
  isDerived: boolean;
}

function Body({ map, data, asked, isDerived }: BodyProps) {
  const [chosen, setChosen] = useState("");
  const { dataset = "" } = data;
  const overall = data.overall || t`the score`;
  const show = useShowing(map, dataset, overall, asked);
  const make = useMaking({ map, dataset, overall });
  const moments = (data.items ?? []).map((one) => ofMap(one, isDerived));
  const onMake = (moment: Moment) => {
    if (moment.of) void make(moment.of);
  };
  const menuOf = useMenu(moments, show, onMake);
  const reach = (id: string) => {
    setChosen(id);
    const moment = moments.find((one) => one.id === id);
    if (moment) show(moment, "quality");
  };
  if (moments.length === 0)
    return (
      <p className="shelf-hint">{t`This map has no touchpoints yet: draw some, and say how important they are.`}</p>
    );
  return (
    <div className="moments-both">
      <MomentsPicture
        moments={moments}
        lines={data.lines}
        isDerived={isDerived}
        scale={JUDGED}
        isLowGood={false}
        chosen={chosen}
        onOpen={reach}
        menuOf={menuOf}
      />
      <MomentsTable moments={moments} map={map} chosen={chosen} onOpen={show} onMake={onMake} />
    </div>
  );
}

/** Opens the customers behind a number: the answers of a quality, the pairs of a derived importance. */
function useShowing(map: string, dataset: string, overall: string, asked: BodyProps["asked"]) {
  const open = useOpenCustomers();
  return ({ name, measure, importance, n, of }: Moment, axis: Axis) => {
    if (axis === "quality" && measure)
      open({ opened: { title: name, measure }, dataset, rows: populationOf(dataset, measure.question) });
    if (axis !== "importance" || !importance || !of || n.importance === null) return;
    const { card, late = false } = of;
    const { value, low = null, high = null } = importance;
    const definition = late
      ? t`Of each customer the share of promises that was kept there, of those who also answered “${overall}”; the importance is how strongly both go together.`
      : t`What each customer rated there, of those who also answered “${overall}”; the importance is how strongly both go together.`;
    const measured = { value, low, high, unit: "score", n: n.importance, customers: n.importance };
    open({
      opened: { title: name, measure: { ...measured, definition, note: t`Correlation ${plain(value, 2)}.` } },
      dataset,
      rows: {
        key: ["moment", map, JSON.stringify(asked), card, late],
        page: (offset, limit) =>
          ask(openMapMoment({ path: { id: map }, body: { ...asked, card, late, offset, limit } })),
      },
    });
  };
}

/** What can be done with a point. */
function useMenu(
  moments: readonly Moment[],
  show: (moment: Moment, axis: Axis) => void,
  make: (moment: Moment) => void,
) {
  const { isReadOnly } = useShelf();
  const known = useShelved("opportunity");
  const navigate = useNavigate();
  return (id: string): Choices => {
    const moment = moments.find((one) => one.id === id);
    if (!moment) return [];
    const { opportunity } = moment;
    const open: Choices = moment.measure
      ? [{ id: "open", label: t`Open its answers`, act: () => show(moment, "quality") }]
      : [];
    if (known.has(opportunity)) {
      const act = () => void navigate(`${OPPORTUNITIES}/${opportunity}`);
      return [{ id: "go", label: t`Go to its opportunity`, icon: <Lightbulb size={14} />, act }, ...open];
    }
    if (!isToImprove(moment) || isReadOnly) return open;
    const icon = <Plus size={14} />;
    return [{ id: "make", label: t`Make an opportunity`, icon, act: () => make(moment) }, ...open];
  };
}

function howDerived(overall: string): string {
  return t`Importance is derived, not asked: how strongly what customers rated at a touchpoint, or whether its promise was kept, goes with their answer to “${overall}” (Pearson's correlation, 0 not at all, 1 fully; from 0.3 on it matters). It is no proof of cause. Where nothing can be derived, importance stays as the team judged it: it is listed as judged and not drawn. Bars are 95% intervals. The menu of a point (right-click, or Shift+F10) makes an opportunity of it.`;
}

function howJudged(): string {
  return t`Importance is what the team judged, from 1 to 5. Quality is the mean score of customers where they gave one from 1 to 5 (a disc with its interval), else what the team judged (a dashed ring). A diamond is a moment of truth.`;
}

/** The overall question, where one was chosen. */
const questionIn = (chosen: string | null): Record<string, string> =>
  chosen && chosen !== AS_JUDGED ? { overall: chosen } : {};

const goesWith = (question: string) => t`Goes with “${question}”`;
