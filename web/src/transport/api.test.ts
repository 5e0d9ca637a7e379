import { afterEach, expect, test, vi } from "vitest";
import { client } from "../generated/client.gen";
import { ApiError, ask, listMaps } from "./api";
import { identity, rename } from "./identity";

const requests: Request[] = [];

function answering(status: number, body: unknown): void {
  const fetch = async (request: Request) => {
    requests.push(request);
    return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  };
  client.setConfig({ fetch: fetch as typeof globalThis.fetch });
}

afterEach(() => void requests.splice(0));

const failure = (request: Promise<unknown>) => request.catch((error: unknown) => error);

test("an answer is its data, and the request says who asks, in any alphabet", async () => {
  rename("Zoë 日本");
  answering(200, []);
  expect(await ask(listMaps())).toEqual([]);
  const [request] = requests;
  expect(request?.headers.get("X-Footfall-Actor")).toBe(identity().id);
  expect(decodeURIComponent(request?.headers.get("X-Footfall-Actor-Name") ?? "")).toBe("Zoë 日本");
});

test("a problem of the server is the error", async () => {
  const problem = {
    type: "errors#not-found",
    title: "Not found",
    status: 404,
    code: "not-found",
    detail: "No map.",
  };
  answering(404, problem);
  const error = await failure(ask(listMaps()));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ problem, message: "No map." });
});

test("an error without a problem says its status", async () => {
  answering(502, "");
  expect(await failure(ask(listMaps()))).toMatchObject({ problem: { code: "unknown", status: 502 } });
});

test("a server that is not reached is an error, too", async () => {
  const fetch = vi.fn().mockRejectedValue(new TypeError("Failed to fetch"));
  client.setConfig({ fetch });
  expect(await failure(ask(listMaps()))).toMatchObject({ problem: { code: "unreachable", status: 0 } });
});
