import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Op } from "../generated";
import { drop, put, type Records, set } from "../model";
import { FakeServer, type FakeSocket } from "./fake-server";
import type { PendingQueue } from "./queue";
import { type DocumentSession, openDocument } from "./session";

const START: Records = new Map([["c1", { type: "card", text: "One" }]]);

type Deed =
  | { readonly what: "edit"; readonly who: number; readonly op: Op }
  | { readonly what: "undo" | "redo" | "reload" | "cut" | "reach" | "arrive" | "wait"; readonly who: number };

const who = fc.nat(1);
const id = fc.constantFrom("c1", "c2", "c3");
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.tuple(id, fc.string({ minLength: 1 })).map(([card, text]) => put(card, { type: "card", text })),
  id.map(drop),
  fc
    .tuple(id, fc.constantFrom("text", "owner"), fc.string())
    .map(([card, field, value]) => set(card, field, value)),
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant("edit" as const), who, op }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom(
        "undo" as const,
        "redo",
        "reload",
        "cut",
        "reach",
        "arrive",
        "wait",
        "wait",
        "wait",
      ),
      who,
    }),
  },
);

/** One person's browser: a session that may be reloaded, and the queue that outlives it. */
class Browser {
  private readonly kept = new Map<string, Parameters<PendingQueue["keep"]>[0]>();
  session: DocumentSession;
  private sockets: FakeSocket[] = [];

  constructor(private readonly server: FakeServer) {
    this.session = this.opened();
  }

  async do(one: Deed): Promise<void> {
    if (one.what === "edit") this.session.edit([one.op]);
    else if (one.what === "undo") this.session.undo();
    else if (one.what === "redo") this.session.redo();
    else if (one.what === "reload") await this.reload();
    else if (one.what === "wait") await vi.advanceTimersByTimeAsync(130);
    else if (one.what === "cut") this.socket?.cut();
    else if (this.socket?.isOpen) this.socket[one.what]();
    else this.socket?.open();
  }

  get socket(): FakeSocket | undefined {
    return this.sockets.at(-1);
  }

  async settle(): Promise<void> {
    if (this.socket?.isOpen === false) this.socket.open();
    this.socket?.flow();
    await vi.advanceTimersByTimeAsync(130);
  }

  /** What was handed to the browser's store is in it; all else of the page is gone. */
  private async reload(): Promise<void> {
    await vi.advanceTimersByTimeAsync(0);
    this.session.close();
    this.session = this.opened();
  }

  private opened(): DocumentSession {
    const connect = () => {
      const socket = this.server.connect();
      this.sockets.push(socket);
      return socket;
    };
    return openDocument("m", { connect, queue: this.queue() });
  }

  private queue(): PendingQueue {
    return {
      keep: async (change) => void this.kept.set(change.id, change),
      forget: async (ids) => ids.forEach((each) => void this.kept.delete(each)),
      adopt: async (take) => take([...this.kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
      close: () => undefined,
    };
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("whatever the network and the pages do, in the end everybody has the server's document and nothing is lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 60 }), async (deeds) => {
      const server = new FakeServer(START);
      const browsers = [new Browser(server), new Browser(server)];
      for (const each of deeds) await browsers[each.who]?.do(each);
      for (let round = 0; round < 150; round += 1) for (const browser of browsers) await browser.settle();
      for (const { session } of browsers) {
        expect(session.getSnapshot()).toMatchObject({ status: { state: "saved", pending: 0 }, notices: [] });
        expect(session.getSnapshot().records).toEqual(server.records);
        session.close();
      }
      expect(new Set(server.entries.map((entry) => entry.id)).size).toBe(server.entries.length);
    }),
    { numRuns: 60 },
  );
}, 60_000);
