import { msg, t } from "@lingui/core/macro";
import { KINDS } from "../../editor/kinds";
import { spoken } from "../../editor/spoken";
import type { LaneKind } from "../../generated";

/** How what a source says was gathered. */
export const KIND_WORDS = spoken({
  interview: msg`Interview`,
  "field-study": msg`Field study`,
  "diary-study": msg`Diary study`,
  "usability-test": msg`Usability test`,
  "call-log": msg`Call log`,
  tickets: msg`Tickets`,
  survey: msg`Survey`,
  "social-media": msg`Social media`,
  review: msg`Reviews`,
  "web-analytics": msg`Web analytics`,
  "session-recording": msg`Session recording`,
  staff: msg`Sales or support staff`,
  "desk-research": msg`Desk research`,
});

/** What an assumption of the research plan is: the kind of its lane, or a target. */
export function kindInWords(kind: string): string {
  return KINDS[kind as LaneKind]?.name ?? t`Target`;
}

/** Where a block or an excerpt stands, in words: its page, or its time. */
export function placeOfBlock(place: { page?: number | null; seconds?: number | null } | undefined): string {
  if (place?.seconds != null) return clockOf(place.seconds);
  return place?.page == null ? "" : t`page ${place.page}`;
}

/** A time in a recording: 12:04, or 1:02:03. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export const EXCERPT_WORDS = spoken({ quote: msg`Quote`, observation: msg`Observation` });
