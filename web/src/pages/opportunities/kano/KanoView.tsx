import { t } from "@lingui/core/macro";
import { ClipboardPaste } from "lucide-react";
import { useState } from "react";
import type { DatasetSummary, KanoPair } from "../../../generated";
import { ask, listKanoQuestions } from "../../../transport";
import { Button } from "../../../ui/Button";
import { Select } from "../../../ui/Select";
import { listDatasets } from "../../asking";
import { Problem } from "../../Problem";
import { useAsked } from "../../useAsked";
import { KanoResultPart } from "./KanoResultPart";
import { askedFor, type Looking } from "./kano";
import { Pairs } from "./Pairs";
import { PasteAnswers } from "./PasteAnswers";
import "../moments/moments.css";
import "./kano.css";

/** What features are to customers, out of paired questions. */
export function KanoView() {
  const { data, error, refetch } = useAsked(["datasets"], listDatasets);
  const [isPasting, setPasting] = useState(false);
  const [chosen, setChosen] = useState("");
  if (error) return <Problem error={error} />;
  if (!data) return <p className="shelf-hint">{t`One moment…`}</p>;
  const surveys = data.filter((one) => one.answers > 0);
  const likeliest = surveys.find(({ name }) => /kano/i.test(name)) ?? surveys[0];
  const dataset = chosen || likeliest?.id || "";
  const paste = (
    <PasteAnswers
      onStored={(stored) => {
        setChosen(stored.dataset);
        void refetch();
      }}
    />
  );
  if (!dataset)
    return (
      <div className="shelf-offer">
        <h2>{t`Expected, wanted or a surprise?`}</h2>
        <p>{t`Kano asks two questions about each feature: how is it with it, and how without it? Paste the answers, or import a survey.`}</p>
        {paste}
      </div>
    );
  return (
    <section className="moments" aria-label={t`Kano`}>
      <Wave key={dataset} dataset={dataset} surveys={surveys} onChoose={setChosen}>
        <Button size="small" look="edged" aria-expanded={isPasting} onPress={() => setPasting(!isPasting)}>
          <ClipboardPaste size={13} /> {t`Paste answers`}
        </Button>
      </Wave>
      {isPasting ? paste : null}
    </section>
  );
}

interface WaveProps {
  dataset: string;
  surveys: readonly DatasetSummary[];
  onChoose: (dataset: string) => void;
  children: React.ReactNode;
}

function Wave({ dataset, surveys, onChoose, children }: WaveProps) {
  const [looking, setLooking] = useState<Omit<Looking, "dataset">>({ later: "", day: "", likeIs: 1 });
  const [own, setOwn] = useState<readonly KanoPair[] | null>(null);
  const { data, error } = useAsked(["kano", "questions", dataset], () =>
    ask(listKanoQuestions({ path: { id: dataset } })),
  );
  const pairs = own ?? data?.pairs ?? [];
  const asked = askedFor({ dataset, ...looking }, pairs);
  const named = surveys.map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <div className="moments-bar">
        <Select label={t`Answers of`} value={dataset} options={named} onChange={onChoose} />
        <Select
          label={t`Compare with`}
          value={looking.later}
          options={[
            { id: "", label: t`nothing` },
            ...named.map((one) => (one.id === dataset ? { ...one, label: t`the same, from a day on` } : one)),
          ]}
          onChange={(later) => setLooking({ ...looking, later })}
        />
        {looking.later === dataset ? (
          <label className="field">
            <span className="field-label">{t`Second wave from`}</span>
            <input
              className="input"
              type="date"
              value={looking.day}
              onChange={({ target }) => setLooking({ ...looking, day: target.value })}
            />
          </label>
        ) : null}
        <Select
          label={t`In numbers, “I like it” is`}
          value={String(looking.likeIs)}
          options={[
            { id: "1", label: "1" },
            { id: "5", label: "5" },
          ]}
          onChange={(like) => setLooking({ ...looking, likeIs: like === "5" ? 5 : 1 })}
        />
        {children}
      </div>
      {error ? <Problem error={error} /> : null}
      <details className="kano-features" open={data !== undefined && pairs.length === 0}>
        <summary>{t`Features and their questions`}</summary>
        <Pairs pairs={pairs} questions={data?.questions ?? []} onChange={setOwn} />
      </details>
      {asked ? (
        <KanoResultPart asked={asked} />
      ) : data ? (
        <p className="shelf-hint">
          {pairs.length === 0
            ? t`No two questions here are a pair by their names. Choose a feature and its two questions, or paste answers.`
            : t`Choose the day on which the second wave begins.`}
        </p>
      ) : null}
    </>
  );
}
