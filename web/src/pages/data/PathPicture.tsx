import { t } from "@lingui/core/macro";
import type { CustomerMoment, CustomerPath } from "../../generated";
import { dated, hours, inSession, plain } from "../../ui/format";
import { Face } from "../../ui/Marks";

const SHOWN = 12;
const HOUR = 3_600_000;
const SHORTEST_DAY = 23; // hours, when clocks go forward

/** One customer's moments in order, as a little journey: dots on a line, and the time between them. */
export function PathPicture({ path }: { path: CustomerPath }) {
  const { moments, customer } = path;
  const more = moments.length - SHOWN;
  const short = customer.slice(0, 8);
  return (
    <section aria-label={t`One customer's path`}>
      <h3 className="trial-title">
        {t`One customer's path`} <span className="caption numbers">{short}</span>
      </h3>
      <ol className="journey numbers">
        {moments.slice(0, SHOWN).map((moment, place) => (
          <Moment
            // biome-ignore lint/suspicious/noArrayIndexKey: moments in order, which may be the same
            key={place}
            moment={moment}
            before={moments[place - 1]}
          />
        ))}
      </ol>
      {more > 0 ? <p className="caption">{t`and ${plain(more)} more`}</p> : null}
    </section>
  );
}

function Moment({ moment, before }: { moment: CustomerMoment; before: CustomerMoment | undefined }) {
  const { event, channel, time, whole_day, session, due, is_answer, question, score, text } = moment;
  const isSame = before?.time === time;
  const gap = before ? gapInWords(before, moment) : "";
  const isLate = due != null && new Date(time) > new Date(due);
  return (
    <li className={is_answer ? "is-answer" : ""}>
      {gap ? <span className="journey-gap caption">{gap}</span> : null}
      <span className="journey-dot" aria-hidden>
        {is_answer && score != null ? <Face score={moodOf(moment)} size={16} /> : null}
      </span>
      <span className="journey-what">
        <b dir="auto">{is_answer ? answerInWords(score, question) : event}</b>
        {text ? <q dir="auto">{text}</q> : null}
        <span className="caption">
          {[
            isSame ? "" : dated(time, whole_day, "UTC"),
            inSession(session),
            channel,
            is_answer && event ? t`about ${event}` : "",
            due ? (isLate ? t`late` : t`as promised`) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
    </li>
  );
}

function gapInWords(before: CustomerMoment, moment: CustomerMoment): string {
  const gap = (new Date(moment.time).getTime() - new Date(before.time).getTime()) / HOUR;
  if (before.whole_day && gap < SHORTEST_DAY) return t`order not known`;
  return gap === 0 ? "" : t`${hours(gap)} later`;
}

function answerInWords(score: number | null | undefined, question: string | undefined): string {
  const said = score == null ? t`said` : plain(score, score % 1 ? 1 : 0);
  return question ? t`${said} to ${question}` : said;
}

/** A score on its scale as one of the five faces. */
function moodOf({ score, scale }: CustomerMoment): number {
  const [low, high] = scale ?? [1, 5];
  return Math.round((((score ?? low) - low) / Math.max(1, high - low)) * 4 - 2);
}
