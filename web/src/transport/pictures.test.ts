import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { client } from "../generated/client.gen";
import { bring, bringAgain, forget, pictureAmong, sendingFor, subscribeSending } from "./pictures";

const ID = "a".repeat(64);
const KEPT = { id: ID, media_type: "image/png", width: 2, height: 1 };
const PROBLEM = { type: "errors#invalid-image", title: "", status: 422, code: "invalid-image" };
const file = new Blob(["pixels"], { type: "image/png" });
let answers: (() => Promise<Response>)[] = [];

function answering(status: number, body: unknown): () => Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return async () => new Response(JSON.stringify(body), { status, headers });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  URL.createObjectURL = () => "blob:preview";
  URL.revokeObjectURL = () => undefined;
  const fetch = () => answers.shift()?.() ?? Promise.reject(new TypeError("Failed to fetch"));
  client.setConfig({ fetch: fetch as typeof globalThis.fetch });
});

afterEach(() => {
  vi.useRealTimers();
  forget("card");
  answers = [];
});

const settled = () => vi.waitFor(() => expect(sendingFor("card")?.state).not.toBe("sending"));

test("a picture is shown while it is on its way, and then its id is kept", async () => {
  answers = [answering(201, KEPT)];
  const keep = vi.fn();
  bring("card", file, keep);
  expect(sendingFor("card")).toMatchObject({ state: "sending", preview: "blob:preview", why: "" });
  await settled();
  expect(keep).toHaveBeenCalledExactlyOnceWith(ID);
  expect(sendingFor("card")).toBeNull();
});

test("a refused picture stays with its reason, and can be tried again or let go of", async () => {
  answers = [answering(422, { ...PROBLEM, detail: "It is broken." }), answering(201, KEPT)];
  const keep = vi.fn();
  bring("card", file, keep);
  await settled();
  expect(sendingFor("card")).toMatchObject({ state: "failed", why: "It is broken." });
  bringAgain("card");
  await settled();
  expect(keep).toHaveBeenCalledExactlyOnceWith(ID);
});

test("a server that is away is tried again by itself", async () => {
  const keep = vi.fn();
  bring("card", file, keep);
  await settled();
  expect(sendingFor("card")?.state).toBe("waiting");
  answers = [answering(201, KEPT)];
  await vi.advanceTimersByTimeAsync(4000);
  await vi.waitFor(() => expect(keep).toHaveBeenCalledExactlyOnceWith(ID));
});

test("a picture brought later takes the place of one that is on its way", async () => {
  answers = [answering(201, { ...KEPT, id: "first" }), answering(201, { ...KEPT, id: "second" })];
  const keep = vi.fn();
  bring("card", file, keep);
  bring("card", file, keep);
  await settled();
  expect(keep).toHaveBeenCalledExactlyOnceWith("second");
});

test("a huge file is not sent at all", async () => {
  const keep = vi.fn();
  bring("card", { size: 20_000_001 } as Blob, keep);
  await settled();
  expect(sendingFor("card")).toMatchObject({ state: "failed" });
  expect(sendingFor("card")?.why).toContain("The file has more than 20 million bytes.");
});

test("listeners hear of each step, and a picture is found among other files", async () => {
  answers = [answering(201, KEPT)];
  const heard = vi.fn();
  const silence = subscribeSending(heard);
  bring("card", file, vi.fn());
  await settled();
  silence();
  expect(heard).toHaveBeenCalledTimes(2);
  const [note, picture] = [new File(["a"], "a.txt"), new File(["b"], "b.png", { type: "image/png" })];
  expect([pictureAmong([note, picture]), pictureAmong([note]), pictureAmong([])]).toEqual([
    picture,
    note,
    undefined,
  ]);
});
