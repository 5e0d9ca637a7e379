import type { MessageDescriptor as Words } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import type { Mapping } from "../../generated";
import { Typed } from "./Choice";
import { change } from "./doing";

interface Constant {
  name: "event_is" | "channel_is" | "time_is" | "question_is" | "about_is" | "language_is";
  label: Words;
  hint: Words;
  /** The column that would say it row by row: with it, nothing holds for all. */
  column: "event" | "channel" | "time" | "question" | "about" | "language";
}

const TIME: Constant = { name: "time_is", column: "time", label: msg`When`, hint: msg`such as 2026-05-15` };
const CHANNEL: Constant = {
  name: "channel_is",
  column: "channel",
  label: msg`By what means`,
  hint: msg`such as phone`,
};
const OFFERED: Readonly<Record<string, readonly Constant[]>> = {
  events: [
    { name: "event_is", column: "event", label: msg`What happened`, hint: msg`such as Called` },
    CHANNEL,
    TIME,
  ],
  wide: [CHANNEL],
  answers: [
    {
      name: "about_is",
      column: "about",
      label: msg`About the event`,
      hint: msg`the last before the answer`,
    },
    TIME,
    CHANNEL,
    { name: "question_is", column: "question", label: msg`Which question`, hint: msg`such as NPS` },
    { name: "language_is", column: "language", label: msg`Language`, hint: msg`told from each text` },
  ],
};

/** What no column says, because it is the same in every row. */
export function SameForAll({ mapping }: { mapping: Mapping }) {
  const isAsked = (mapping.asked?.length ?? 0) > 0;
  const open = (OFFERED[mapping.kind ?? "events"] ?? []).filter(
    ({ name, column }) => !mapping[column] && !(name === "question_is" && (isAsked || !mapping.score)),
  );
  if (open.length === 0) return null;
  return (
    <section className="part" aria-label={t`The same in every row`}>
      <h2 className="part-title">{t`The same in every row`}</h2>
      <p className="part-said">{t`What no column says, and holds for the whole file.`}</p>
      <div className="part-fields">
        {open.map(({ name, label, hint }) => (
          <Typed
            key={name}
            label={i18n._(label)}
            value={mapping[name] ?? ""}
            placeholder={i18n._(hint)}
            onChange={(text) => change({ ...mapping, [name]: text })}
          />
        ))}
      </div>
    </section>
  );
}
