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
