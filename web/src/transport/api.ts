// The routes of the API, called through the generated functions; what goes wrong comes as one error with a problem.

import { t } from "@lingui/core/macro";
import type { Problem } from "../generated";
import { client } from "../generated/client.gen";
import { identity } from "./identity";

export * from "../generated/sdk.gen";

/** What the server refused, or that it was not reached (code `unreachable`). */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = "ApiError";
  }
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response?: Response;
}

/** The data of an answer: `await ask(listMaps())`. Throws ApiError. */
export async function ask<T>(request: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await request;
  if (error !== undefined || response?.ok !== true) throw new ApiError(problemFrom(error, response));
  return data as NonNullable<T>;
}

client.setConfig({ baseUrl: globalThis.location?.origin ?? "" });
client.interceptors.request.use((request) => {
  const { id, name } = identity();
  request.headers.set("X-Footfall-Actor", id);
  request.headers.set("X-Footfall-Actor-Name", encodeURIComponent(name));
  return request;
});

function problemFrom(error: unknown, response: Response | undefined): Problem {
  if (isProblem(error)) return error;
  const [status, code] = response ? [response.status, "unknown"] : [0, "unreachable"];
  const detail = response
    ? t`The server answered ${status} without saying why. Try again; if it stays, look in the server's log.`
    : t`The server was not reached. Is it still running?`;
  return { type: `errors#${code}`, title: code, status, code, detail };
}

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "code" in error && "detail" in error;
}
