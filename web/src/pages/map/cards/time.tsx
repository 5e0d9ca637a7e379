import { t } from "@lingui/core/macro";
import { ArrowDown, ArrowUp, Check } from "lucide-react";
import { hoursFrom } from "../../../editor/duration";
import { pace } from "../../../editor/pace";
import type { Card } from "../../../generated";
import { hours, interval, inWords } from "../../../ui/format";
import { durationInWords } from "../../../ui/words";
import { type Measure, useEditor, useReadings } from "../context";
import { isTold } from "../emotion";
import { Customers, MeasureBody } from "../MeasureBody";
import type { BodyProps, Face } from "./face";

function TimeBody({ id, card }: BodyProps) {
  const measured = useMeasured(id, card);
  return (
    <>
      {card.expected_hours == null ? null : (
        <span className="card-expected">
          <b className="measure-value numbers">{durationInWords(card.expected_hours)}</b>
          <span className="caption">{t`expected`}</span>
        </span>
      )}
      {card.question && measured?.isOwn !== true ? <MeasureBody id={id} card={card} /> : null}
      {measured && (measured.isOwn || !card.question) ? <Beside card={card} {...measured} /> : null}
    </>
  );
}

interface MeasuredTime {
  reading: Measure & { value: number };
  /** Whether it is of the whole stage, of which this step is a part. */
  isOfStage: boolean;
  isOwn: boolean;
}

/** The measured time beside what is expected: what the card itself asks, else that of its stage. */
function useMeasured(id: string, card: Card): MeasuredTime | null {
  const { cards, stages } = useReadings();
  const column = useEditor((state) => state.sheet.steps.find((one) => one.id === card.step));
  const isAlone = column?.isFirst === true && column.isLast;
  const own = cards[id];
  if (isTold(own) && own.unit === "hours") return { reading: own, isOfStage: false, isOwn: true };
  const stage = stages[column?.stage ?? ""]?.duration;
  return isTold(stage) ? { reading: stage, isOfStage: !isAlone, isOwn: false } : null;
}

function Beside({ card, reading, isOfStage }: MeasuredTime & { card: Card }) {
  const { value, low, high, unit } = reading;
  const said = low != null && high != null ? `, ${interval(low, high, unit, value)}` : "";
  return (
    <>
      <span className="caption numbers" title={`${reading.definition} ${inWords(reading)}`}>
        {isOfStage ? t`stage: ${hours(value)} measured` : t`${hours(value)} measured`}
        {said} · <Customers reading={reading} name={t`Time`} />
      </span>
      {isOfStage ? null : <Pace expected={card.expected_hours} reading={reading} />}
    </>
  );
}

const LOOKS = {
  over: { Icon: ArrowUp, look: "is-bad" },
  under: { Icon: ArrowDown, look: "is-good" },
  same: { Icon: Check, look: "" },
};

function Pace({
  expected,
  reading,
}: {
  expected: number | null | undefined;
  reading: MeasuredTime["reading"];
}) {
  const found = pace(expected, reading);
  if (!found) return null;
  const { Icon, look } = LOOKS[found.side];
  return (
    <span className={`measure-delta numbers ${look}`}>
      <Icon size={12} aria-hidden /> {paceInWords(found)}
    </span>
  );
}

function paceInWords({ side, by }: NonNullable<ReturnType<typeof pace>>): string {
  if (side === "over") return t`${hours(by)} over`;
  return side === "under" ? t`${hours(by)} under` : t`as expected`;
}

function factsOf(card: Card, _: unknown, reading: Measure | undefined): string[] {
  const { expected_hours: expected } = card;
  const said = expected == null ? [] : [t`${durationInWords(expected)} expected`];
  if (!isTold(reading)) return said;
  const found = reading.unit === "hours" ? pace(expected, reading) : null;
  return [...said, t`measured ${inWords(reading)}`, ...(found ? [paceInWords(found)] : [])];
}

/** How long it should take, and how long it takes. */
export const TIME: Face = {
  Body: TimeBody,
  facts: factsOf,
  says: (card) => card.expected_hours != null,
  takes: (typed, { expected_hours }) => {
    const hours = /\d\s*\p{L}/u.test(typed) ? hoursFrom(typed) : null;
    return hours == null || expected_hours != null ? null : { expected_hours: hours };
  },
  empty: () => t`Say how long it takes`,
  proof: "number",
};
