import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Change } from "../generated";
import { drop, put, type Records, set } from "../model";
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
