import type { Mapping } from "../generated";
import {
  ask,
  askQuestion as askQuestionRoute,
  draftMap,
  importFile,
  importMap,
  listDatasets as listDatasetsRoute,
  openPopulation,
  previewFile,
  readCustomer,
  readDataset,
  readMapNumbers,
} from "../transport";
import type { Question } from "../ui/measure";

// What the pages ask of the server, one line each.

export const listDatasets = () => ask(listDatasetsRoute());
export const datasetOf = (id: string) => ask(readDataset({ path: { id } }));
export const readingsOf = (id: string) => ask(readMapNumbers({ path: { id } }));
export const draftOf = (id: string) => ask(draftMap({ path: { id } }));
export const pathOf = (id: string, pseudonym: string) => ask(readCustomer({ path: { id, pseudonym } }));
export const previewOf = (file: File) => ask(previewFile({ body: { file } }));

export const askQuestion = (dataset: string, question: Question) =>
  ask(askQuestionRoute({ body: { dataset, question } }));

export const populationOf = (dataset: string, question: Question, offset: number, limit: number) =>
  ask(openPopulation({ body: { dataset, question, offset, limit } }));

export const bringIn = (file: File, mapping: Mapping, name: string, joined: File[] = []) =>
  ask(importFile({ body: { file, mapping: JSON.stringify(mapping), name, joined } }));

/** A map from the text of its file. */
export async function mapFrom(file: File) {
  return ask(importMap({ body: { text: await file.text() } }));
}
