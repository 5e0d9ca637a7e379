import { msg } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";

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
