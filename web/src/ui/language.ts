import { i18n, type Messages } from "@lingui/core";
import { messages as english } from "../locales/en.po";

/** Which language the app speaks: the browser's, or the one that the person chose, kept in this browser. */
export type Language = "en" | "nl";
export type LanguageChoice = Language | "browser";

/** Each language in its own words. */
export const LANGUAGES: Record<Language, string> = { en: "English", nl: "Nederlands" };

const KEY = "footfall.language";
const REGIONS: Record<string, string> = { en: "en-GB", nl: "nl-NL" };

// English is here from the start; other languages come when they are asked for.
i18n.loadAndActivate({ locale: "en", messages: english });

/** The texts of a part of the app: English as it comes, other languages when they are asked for. */
export interface Catalogue {
  en: Messages;
  nl: () => Promise<{ messages: Messages }>;
}

const CATALOGUES: Catalogue[] = [{ en: english, nl: () => import("../locales/nl.po") }];

/** Speak also the texts of a page that has come, in this language and in those to which somebody changes. */
export async function speakAlso(catalogue: Catalogue): Promise<void> {
  CATALOGUES.push(catalogue);
  await speakIn(isLanguage(i18n.locale) ? i18n.locale : "en");
}

function isLanguage(name: string | null | undefined): name is Language {
  return name != null && name in LANGUAGES;
}

export function chosenLanguage(): LanguageChoice {
  const kept = localStorage.getItem(KEY);
  return isLanguage(kept) ? kept : "browser";
}

/** The language as spoken: what is chosen, else the first of the browser's that the app knows, else English. */
export function spokenLanguage(choice: LanguageChoice = chosenLanguage()): Language {
  if (choice !== "browser") return choice;
  return navigator.languages.map((name) => name.split("-")[0]).find(isLanguage) ?? "en";
}

export async function chooseLanguage(choice: LanguageChoice): Promise<void> {
  if (choice === "browser") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  await speak();
}

/** Speak the language now, and follow the browser and the other tabs from here on. */
export async function followLanguage(): Promise<void> {
  addEventListener("languagechange", speak);
  addEventListener("storage", speak);
  await speak();
}

async function speak(): Promise<void> {
  const language = spokenLanguage();
  await speakIn(language);
  document.documentElement.lang = language;
  document.documentElement.dir = isMirrored ? "rtl" : "ltr";
}

/** Fetch the words of a language and use them from now on. */
export async function speakIn(language: Language): Promise<void> {
  const textsOf = async (one: Catalogue) => (language === "en" ? one.en : (await one[language]()).messages);
  for (const messages of await Promise.all(CATALOGUES.map(textsOf))) i18n.load(language, messages);
  if (language !== i18n.locale) i18n.activate(language);
}

/** Both languages run from left to right; `?dir=rtl` in the first address mirrors the page, to test that it can be. */
export const isMirrored =
  globalThis.location !== undefined && new URLSearchParams(location.search).get("dir") === "rtl";

/** The language with its region, for numbers and dates. */
export function region(): string {
  return REGIONS[i18n.locale] ?? "en-GB";
}

/** For React: what to listen to, and what is spoken. */
export const languageNow = {
  subscribe: (listener: () => void) => i18n.on("change", listener),
  get: () => i18n.locale,
};
