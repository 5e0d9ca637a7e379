import type { NewTemplate } from "../generated";
import {
  ask,
  askQuestion as askQuestionRoute,
  copyMap,
  createMap,
  deleteTemplate,
  draftMap,
  findSourceExcerpts,
  importMap,
  importOverMap,
  keepTemplate,
  listDatasets as listDatasetsRoute,
  listTemplates,
  lookAtMap,
  openPopulation,
  readCitedExcerpts,
  readCustomer,
  readDataset,
  readMapNumbers,
  readTemplate,
} from "../transport";
import type { Question } from "../ui/measure";
import type { RowsOf } from "./Population";

// What the pages ask of the server, one line each.

export const listDatasets = () => ask(listDatasetsRoute());
export const datasetOf = (id: string) => ask(readDataset({ path: { id } }));
export const readingsOf = (id: string) => ask(readMapNumbers({ path: { id } }));
export const draftOf = (id: string) => ask(draftMap({ path: { id } }));
export const pathOf = (id: string, pseudonym: string) => ask(readCustomer({ path: { id, pseudonym } }));

export const askQuestion = (dataset: string, question: Question) =>
  ask(askQuestionRoute({ body: { dataset, question } }));

export const populationOf = (dataset: string, question: Question): RowsOf => ({
  key: [dataset, JSON.stringify(question)],
  page: (offset, limit) => ask(openPopulation({ body: { dataset, question, offset, limit } })),
});

export const excerptsWith = (search: string) => ask(findSourceExcerpts({ query: { search } }));
export const excerptsCited = (ids: string[]) => ask(readCitedExcerpts({ body: ids }));

export const templatesIn = (language: string) => ask(listTemplates({ query: { language } }));
export const templateOf = (id: string, language: string) =>
  ask(readTemplate({ path: { id }, query: { language } }));
export const removeTemplate = (id: string) => ask(deleteTemplate({ path: { id } }));
export const keepAsTemplate = (map: string, body: NewTemplate) =>
  ask(keepTemplate({ path: { id: map }, body }));
export const copyOf = (map: string, title: string) => ask(copyMap({ path: { id: map }, body: { title } }));

/** A new map that begins with a template, or without one with nothing but its header. */
export const beginWith = (template: string, language: string, title: string) =>
  template
    ? ask(createMap({ body: { template, language, title } }))
    : ask(createMap({ body: { records: { map: { type: "map", title, language } } } }));

/** What a map file holds, before anything is made of it. */
export const understandingOf = (file: File, format: string, over: string) =>
  ask(lookAtMap({ body: { file, format, over } }));
/** The maps of a file, made; or one map that has become what the file says. */
export const mapsFrom = (file: File, format: string, over: string) =>
  over
    ? ask(importOverMap({ path: { id: over }, body: { file, format } }))
    : ask(importMap({ body: { file, format } }));
