import { t } from "@lingui/core/macro";
import { dated } from "../../ui/format";
import { region } from "../../ui/language";

// Periods as people say them; answers name them so that they sort as time goes: 2026-03-02, 2026-W10, 2026-03, 2026-Q1.

/** A period in words; nothing where a text is none. */
export function periodInWords(text: string): string | null {
  const [, year = "", week = ""] = /^(\d{4})-W(\d\d)$/.exec(text) ?? [];
  if (week) return t`wk ${Number(week)}, ${dated(mondayOf(Number(year), Number(week)), true)}`;
  return periodMark(text);
}

/** A period in few letters, for an axis: a week by its Monday. */
export function periodMark(text: string): string | null {
  const [, year = "", rest = ""] = /^(\d{4})-(W\d\d|Q\d|\d\d|\d\d-\d\d)$/.exec(text) ?? [];
  if (!rest) return null;
  if (rest.startsWith("W")) return dated(mondayOf(Number(year), Number(rest.slice(1))), true);
  if (rest.startsWith("Q")) return t`Q${rest.slice(1)} ${year}`;
  return rest.length === 2 ? monthInWords(`${text}-01`) : dated(text, true);
}

function monthInWords(day: string): string {
  return new Date(day).toLocaleDateString(region(), { month: "short", year: "numeric", timeZone: "UTC" });
}

/** The Monday of a week of ISO 8601: the first of a year has the fourth of January in it. */
function mondayOf(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const day = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  return new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10);
}
