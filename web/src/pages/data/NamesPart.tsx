import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { Mapping, Trial } from "../../generated";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Tick } from "./Choice";
import { change } from "./doing";

const SHOWN = 12;

/** What happens in the first rows, with counts; what is no moment of a journey is left out by its tick. */
export function NamesPart({ trial, mapping }: { trial: Trial; mapping: Mapping }) {
  const [isWhole, setWhole] = useState(false);
  const out = mapping.leave_out ?? [];
  const kept = trial.names.filter(({ event }) => !out.includes(event));
  const total = kept.length + out.length;
  const shown = isWhole ? kept : kept.slice(0, SHOWN);
  const canLeave = mapping.kind === undefined || mapping.kind === "events" || mapping.kind === "wide";
  const toggle = (event: string, isOn: boolean) =>
    change({ ...mapping, leave_out: isOn ? out.filter((one) => one !== event) : [...out, event] });
  if (total === 0) return null;
  return (
    <section aria-label={t`What happens in it`}>
      <h3 className="trial-title">
        {t`What happens in it`} <span className="caption numbers">{plain(total)}</span>
      </h3>
      {canLeave ? (
        <p className="caption">{t`Untick what is no moment of a journey, such as page pings.`}</p>
      ) : null}
      <ul className="names">
        {shown.map(({ event, channel, count }) => (
          <li key={`${event}\u0000${channel}`}>
            {canLeave ? (
              <Tick name={t`Keep ${event}`} isOn onChange={(isOn) => toggle(event, isOn)}>
                <span dir="auto">{event}</span>
              </Tick>
            ) : (
              <span dir="auto">{event || t`about no event`}</span>
            )}
            {channel ? (
              <span className="import-badge" dir="auto">
                {channel}
              </span>
            ) : null}
            <span className="names-count numbers">{plain(count)}</span>
          </li>
        ))}
        {out.map((event) => (
          <li key={event} className="is-out">
            <Tick name={t`Keep ${event}`} isOn={false} onChange={(isOn) => toggle(event, isOn)}>
              <s dir="auto">{event}</s>
            </Tick>
            <span className="names-count">{t`left out`}</span>
          </li>
        ))}
      </ul>
      {kept.length > SHOWN ? (
        <Button size="small" onPress={() => setWhole(!isWhole)}>
          {isWhole ? t`Show fewer` : t`Show all ${plain(total)}`}
        </Button>
      ) : null}
    </section>
  );
}
