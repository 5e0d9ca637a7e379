import type { Question } from "../../ui/measure";
import { Select } from "../../ui/Select";
import { useEditor, useLibrary } from "./context";

type Kind = Question["kind"];

const KINDS: [Kind, string, string][] = [
  ["reach", "Customers reached", "share of all customers who come here"],
  ["drop-off", "Drop-off", "share who come here and go no further"],
  ["flow", "Flow", "customers who go straight from here to there"],
  ["funnel", "Funnel", "share of those before who come this far"],
  ["duration", "Time", "median time spent here"],
  ["score", "Mean score", "of the answers about here"],
  ["nps", "Net Promoter Score", "of the answers about here"],
  ["late", "Late", "share that came after the promised time"],
];

interface QuestionFieldsProps {
  question: Question | null;
  step: string;
  onChange: (question: Question | null) => void;
}

/** What a measure card asks: the kind of number, and about which touchpoints. */
export function QuestionFields({ question, step, onChange }: QuestionFieldsProps) {
  const sheet = useEditor((state) => state.sheet);
  const { touchpoints } = useLibrary();
  const places = Object.entries(touchpoints).map(([id, { name }]) => ({ id, label: name }));
  const own = sheet.columns.find((column) => column.id === step)?.step?.touchpoint;
  const first = firstOf(question) || own || places[0]?.id || "";
  const second = secondOf(question) || places.find((place) => place.id !== first)?.id || "";
  const kind = question?.kind ?? "";
  if (places.length === 0)
    return <p className="panel-hint">Bind a touchpoint of the library first: a measure counts its events.</p>;
  const ask = (next: string, here: string, there: string) =>
    onChange(next ? made(next as Kind, here, there) : null);
  return (
    <>
      <Select
        label="What it measures"
        value={kind}
        placeholder="Choose"
        options={[{ id: "", label: "Nothing" }, ...KINDS.map(([id, label, hint]) => ({ id, label, hint }))]}
        onChange={(next) => ask(next, first, second)}
      />
      {question ? (
        <Select
          label={hasTwo(question) ? "From" : "At"}
          value={first}
          options={places}
          onChange={(here) => ask(kind, here, second)}
        />
      ) : null}
      {question && hasTwo(question) ? (
        <Select label="To" value={second} options={places} onChange={(there) => ask(kind, first, there)} />
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

function made(kind: Kind, here: string, there: string): Question {
  if (kind === "flow") return { kind, source: [here], target: [there], statistic: "share" };
  if (kind === "funnel") return { kind, places: [[here], [there]] };
  if (kind === "drop-off") return { kind, at: [here], onward: [there] };
  return { kind, at: [here] };
}
