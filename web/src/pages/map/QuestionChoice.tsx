import { i18n, type MessageDescriptor as Words } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import type { Question } from "../../ui/measure";
import { Select } from "../../ui/Select";

type Kind = Question["kind"];

export const MEASURES: [Kind, Words, Words][] = [
  ["reach", msg`Customers reached`, msg`share of all customers who come here`],
  ["drop-off", msg`Drop-off`, msg`share who come here and go no further`],
  ["flow", msg`Flow`, msg`customers who go straight from here to there`],
  ["funnel", msg`Funnel`, msg`share of those before who come this far`],
  ["duration", msg`Time`, msg`median time spent here`],
  ["score", msg`Mean score`, msg`of the answers about here`],
  ["nps", msg`Net Promoter Score`, msg`of the answers about here`],
  ["late", msg`Late`, msg`share that came after the promised time`],
];

interface QuestionChoiceProps {
  question: Question | null;
  /** Where customers come. */
  places: { id: string; label: string; hint?: string }[];
  /** The place that is asked about where nothing else was said. */
  own: string;
  onChange: (question: Question | null) => void;
}

/** What is asked: the kind of number, and about which places. */
export function QuestionChoice({ question, places, own, onChange }: QuestionChoiceProps) {
  const first = firstOf(question) || own || places[0]?.id || "";
  const second = secondOf(question) || places.find((place) => place.id !== first)?.id || "";
  const kind = question?.kind ?? "";
  const ask = (next: string, here: string, there: string) =>
    onChange(next ? questionFor(next as Kind, here, there) : null);
  return (
    <>
      <Select
        label={t`What it measures`}
        value={kind}
        placeholder={t`Choose`}
        options={[
          { id: "", label: t`Nothing` },
          ...MEASURES.map(([id, label, hint]) => ({ id, label: i18n._(label), hint: i18n._(hint) })),
        ]}
        onChange={(next) => ask(next, first, second)}
      />
      {question ? (
        <Select
          label={hasTwo(question) ? t`From` : t`At`}
          value={first}
          options={places}
          onChange={(here) => ask(kind, here, second)}
        />
      ) : null}
      {question && hasTwo(question) ? (
        <Select label={t`To`} value={second} options={places} onChange={(there) => ask(kind, first, there)} />
      ) : null}
    </>
  );
}

function hasTwo(question: Question): boolean {
  return question.kind === "flow" || question.kind === "funnel" || question.kind === "drop-off";
}

function firstOf(question: Question | null): string {
  if (!question) return "";
  if (question.kind === "flow") return question.source[0] ?? "";
  if (question.kind === "funnel") return question.places[0]?.[0] ?? "";
  return question.at[0] ?? "";
}

function secondOf(question: Question | null): string {
  if (question?.kind === "flow") return question.target[0] ?? "";
  if (question?.kind === "funnel") return question.places.at(-1)?.[0] ?? "";
  return question?.kind === "drop-off" ? (question.onward[0] ?? "") : "";
}

/** A question about one place, or from one to another where it takes two. */
export function questionFor(kind: Kind, here: string, there: string): Question {
  if (kind === "flow") return { kind, source: [here], target: [there], statistic: "share" };
  if (kind === "funnel") return { kind, places: [[here], [there]] };
  if (kind === "drop-off") return { kind, at: [here], onward: [there] };
  return { kind, at: [here] };
}
