import type { EditedExcerpt, NewExcerpt } from "../../generated";
import {
  ask,
  bringTranscript,
  editExcerpt,
  eraseSourceWords,
  listSourceExcerpts,
  listSourceWords,
  markExcerpt,
  readTranscript,
  removeExcerpt,
} from "../../transport";

// What the pages about evidence ask of the server, one line each.

export const wordsOfSources = () => ask(listSourceWords());
export const transcriptOf = (id: string) => ask(readTranscript({ path: { id } }));
export const excerptsOf = (id: string) => ask(listSourceExcerpts({ path: { id } }));
export const bring = (id: string, file: File) => ask(bringTranscript({ path: { id }, body: { file } }));
export const mark = (id: string, body: NewExcerpt) => ask(markExcerpt({ path: { id }, body }));
export const edit = (id: string, excerpt: string, body: EditedExcerpt) =>
  ask(editExcerpt({ path: { id, excerpt }, body }));
export const unmark = (id: string, excerpt: string) => ask(removeExcerpt({ path: { id, excerpt } }));
export const erase = (id: string) => ask(eraseSourceWords({ path: { id } }));
