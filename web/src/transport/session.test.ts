import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Change } from "../generated";
import { drop, put, type Records, set } from "../model";
import { ApiError } from "./api";
import { FakeServer, type FakeSocket } from "./fake-server";
import type { PendingQueue } from "./queue";
import { type DocumentSession, openDocument } from "./session";

class MemoryQueue implements PendingQueue {
  kept = new Map<string, Change>();
  left: Change[] = [];
  keep = async (change: Change) => void this.kept.set(change.id, change);
  forget = async (ids: readonly string[]) => ids.forEach((id) => void this.kept.delete(id));
  adopt = async (take: (changes: Change[]) => void) => take(this.left.splice(0));
  close() {}
}

const START: Records = new Map([
  ["map", { type: "map", title: "Shop" }],
  ["c1", { type: "card", text: "Search" }],
]);

let server: FakeServer;
let queue: MemoryQueue;
let session: DocumentSession;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer(START);
  queue = new MemoryQueue();
  session = openDocument("m", { connect: server.connect, queue });
});

afterEach(() => {
  session.close();
  vi.useRealTimers();
});

async function line(): Promise<FakeSocket> {
  await vi.advanceTimersByTimeAsync(0);
  const socket = server.lines.at(-1);
  if (socket === undefined) throw new Error("The session did not connect.");
  return socket;
}

async function opened(): Promise<FakeSocket> {
  const socket = await line();
  socket.open();
  socket.flow();
  return socket;
}

const view = () => session.getSnapshot().records;
const status = () => session.getSnapshot().status;
const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("a session is connecting until the document has come, then saved", async () => {
  expect(session.getSnapshot()).toMatchObject({ ready: false, status: { state: "connecting" } });
  await opened();
  expect(session.getSnapshot()).toMatchObject({ ready: true, status: { state: "saved", pending: 0 } });
  expect(view()).toEqual(START);
});

test("an edit is seen at once, and saved only when the server has taken it", async () => {
  const socket = await opened();
  session.edit([set("c1", "text", "Search a shop")]);
  expect(view().get("c1")).toEqual({ type: "card", text: "Search a shop" });
  expect(status()).toMatchObject({ state: "saving", pending: 1, savedAt: undefined });
  await later(200);
  expect(status().state).toBe("saving");
  socket.flow();
  expect(status()).toMatchObject({ state: "saved", pending: 0, savedAt: expect.any(Date) });
  expect(server.records).toEqual(view());
});

test("typing goes as few changes, each with the text on which it stands as its base", async () => {
  const socket = await opened();
  for (const text of ["Search ", "Search a", "Search a ", "Search a s"])
    session.edit([set("c1", "text", text)]);
  await later(200);
  socket.flow();
  expect(socket.heard.filter((message) => message.type === "edit").map(({ change }) => change.ops)).toEqual([
    [{ op: "set", id: "c1", field: "text", value: "Search a s", base: "Search" }],
  ]);
});

test("a change is kept on this device before it is sent, and forgotten when it is acknowledged", async () => {
  const socket = await opened();
  session.edit([set("c1", "text", "Kept")]);
  await later(200);
  expect([...queue.kept.values()].map((change) => change.ops.length)).toEqual([1]);
  socket.flow();
  await later(0);
  expect(queue.kept.size).toBe(0);
});

test("without a line the state is offline, and what was edited is sent when the line is back", async () => {
  const socket = await opened();
  socket.cut();
  session.edit([set("c1", "text", "Offline")]);
  expect(status()).toMatchObject({ state: "offline", pending: 1 });
  await later(20_000);
  (await opened()).flow();
  await later(200);
  (await line()).flow();
  expect(status()).toMatchObject({ state: "saved", pending: 0 });
  expect(server.records.get("c1")).toEqual({ type: "card", text: "Offline" });
});

test("a change whose acknowledgement was lost is sent again and not doubled", async () => {
  const socket = await opened();
  session.edit([put("c2", { type: "card", text: "New" })]);
  await later(200);
  socket.reach();
  socket.cut();
  await later(1000);
  (await opened()).flow();
  expect(status()).toMatchObject({ state: "saved", pending: 0 });
  expect(server.entries.length).toBe(1);
});

