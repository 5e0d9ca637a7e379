import { client } from "../generated/client.gen";
import { ask } from "../transport";
import type { Measure, Question } from "../ui/measure";
import type { Readings } from "./map/context";

// The routes that the pages ask.

type Path = Record<string, string>;

function get<T>(url: string, path: Path = {}): Promise<NonNullable<T>> {
  return ask<T>(
    client.get({ url: `/api/v1${url}`, path }) as Promise<{ data?: T; error?: unknown; response?: Response }>,
  );
}

function post<T>(url: string, body: unknown, path: Path = {}): Promise<NonNullable<T>> {
  return ask<T>(
    client.post({
      url: `/api/v1${url}`,
      path,
      body,
      headers: { "Content-Type": "application/json" },
    }) as Promise<{ data?: T; error?: unknown; response?: Response }>,
  );
}

export function readingsOf(id: string): Promise<Readings> {
  return get<Readings>("/maps/{id}/readings", { id });
}

export interface Member {
  customer: string;
  value: number;
  at: string | null;
}

export interface Page {
  question: Question;
  definition: string;
  total: number;
  offset: number;
  rows: Member[];
}

export function populationOf(
  dataset: string,
  question: Question,
  offset: number,
  limit: number,
): Promise<Page> {
  return post<Page>("/questions/population", { dataset, question, offset, limit });
}

export function askQuestion(dataset: string, question: Question): Promise<Measure> {
  return post<Measure>("/questions/ask", { dataset, question });
}

export interface DatasetSummary {
  id: string;
  name: string;
  customers: number;
  events: number;
  answers?: number;
  refused?: number;
  last?: string | null;
}

export function listDatasets(): Promise<DatasetSummary[]> {
  return get<DatasetSummary[]>("/datasets");
}

export interface PathEvent {
  time: string;
  event: string;
  channel: string;
}

export function pathOf(dataset: string, customer: string): Promise<{ events: PathEvent[] }> {
  return get("/datasets/{id}/customers/{customer}", { id: dataset, customer });
}

export function draftOf(dataset: string): Promise<{ id: string }> {
  return post("/datasets/{id}/draft", {}, { id: dataset });
}

/** A map from the text of its file. */
export async function importMap(file: File): Promise<{ id: string }> {
  return post("/maps/import", { text: await file.text(), name: file.name });
}
