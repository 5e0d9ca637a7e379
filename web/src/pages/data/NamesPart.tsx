import { t } from "@lingui/core/macro";
import { useRef, useState } from "react";
import type { Mapping, Trial, TrialName } from "../../generated";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Tick } from "./Choice";
import { change } from "./doing";

const SHOWN = 12;

/** What happens in the first rows, with counts; what is no moment of a journey is left out by its tick. */
export function NamesPart({ trial, mapping }: { trial: Trial; mapping: Mapping }) {
  const [isWhole, setWhole] = useState(false);
  const out = mapping.leave_out ?? [];
  const seen = useRef<readonly TrialName[]>([]);
  seen.current = inPlace(seen.current, trial.names, out);
  const total = seen.current.length;
  const shown = isWhole ? seen.current : seen.current.slice(0, SHOWN);
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
        {shown.map((name) => (
          <Name
            key={keyOf(name)}
            name={name}
            isOut={out.includes(name.event)}
            {...(canLeave ? { toggle } : {})}
          />
        ))}
      </ul>
      {total > SHOWN ? (
        <Button size="small" onPress={() => setWhole(!isWhole)}>
          {isWhole ? t`Show fewer` : t`Show all ${plain(total)}`}
        </Button>
      ) : null}
    </section>
  );
}

interface NameProps {
  name: TrialName;
  isOut: boolean;
  toggle?: (event: string, isOn: boolean) => void;
}

function Name({ name: { event, channel, count }, isOut, toggle }: NameProps) {
  return (
    <li>
      {toggle ? (
        <Tick name={t`Keep ${event}`} isOn={!isOut} onChange={(isOn) => toggle(event, isOn)}>
          {isOut ? <s dir="auto">{event}</s> : <span dir="auto">{event}</span>}
        </Tick>
      ) : (
        <span dir="auto">{event || t`about no event`}</span>
      )}
      {channel ? (
        <span className="import-badge" dir="auto">
          {channel}
        </span>
      ) : null}
      <span className="names-count numbers">{isOut ? t`left out` : plain(count)}</span>
    </li>
  );
}

function keyOf({ event, channel }: TrialName): string {
  return `${event}\u0000${channel}`;
}

/** The names where they stood before, so that one that is left out stays under the pointer and in focus. */
function inPlace(
  before: readonly TrialName[],
  now: readonly TrialName[],
  out: readonly string[],
): readonly TrialName[] {
  const fresh = new Map(now.map((name) => [keyOf(name), name]));
  const stood = before.flatMap((name) => fresh.get(keyOf(name)) ?? (out.includes(name.event) ? [name] : []));
  const known = new Set(stood.map(keyOf));
  const unseen = out.filter((event) => !stood.some((name) => name.event === event));
  return [
    ...stood,
    ...now.filter((name) => !known.has(keyOf(name))),
    ...unseen.map((event) => ({ event, channel: "", count: 0 })),
  ];
}