test("what a reload left behind is adopted and sent", async () => {
  const change = { id: "0190b4f0-0000-7000-8000-000000000001", ops: [set("c1", "text", "Left behind")] };
  session.close();
  queue.left = [change];
  session = openDocument("m", { connect: server.connect, queue });
  const socket = await opened();
  await later(200);
  socket.flow();
  expect(server.entries.map((entry) => entry.id)).toEqual([change.id]);
  expect(view()).toEqual(server.records);
});

test("a refused change leaves the view, and a notice keeps what was typed", async () => {
  const socket = await opened();
  server.refuses = () => true;
  session.edit([set("c1", "text", "My long thought")]);
  await later(200);
  socket.flow();
  expect(view()).toEqual(START);
  expect(session.getSnapshot().notices).toMatchObject([{ kind: "refused", text: "My long thought" }]);
  expect(status()).toMatchObject({ state: "saved", pending: 0 });
});

test("text typed in a card that a colleague drops meanwhile stays in sight and comes back for everybody", async () => {
  const socket = await opened();
  session.edit([set("c1", "text", "Still typing")]);
  server.take({ id: "other", ops: [drop("c1")] });
  socket.arrive();
  expect(view().get("c1")).toEqual({ type: "card", text: "Still typing" });
  await later(200);
  socket.flow();
  expect(server.records.get("c1")).toEqual({ type: "card", text: "Still typing" });
  expect(view()).toEqual(server.records);
});

test("when the server cannot store, the state is failed and what was typed waits for it", async () => {
  const socket = await opened();
  const problem = {
    type: "errors#storage-failed",
    title: "",
    status: 503,
    detail: "",
    code: "storage-failed",
  };
  socket.say({ type: "failed", problem });
  socket.flow();
  session.edit([set("c1", "text", "Waiting")]);
  expect(status()).toMatchObject({ state: "failed", pending: 1 });
  expect(session.getSnapshot().notices).toMatchObject([{ kind: "failed", problem }]);
  socket.toServer.length = 0;
  await later(200);
  socket.toServer.length = 0; // what was sent while it failed is not taken
  socket.say({ type: "reset", seq: 0, records: Object.fromEntries(START) });
  socket.arrive();
  await later(200);
  socket.flow();
  expect(session.getSnapshot()).toMatchObject({ status: { state: "saved", pending: 0 }, notices: [] });
  expect(server.records.get("c1")).toEqual({ type: "card", text: "Waiting" });
});

test("a line that does not answer is given up within seconds", async () => {
  await opened();
  session.edit([set("c1", "text", "Into the void")]);
  await later(6000);
  expect(status()).toMatchObject({ state: "offline", pending: 1 });
});

test("a deleted map is said to be gone, and nothing calls the server any more", async () => {
  const socket = await opened();
  const problem = { type: "errors#not-found", title: "", status: 404, detail: "", code: "not-found" };
  socket.say({ type: "failed", problem });
  socket.flow();
  socket.cut(4404);
  await later(60_000);
  expect(server.lines.length).toBe(1);
  expect(session.getSnapshot()).toMatchObject({ status: { state: "failed" }, notices: [{ kind: "gone" }] });
});

test("one's own edits are undone and done again, step by step", async () => {
  await opened();
  session.edit([put("c2", { type: "card", text: "" })]);
  session.edit([set("c2", "text", "New")]);
  const full = view();
  expect(session.undo()).toEqual(["c2"]);
  expect(session.undo()).toEqual(["c2"]);
  expect(view()).toEqual(START);
  session.redo();
  session.redo();
  expect(view()).toEqual(full);
  expect(session.getSnapshot()).toMatchObject({ canUndo: true, canRedo: false });
});

test("when the page is about to go, what waits for its turn is sent at once", async () => {
  const socket = await opened();
  session.edit([set("c1", "text", "First")]);
  await later(0);
  session.edit([set("c1", "score", 2)]);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  socket.flow();
  expect(server.records.get("c1")).toEqual({ type: "card", text: "First", score: 2 });
  await later(1000);
  socket.flow();
  expect(server.entries.length).toBe(2);
  expect(status()).toMatchObject({ state: "saved", pending: 0 });
});

