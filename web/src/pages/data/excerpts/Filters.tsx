import { t } from "@lingui/core/macro";
import type { Counts } from "../../../generated";
import { TextField } from "../../../ui/Field";
import { plain } from "../../../ui/format";
import { type Option, Select } from "../../../ui/Select";
import { feelingInWords, languageInWords, themeInWords } from "./words";

/** Which excerpts are wanted; "" and null let all in. */
export interface Wanted {
  language: "" | "en" | "nl" | "other" | "unknown";
  feeling: "" | "negative" | "neutral" | "positive" | "none";
  theme: string;
  question: string | null;
  search: string;
}

export const EVERYTHING: Wanted = { language: "", feeling: "", theme: "", question: null, search: "" };

const LANGUAGES = ["en", "nl", "other", "unknown"] as const;
const FEELINGS = ["negative", "neutral", "positive", "none"] as const;

interface FiltersProps {
  wanted: Wanted;
  set: (part: Partial<Wanted>) => void;
  counts: Counts;
}

export function Filters({ wanted, set, counts }: FiltersProps) {
  const questions = Object.entries(counts.questions);
  return (
    <search className="excerpt-filters">
      <Select
        label={t`Language`}
        value={wanted.language}
        options={options(LANGUAGES, counts.languages, languageInWords)}
        placeholder={t`All`}
        onChange={(language) => set({ language: language as Wanted["language"] })}
      />
      <Select
        label={t`Feeling`}
        value={wanted.feeling}
        options={options(FEELINGS, counts.feelings, feelingInWords)}
        placeholder={t`All`}
        onChange={(feeling) => set({ feeling: feeling as Wanted["feeling"] })}
      />
      <Select
        label={t`Theme`}
        value={wanted.theme}
        options={themesIn(counts, wanted.theme)}
        placeholder={t`All`}
        onChange={(theme) => set({ theme })}
      />
      {questions.length > 1 || wanted.question !== null ? (
        <Select
          label={t`Question`}
          value={wanted.question === null ? "" : `q${wanted.question}`}
          options={[
            { id: "", label: t`All` },
            ...questions.map(([question, count]) => ({
              id: `q${question}`,
              label: question || t`Not named`,
              hint: plain(count),
            })),
          ]}
          placeholder={t`All`}
          onChange={(chosen) => set({ question: chosen === "" ? null : chosen.slice(1) })}
        />
      ) : null}
      <TextField label={t`Words`} value={wanted.search} onChange={(search) => set({ search })} />
    </search>
  );
}

function options(
  ids: readonly string[],
  counts: Readonly<Record<string, number>>,
  inWords: (id: string) => string,
): Option[] {
  return [
    { id: "", label: t`All` },
    ...ids.map((id) => ({ id, label: inWords(id), hint: plain(counts[id] ?? 0) })),
  ];
}

function themesIn(counts: Counts, chosen: string): Option[] {
  const found = counts.themes.map(({ theme, excerpts }) => ({
    id: theme,
    label: themeInWords(theme),
    hint: plain(excerpts),
  }));
  const isThere = chosen === "" || found.some((option) => option.id === chosen);
  return [
    { id: "", label: t`All` },
    ...(isThere ? [] : [{ id: chosen, label: themeInWords(chosen), hint: "0" }]),
    ...found,
  ];
}
