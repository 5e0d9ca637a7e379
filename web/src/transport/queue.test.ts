import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Change } from "../generated";
import { newChangeId, set } from "../model";
import { StoredQueue } from "./queue";

/** The locks of one browser, as its tabs share them. */
class FakeLocks {
  private readonly held = new Map<string, Promise<unknown>>();

  async request(name: string, ...rest: unknown[]): Promise<unknown> {
    const options = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    const work = rest.at(-1) as (lock: object | null) => unknown;
    if (options.ifAvailable && this.held.has(name)) return work(null);
    while (this.held.has(name)) await this.held.get(name);
    if (options.signal?.aborted) throw options.signal.reason;
    const working = Promise.resolve(work({})).finally(() => this.held.delete(name));
    this.held.set(name, working);
    return working;
  }
}

let locks: LockManager;
const open: StoredQueue[] = [];

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  locks = new FakeLocks() as unknown as LockManager;
});

afterEach(() => {
  for (const queue of open.splice(0)) queue.close();
});

function tab(document = "m", shared: LockManager | null = locks): StoredQueue {
  const queue = new StoredQueue(document, shared);
  open.push(queue);
  return queue;
}

const change = (text: string): Change => ({ id: newChangeId(), ops: [set("c1", "text", text)] });

async function adopted(queue: StoredQueue): Promise<Change[]> {
  const taken: Change[] = [];
  await queue.adopt((changes) => taken.push(...changes));
  return taken;
}

test("what a tab kept and did not get rid of is adopted by the next one, in order, amended as it last was", async () => {
  const first = tab();
  const [one, two, done] = [change("One"), change("Two"), change("Done")];
  for (const each of [two, done, one]) await first.keep(each);
  const amended = { ...two, ops: [set("c1", "text", "Two and more")] };
  await first.keep(amended);
  await first.forget([done.id]);
  first.close();
  expect(await adopted(tab())).toEqual([one, amended]);
});

test("what a tab that is open has kept is its own, until it closes", async () => {
  const [first, second] = [tab(), tab()];
  const one = change("One");
  await first.keep(one);
  const later: Change[] = [];
  await second.adopt((changes) => later.push(...changes));
  expect(later).toEqual([]);
  first.close();
  await vi.waitFor(() => expect(later).toEqual([one]));
});

test("what was adopted once is not adopted again, but inherited when the heir goes", async () => {
  const first = tab();
  const one = change("One");
  await first.keep(one);
  first.close();
  const [second, third] = [tab(), tab()];
  expect(await adopted(second)).toEqual([one]);
  const later: Change[] = [];
  await third.adopt((changes) => later.push(...changes));
  expect(later).toEqual([]);
  second.close();
  await vi.waitFor(() => expect(later).toEqual([one]));
});

test("each document has its own", async () => {
  const first = tab("m");
  await first.keep(change("One"));
  first.close();
  expect(await adopted(tab("other"))).toEqual([]);
});

test("without locks everything is adopted: the server takes no change twice", async () => {
  const first = tab("m", null);
  const one = change("One");
  await first.keep(one);
  expect(await adopted(tab("m", null))).toEqual([one]);
});

test("a browser that keeps nothing says so", async () => {
  const refuse = () => {
    throw new DOMException("forbidden", "SecurityError");
  };
  vi.stubGlobal("indexedDB", { open: refuse });
  await expect(tab().keep(change("One"))).rejects.toThrow("forbidden");
});