test("what is too large for a frame is posted, and waits for its entry like any other", async () => {
  session.close();
  const posted: Change[] = [];
  const post = async (change: Change) => {
    posted.push(change);
    server.take(change, "me");
    return server.entries.at(-1) as never;
  };
  session = openDocument("m", { connect: server.connect, queue, post });
  const socket = await opened();
  session.edit(
    Array.from({ length: 40 }, (_, n) => put(`big${n}`, { type: "card", text: "x".repeat(10_000) })),
  );
  await later(200);
  expect([posted.length, socket.heard.filter((message) => message.type === "edit")]).toEqual([1, []]);
  socket.flow();
  expect(status()).toMatchObject({ state: "saved", pending: 0 });
  expect(view()).toEqual(server.records);
});

test("a posted change that breaks a rule is refused like any other", async () => {
  session.close();
  const problem = { type: "", title: "", status: 422, detail: "", code: "invalid-change" };
  const post = () => Promise.reject(new ApiError(problem));
  session = openDocument("m", { connect: server.connect, queue, post });
  await opened();
  session.edit([set("c1", "text", "x".repeat(300_000))]);
  await later(200);
  expect(session.getSnapshot()).toMatchObject({
    status: { pending: 0 },
    notices: [{ kind: "refused", problem }],
  });
  expect(view()).toEqual(START);
});

test("a gap in what the server tells is not guessed over: the session asks again from where it is", async () => {
  const socket = await opened();
  server.take({ id: "one", ops: [set("c1", "text", "One")] });
  server.take({ id: "two", ops: [set("c1", "text", "Two")] });
  socket.toClient.shift();
  socket.flow();
  await later(1000);
  (await opened()).flow();
  expect(server.lines.at(-1)?.heard[0]).toMatchObject({ type: "hello", since: 0 });
  expect(view()).toEqual(server.records);
});

test("somebody who slept long is given the whole document, and what is pending goes on top", async () => {
  const socket = await opened();
  socket.cut();
  session.edit([set("c1", "score", 2)]);
  server.catchUp = 3;
  for (let n = 0; n < 10; n += 1) server.take({ id: `n${n}`, ops: [set("c1", "text", `Text ${n}`)] });
  await later(1000);
  await opened();
  expect(view().get("c1")).toEqual({ type: "card", text: "Text 9", score: 2 });
  await later(200);
  (await line()).flow();
  expect(view()).toEqual(server.records);
});

test("the others are told where one is, once it rests there, and again on a new line", async () => {
  const socket = await opened();
  const cell = { lane: "l1", step: "p1", card: "c1" };
  for (const card of ["c3", "c2", "c1"]) session.setPresence({ cell: { ...cell, card }, editing: false });
  await later(300);
  socket.flow();
  const told = (of: FakeSocket) => of.heard.filter((message) => message.type === "presence");
  expect(told(socket)).toEqual([{ type: "presence", cell, editing: false }]);
  socket.cut();
  await later(1000);
  const next = await opened();
  await later(300);
  next.flow();
  expect(told(next)).toEqual([{ type: "presence", cell, editing: false }]);
});

test("a browser that keeps nothing is said once, and work goes on", async () => {
  session.close();
  const broken = new MemoryQueue();
  broken.keep = () => Promise.reject(new DOMException("quota", "QuotaExceededError"));
  session = openDocument("m", { connect: server.connect, queue: broken });
  const socket = await opened();
  session.edit([set("c1", "text", "One")]);
  session.edit([set("c1", "score", 2)]);
  await later(300);
  socket.flow();
  expect(session.getSnapshot().notices).toMatchObject([{ kind: "unkept" }]);
  expect(server.records.get("c1")).toEqual({ type: "card", text: "One", score: 2 });
});

test("the snapshot stays the same object while nothing changes", async () => {
  const socket = await opened();
  const before = session.getSnapshot();
  socket.say({ type: "pong" });
  socket.flow();
  await later(10_000);
  socket.flow();
  expect(session.getSnapshot()).toBe(before);
});

test("what others do is overheard with the records before it, one's own is not", async () => {
  const socket = await opened();
  const heard: unknown[] = [];
  const stop = session.overhear((entries, before) =>
    heard.push([entries.map(({ ops }) => ops), before.get("c1")]),
  );
  session.edit([set("c1", "text", "Search a shop")]);
  await later(200);
  socket.flow();
  server.take({ id: "theirs", ops: [set("c1", "text", "Find")] });
  socket.flow();
  stop();
  server.take({ id: "later", ops: [drop("c1")] });
  socket.flow();
  expect(heard).toEqual([[[[set("c1", "text", "Find")]], { type: "card", text: "Search a shop" }]]);
});
