import { msg, t } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";
import type { Lack } from "./kinds";
import type { Kind, Privacy, Role } from "./roles";

// What the import page calls the kinds of rows, the parts of columns, and what is stored.

export const ROLE_WORDS: Readonly<Record<Role, string>> = spoken({
  customer: msg`Who`,
  customer_else: msg`Who, where the first is empty`,
  also_known_as: msg`Also known as`,
  time: msg`When`,
  event: msg`What happened`,
  event_else: msg`What happened, where the first is empty`,
  channel: msg`By what means`,
  due: msg`Promised for`,
  on_time: msg`Promise kept?`,
  moment: msg`When it happened`,
  promised: msg`Promised for`,
  asked: msg`A question`,
  question: msg`Which question`,
  score: msg`Score`,
  text: msg`Comment`,
  about: msg`About which event`,
  weight: msg`Weight`,
  language: msg`Language`,
  attribute: msg`Attribute`,
  id: msg`The row's own id`,
  left: msg`Left out`,
});

export const PRIVACY_WORDS: Readonly<Record<Privacy, string>> = spoken({
  drop: msg`Not stored`,
  pseudonymise: msg`As a code`,
  keep: msg`As it is`,
  generalise: msg`Coarsened`,
});

export const KIND_WORDS: Readonly<Record<Kind, string>> = spoken({
  events: msg`Events`,
  wide: msg`Several moments`,
  answers: msg`Answers`,
  customers: msg`Customers`,
  aliases: msg`Same customer`,
});

export const KIND_HINTS: Readonly<Record<Kind, string>> = spoken({
  events: msg`A row is something that happened: Ann paid, Monday 9:14.`,
  wide: msg`A row is an order or ticket with a column per moment: ordered, sent, delivered.`,
  answers: msg`A row is somebody's answers to a survey.`,
  customers: msg`A row is a customer with facts such as city or plan.`,
  aliases: msg`A row says that two ids are one customer.`,
});

export const INSTRUMENT_WORDS = spoken({
  none: msg`Written answer`,
  nps: msg`NPS, would recommend`,
  csat: msg`CSAT, satisfaction`,
  ces: msg`CES, effort`,
  rating: msg`Rating`,
});

export const LACK_WORDS: Readonly<Record<Lack, string>> = spoken({
  who: msg`Choose the column that says who.`,
  when: msg`Choose the column that says when.`,
  what: msg`Choose the column that says what happened.`,
  moments: msg`Choose at least one column of moments, and name each.`,
  question: msg`Choose at least one question, score or comment.`,
  scale: msg`Each score needs its scale, such as 1 to 5.`,
  attribute: msg`Choose at least one attribute to store.`,
  "other-id": msg`Choose the column with the other id.`,
});

export const PATH_WORDS = spoken({
  host: msg`Leave the site out`,
  query: msg`Leave out what follows ? or #`,
  ids: msg`Numbers and codes become :id`,
  language: msg`Leave out /nl or /en at the start`,
  slash: msg`Leave out the last /`,
  lower: msg`Capitals become small`,
});

export function separatorInWords(separator: string): string {
  switch (separator) {
    case ",":
      return t`Comma`;
    case ";":
      return t`Semicolon`;
    case "\t":
      return t`Tab`;
    case "|":
      return t`Bar`;
    default:
      return t`None`;
  }
}

/** A size as people say it. */
export function sizeInWords(bytes: number, say: (value: number, digits?: number) => string): string {
  if (bytes >= 1e6) return t`${say(bytes / 1e6, 1)} MB`;
  return bytes >= 1000 ? t`${say(bytes / 1000)} kB` : t`${say(bytes)} bytes`;
}
