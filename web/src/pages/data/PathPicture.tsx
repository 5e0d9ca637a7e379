import { t } from "@lingui/core/macro";
import type { CustomerMoment, CustomerPath } from "../../generated";
import { hours, plain } from "../../ui/format";
import { region } from "../../ui/language";
import { Face } from "../../ui/Marks";

const SHOWN = 12;
const HOUR = 3_600_000;

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
  const { event, channel, time, due, is_answer, question, score, text } = moment;
  const isSame = before?.time === time;
  const isLate = due != null && new Date(time) > new Date(due);
  return (
    <li className={is_answer ? "is-answer" : ""}>
      {before && !isSame ? (
        <span className="journey-gap caption">{gapInWords(before.time, time)}</span>
      ) : null}
      <span className="journey-dot" aria-hidden>
        {is_answer && score != null ? <Face score={moodOf(moment)} size={16} /> : null}
      </span>
      <span className="journey-what">
        <b dir="auto">{is_answer ? answerInWords(score, question) : event}</b>
        {text ? <q dir="auto">{text}</q> : null}
        <span className="caption">
          {[
            isSame ? "" : dated(time),
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

function gapInWords(from: string, until: string): string {
  return t`${hours((new Date(until).getTime() - new Date(from).getTime()) / HOUR)} later`;
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

/** A moment; a day alone where the file knows no hours. */
function dated(at: string): string {
  const date = new Date(at);
  const day = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  const isDay = date.getTime() % (24 * HOUR) === 0;
  const options = isDay ? day : ({ ...day, hour: "2-digit", minute: "2-digit" } as const);
  return date.toLocaleString(region(), options);
}
