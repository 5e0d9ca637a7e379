import { msg, t } from "@lingui/core/macro";
import { spoken } from "../../../editor/spoken";

// What languages, feelings and known themes are called.

const LANGUAGES: Readonly<Record<string, string>> = spoken({
  en: msg`English`,
  nl: msg`Dutch`,
  other: msg`another language`,
  unknown: msg`cannot be told`,
});

const FEELINGS: Readonly<Record<string, string>> = spoken({
  negative: msg`negative`,
  neutral: msg`neutral`,
  positive: msg`positive`,
  none: msg`none`,
});

const THEMES: Readonly<Record<string, string>> = spoken({
  delivery: msg`delivery`,
  waiting: msg`waiting`,
  staff: msg`staff`,
  price: msg`price`,
  quality: msg`quality`,
  payment: msg`payment`,
  refund: msg`refund`,
  "help desk": msg`help desk`,
  cleanliness: msg`cleanliness`,
  food: msg`food`,
  parking: msg`parking`,
  security: msg`security`,
  luggage: msg`luggage`,
  room: msg`room`,
  booking: msg`booking`,
  ordering: msg`ordering`,
  information: msg`information`,
});

export function languageInWords(language: string): string {
  return LANGUAGES[language || "unknown"] ?? language;
}

export function feelingInWords(feeling: string | null | undefined): string {
  return FEELINGS[feeling || "none"] ?? t`none`;
}

/** A theme that all datasets know, in the language of the page; else the word itself. */
export function themeInWords(theme: string): string {
  return THEMES[theme] ?? theme;
}

/** Themes out of what was typed between commas: known ones are stored under the name that all languages share. */
export function themesOf(typed: string): string[] {
  const known = Object.keys(THEMES);
  const names = typed.split(",").map((name) => name.trim().replace(/\s+/g, " "));
  const stored = names.map(
    (name) => known.find((theme) => themeInWords(theme).toLowerCase() === name.toLowerCase()) ?? name,
  );
  return [...new Set(stored.filter(Boolean))];
}
