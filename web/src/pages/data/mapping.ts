import type { MessageDescriptor as Words } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Mapping, Preview } from "../../generated";

// What a person may correct of a proposed mapping, by the kind of the file.

export type Kind = NonNullable<Mapping["kind"]>;

export interface FieldOf {
  name: keyof Mapping;
  label: Words;
  kind: "column" | "words" | "number";
  hint?: Words;
}

const WHO: FieldOf = {
  name: "customer",
  label: msg`Customer`,
  kind: "column",
  hint: msg`becomes a pseudonym`,
};
const WHEN: FieldOf = { name: "time", label: msg`When`, kind: "column" };

export const FIELDS: Record<Kind, FieldOf[]> = {
  events: [
    WHO,
    WHEN,
    { name: "event", label: msg`What happened`, kind: "column" },
    { name: "event_is", label: msg`or always`, kind: "words" },
    { name: "channel", label: msg`Channel`, kind: "column" },
    { name: "channel_is", label: msg`or always`, kind: "words" },
    { name: "due", label: msg`Promised for`, kind: "column" },
  ],
  answers: [
    WHO,
    WHEN,
    { name: "score", label: msg`Score`, kind: "column" },
    { name: "scale_min", label: msg`Worst score`, kind: "number" },
    { name: "scale_max", label: msg`Best score`, kind: "number" },
    { name: "question", label: msg`Question`, kind: "column" },
    { name: "question_is", label: msg`or always`, kind: "words" },
    { name: "about", label: msg`About the event`, kind: "column" },
    { name: "about_is", label: msg`or always`, kind: "words" },
    { name: "text", label: msg`What was written`, kind: "column" },
    { name: "channel", label: msg`Channel`, kind: "column" },
  ],
  wide: [WHO],
  customers: [WHO],
  aliases: [WHO],
};

/** The dataset that a file most likely goes into: answers join the customers that are here, events begin anew. */
export function nameFor(
  preview: Pick<Preview, "file" | "mapping">,
  datasets: readonly { name: string }[],
): string {
  const here = preview.mapping?.kind === "answers" ? datasets[0]?.name : undefined;
  return here ?? preview.file.replace(/\.gz$/i, "").replace(/\.[^.]+$/, "");
}

/** The mapping with only what its kind uses; what another kind filled in would be refused or misread. */
export function trimmed(mapping: Mapping): Mapping {
  const kind = mapping.kind ?? "events";
  const used = new Set<string>(FIELDS[kind].map((field) => field.name));
  const foreign = Object.values(FIELDS)
    .flat()
    .map((field) => field.name)
    .filter((name) => !used.has(name));
  const kept = Object.entries(mapping).filter(([name]) => !foreign.includes(name as keyof Mapping));
  const steps = kind === "wide" ? (mapping.steps ?? []).filter((step) => step.column && step.event) : [];
  return { ...(Object.fromEntries(kept) as unknown as Mapping), kind, steps };
}
