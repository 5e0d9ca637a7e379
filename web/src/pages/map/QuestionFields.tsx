import { t } from "@lingui/core/macro";
import type { Question } from "../../ui/measure";
import { useEditor, useLibrary } from "./context";
import { QuestionChoice } from "./QuestionChoice";

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
  if (places.length === 0)
    return (
      <p className="panel-hint">{t`Bind a touchpoint of the library first: a measure counts its events.`}</p>
    );
  return <QuestionChoice question={question} places={places} own={own ?? ""} onChange={onChange} />;
}
