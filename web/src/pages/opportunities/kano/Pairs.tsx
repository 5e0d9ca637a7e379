import { t } from "@lingui/core/macro";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { KanoPair } from "../../../generated";
import { Button, IconButton } from "../../../ui/Button";
import { Select } from "../../../ui/Select";

interface PairsProps {
  pairs: readonly KanoPair[];
  questions: readonly string[];
  onChange: (pairs: readonly KanoPair[]) => void;
}

/** Which two questions are about which feature: proposed by their names, or said by hand. */
export function Pairs({ pairs, questions, onChange }: PairsProps) {
  return (
    <>
      <ul className="kano-pairs" aria-label={t`Features`}>
        {pairs.map((pair) => (
          <li key={pair.feature}>
            <b dir="auto">{pair.feature}</b>
            <span className="caption" dir="auto">
              {pair.with_it} / {pair.without_it}
            </span>
            <IconButton
              label={t`Leave out ${pair.feature}`}
              onPress={() => onChange(pairs.filter((other) => other !== pair))}
            >
              <X size={13} />
            </IconButton>
          </li>
        ))}
      </ul>
      <NewPair questions={questions} onAdd={(pair) => onChange([...without(pairs, pair.feature), pair])} />
    </>
  );
}

function without(pairs: readonly KanoPair[], feature: string): KanoPair[] {
  return pairs.filter((pair) => pair.feature !== feature);
}

function NewPair({ questions, onAdd }: { questions: readonly string[]; onAdd: (pair: KanoPair) => void }) {
  const [feature, setFeature] = useState("");
  const [with_it, setWith] = useState("");
  const [without_it, setWithout] = useState("");
  const options = questions.map((question) => ({ id: question, label: question }));
  const isWhole = feature.trim() !== "" && with_it !== "" && without_it !== "" && with_it !== without_it;
  const add = () => {
    onAdd({ feature: feature.trim(), with_it, without_it });
    setFeature("");
    setWith("");
    setWithout("");
  };
  return (
    <div className="moments-bar">
      <label className="field">
        <span className="field-label">{t`Feature`}</span>
        <input
          className="input"
          value={feature}
          dir="auto"
          maxLength={300}
          onChange={({ target }) => setFeature(target.value)}
        />
      </label>
      <Select
        label={t`Question with it`}
        value={with_it}
        options={options}
        onChange={setWith}
        placeholder={t`Choose`}
      />
      <Select
        label={t`Question without it`}
        value={without_it}
        options={options}
        onChange={setWithout}
        placeholder={t`Choose`}
      />
      <Button size="small" look="edged" isDisabled={!isWhole} onPress={add}>
        <Plus size={13} /> {t`Add feature`}
      </Button>
    </div>
  );
}
