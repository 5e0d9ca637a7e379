import { t } from "@lingui/core/macro";
import { ChevronLeft } from "lucide-react";
import { Button } from "../../ui/Button";
import { dated, shortDay } from "../../ui/format";
import { pathOf } from "../asking";
import { Moments } from "../Population";
import { Problem } from "../Problem";
import { useAsked } from "../useAsked";
import { hues } from "./barcode";
import { useDesk } from "./desk";
import { timeline } from "./timeline";
import { Waiting } from "./Waiting";

const ROW = 34; // pixels of a channel

/** All that one customer did: to scale, and below it moment by moment. */
export function Journey({ customer, onBack }: { customer: string; onBack: () => void }) {
  const { dataset } = useDesk();
  const { data, error } = useAsked(["path", dataset, customer], () => pathOf(dataset, customer));
  if (error) return <Problem error={error} />;
  if (!data) return <Waiting />;
  const moments = data.moments.map((moment) => ({ ...moment, channel: moment.channel ?? "" }));
  const { dots, channels, marks } = timeline(moments);
  const colours = hues(moments.map(({ event }) => event));
  return (
    <section className="explore-whole lifeline">
      <header className="lifeline-head">
        <Button size="small" look="edged" onPress={onBack}>
          <ChevronLeft size={14} className="mirrors" /> {t`All customers`}
        </Button>
        <h2 className="numbers">{t`Customer ${customer.slice(0, 10)}`}</h2>
      </header>
      <figure className="lifeline-picture" aria-label={t`Journey to scale`}>
        {channels.map((channel, row) => (
          <div key={channel} className="lifeline-row" style={{ blockSize: ROW }}>
            <span className="caption" dir="auto">
              {channel || t`no channel`}
            </span>
            <span className="lifeline-line">
              {dots
                .filter((dot) => dot.row === row)
                .map(({ moment, x }) => (
                  <span
                    key={`${moment.time} ${moment.event} ${moment.question ?? ""}`}
                    className={`lifeline-dot ${moment.is_answer ? "is-answer" : ""}`}
                    title={`${moment.event}, ${dated(moment.time, moment.whole_day)}`}
                    style={{ insetInlineStart: `${x * 100}%`, background: colours.get(moment.event) }}
                  />
                ))}
            </span>
          </div>
        ))}
        <div className="lifeline-row">
          <span />
          <span className="lifeline-line is-axis numbers">
            {marks.map(({ at, x }) => (
              <span key={at} className="caption" style={{ insetInlineStart: `${x * 100}%` }}>
                {shortDay(at)}
              </span>
            ))}
          </span>
        </div>
      </figure>
      <Moments moments={data.moments} />
    </section>
  );
}
