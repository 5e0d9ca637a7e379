import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeServer } from "./fake-server";
import { Line, type LineEvents } from "./line";

let server: FakeServer;
let line: Line;
const told: string[] = [];

const events: LineEvents = {
  hello: () => ({ type: "hello", version: 1, actor: { id: "me" }, since: null }),
  message: (message) => told.push(message.type),
  lost: (forever) => told.push(forever ? "lost for ever" : "lost"),
};

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  server = new FakeServer();
  line = new Line(server.connect, events);
});

afterEach(() => {
  line.close();
  vi.useRealTimers();
});

const last = () => server.lines.at(-1) ?? server.connect();
const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function welcomed(): void {
  last().open();
  last().flow();
}

/** Cut the line and wait for the next try; returns the milliseconds until it. */
async function pauseAfterCut(): Promise<number> {
  const tries = server.lines.length;
  const start = Date.now();
  last().cut();
  while (server.lines.length === tries) await later(10);
  return Date.now() - start;
}

test("a line that fails to open is tried again with growing pauses, of ten seconds at most", async () => {
  for (const longest of [250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]) {
    const pause = await pauseAfterCut();
    expect(pause).toBeGreaterThanOrEqual(longest / 2);
    expect(pause).toBeLessThanOrEqual(longest + 10);
  }
});

test("after a welcome the pauses are short again", async () => {
  for (let n = 0; n < 8; n += 1) await pauseAfterCut();
  welcomed();
  expect(await pauseAfterCut()).toBeLessThanOrEqual(260);
});

test("a line comes back at once when the page wakes", async () => {
  for (let n = 0; n < 8; n += 1) await pauseAfterCut();
  last().cut();
  line.wake();
  expect(server.lines.length).toBe(10);
});

test("nothing is sent on a line that has begun to close", () => {
  welcomed();
  last().close();
  expect(line.send({ type: "ping" })).toBe(false);
});

test("nothing is sent before the welcome", () => {
  last().open();
  expect(line.send({ type: "ping" })).toBe(false);
  last().flow();
  expect(line.send({ type: "ping" })).toBe(true);
});

test("a quiet line is asked whether it is alive; one that answers stays", async () => {
  welcomed();
  for (let second = 0; second < 60; second += 1) {
    await later(1000);
    last().flow();
  }
  expect(server.lines.length).toBe(1);
  expect(told.filter((word) => word === "pong").length).toBeGreaterThan(2);
});

test("a quiet line that does not answer is given up", async () => {
  welcomed();
  await later(21_000);
  expect(told).toContain("lost");
});

test("a connection that never opens is given up, too", async () => {
  await later(6000);
  expect(told).toEqual(["lost"]);
});

test("what an old connection still says is not heard", () => {
  welcomed();
  const old = last();
  line.restart();
  told.length = 0;
  old.isOpen = true;
  old.say({ type: "pong" });
  old.arrive();
  expect(told).toEqual([]);
});

test("a refusal that was explained is for ever, one without a word is tried again", async () => {
  last().open();
  last().cut(4400);
  await later(1000);
  expect(server.lines.length).toBe(2);
  welcomed();
  const problem = { type: "", title: "", status: 400, detail: "", code: "unknown-protocol" };
  last().say({ type: "failed", problem });
  last().flow();
  last().cut(4400);
  await later(60_000);
  expect(server.lines.length).toBe(2);
  expect(told.at(-1)).toBe("lost for ever");
});
