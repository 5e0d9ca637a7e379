import { t } from "@lingui/core/macro";
import type { Mapping, Trial } from "../../generated";
import { Tick, Typed } from "./Choice";
import { change } from "./doing";
import { PATH_WORDS } from "./words";

type PathRule = NonNullable<Mapping["clean_paths"]>[number];

const RULES: readonly PathRule[] = ["host", "query", "ids", "language", "slash", "lower"];
const SILENCE = 30; // minutes without an event after which web analytics begin a new visit

/** What is done to events on the way in: addresses cleaned, repetitions left out, sittings cut. */
export function RulesPart({ mapping, trial }: { mapping: Mapping; trial: Trial | null }) {
  const set = (part: Partial<Mapping>) => change({ ...mapping, ...part });
  const kind = mapping.kind ?? "events";
  if (kind !== "events" && kind !== "wide") return null;
  return (
    <section className="part" aria-label={t`On the way in`}>
      <h2 className="part-title">{t`On the way in`}</h2>
      {kind === "wide" ? (
        <Tick
          isOn={mapping.backwards === "refuse"}
          onChange={(refuses) => set({ backwards: refuses ? "refuse" : "keep" })}
        >
          {t`Refuse rows whose moments run backwards in time; else each event keeps its own time and is reported`}
        </Tick>
      ) : (
        <>
          <Tick isOn={mapping.only_changes ?? false} onChange={(only_changes) => set({ only_changes })}>
            {t`A row that repeats the last state is no event, as in logs of tickets`}
          </Tick>
          <Sessions mapping={mapping} set={set} />
          <Paths mapping={mapping} set={set} trial={trial} />
        </>
      )}
    </section>
  );
}

interface RuleProps {
  mapping: Mapping;
  set: (part: Partial<Mapping>) => void;
}

function Sessions({ mapping: { session_gap }, set }: RuleProps) {
  const isCut = session_gap != null;
  return (
    <div className="rule">
      <Tick isOn={isCut} onChange={(cuts) => set({ session_gap: cuts ? SILENCE : null })}>
        {t`Cut each customer's events into visits`}
      </Tick>
      {isCut ? (
        <Typed
          label={t`after so many minutes of silence`}
          isNumber
          value={String(session_gap)}
          onChange={(text) => set({ session_gap: minutes(text) })}
        />
      ) : null}
    </div>
  );
}

function minutes(text: string): number {
  return Math.min(10_080, Math.max(1, Math.round(Number(text)) || 1));
}

function Paths({ mapping, set, trial }: RuleProps & { trial: Trial | null }) {
  const rules = mapping.clean_paths ?? [];
  const toggle = (rule: PathRule, isOn: boolean) =>
    set({ clean_paths: RULES.filter((one) => (one === rule ? isOn : rules.includes(one))) });
  return (
    <fieldset className="rule">
      <legend className="field-label">{t`Where events are web addresses`}</legend>
      <div className="ticks">
        {RULES.map((rule) => (
          <Tick key={rule} isOn={rules.includes(rule)} onChange={(isOn) => toggle(rule, isOn)}>
            {PATH_WORDS[rule]}
          </Tick>
        ))}
      </div>
      {rules.length > 0 && trial ? <Cleaned trial={trial} /> : null}
    </fieldset>
  );
}

function Cleaned({ trial: { cleaned } }: { trial: Trial }) {
  if (cleaned.length === 0) return <p className="caption">{t`No name in the first rows changes by it.`}</p>;
  return (
    <ul className="cleaned">
      {cleaned.slice(0, 5).map(({ was, now }) => (
        <li key={was} dir="ltr">
          <s>{was}</s> → <b>{now}</b>
        </li>
      ))}
    </ul>
  );
}
