import { useState } from "react";
import type { Template } from "../../generated";
import { spokenLanguage } from "../../ui/language";
import { templatesIn } from "../asking";
import { KIND_WORDS } from "../map/words";
import { useAsked } from "../useAsked";
import { likeliest, matching } from "./shelf";

/** The templates in a language, the workspace's own first. */
export function useTemplates(language: string, isWanted = true) {
  return useAsked(["templates", language], () => templatesIn(language), isWanted);
}

export interface Choosing {
  language: string;
  setLanguage(language: string): void;
  words: string;
  look(words: string): void;
  /** The id of the chosen template; "" begins with nothing. */
  chosen: string;
  choose(id: string): void;
  template: Template | undefined;
  found: readonly Template[];
  error: Error | null;
}

/** Which template one begins with, in which language; what one looks for chooses its likeliest find. */
export function useChoosing(first: string): Choosing {
  const [language, setLanguage] = useState<string>(spokenLanguage);
  const [words, setWords] = useState("");
  const [picked, choose] = useState<string | null>(first);
  const { data: all = [], error } = useTemplates(language);
  const found = matching(all, words, KIND_WORDS);
  const chosen = picked ?? likeliest(found, words)?.id ?? first;
  const look = (typed: string) => {
    setWords(typed);
    choose(typed.trim() ? null : chosen);
  };
  const template = all.find(({ id }) => id === chosen);
  return { language, setLanguage, words, look, chosen, choose, template, found, error };
}
