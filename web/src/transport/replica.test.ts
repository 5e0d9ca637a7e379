import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change, Op } from "../generated";
import { drop, newChangeId, put, type Records, set } from "../model";
import { apply } from "../model/changes";
import { FakeServer } from "./fake-server";
import { Replica } from "./replica";

const START: Records = new Map([
  ["c1", { type: "card", text: "One" }],
  ["c2", { type: "card", text: "Two" }],
]);

function started(): Replica {
  const replica = new Replica();
  replica.reset(0, Object.fromEntries(START));
  return replica;
}

const change = (...ops: Op[]): Change => ({ id: newChangeId(), ops });
const entry = (seq: number, ...ops: Op[]) => ({
  id: newChangeId(),
  document: "m",
  seq,
  actor: { id: "other" },
  at: "2026-01-01T00:00:00Z",
  ops,
});

test("V1: what others write shows below what is pending", () => {
  const replica = started();
  replica.add(change(set("c1", "text", "Mine")));
  replica.take([entry(1, set("c1", "text", "Theirs"), set("c1", "score", 2))]);
  expect(replica.view.get("c1")).toEqual({ type: "card", text: "Mine", score: 2 });
});

test("V1: a refused change leaves the view as if it had never been", () => {
  const replica = started();
  const mine = change(drop("c1"), put("c3", { type: "card" }));
  replica.add(mine);
  expect(replica.refuse(mine.id)).toEqual(mine.ops);
  expect(replica.view).toEqual(START);
});

test("V2: an entry that came before is not taken twice, and a gap is reported", () => {
  const replica = started();
  const first = entry(1, set("c1", "text", "First"));
  replica.take([first]);
  replica.take([first, entry(2, set("c1", "text", "Second"))]);
  expect(replica.view.get("c1")).toMatchObject({ text: "Second" });
  expect(replica.take([entry(4, drop("c1"))])).toBeUndefined();
  expect([replica.seq, replica.view.has("c1")]).toEqual([2, true]);
});

test("V3: a change leaves when its entry comes, and its effective ops are what counts", () => {
  const replica = started();
  const mine = change(set("c1", "text", "Mine"));
  replica.add(mine);
  const merged = { ...entry(1, set("c1", "text", "Mine and theirs")), id: mine.id };
  expect(replica.take([merged])).toEqual([mine.id]);
  expect([replica.pending, replica.view.get("c1")]).toEqual([[], { type: "card", text: "Mine and theirs" }]);
});

test("V4: typed text keeps a dropped record in sight, other edits do not", () => {
  const replica = started();
  replica.add(change(set("c1", "text", "Typed")));
  replica.add(change(set("c2", "score", 1)));
  replica.take([entry(1, drop("c1"), drop("c2"))]);
  expect(replica.view).toEqual(new Map([["c1", { type: "card", text: "Typed" }]]));
});

test("V4: also when the record is missing in a whole document that came", () => {
  const replica = started();
  replica.add(change(set("c1", "text", "Typed")));
  replica.reset(7, { c2: { type: "card", text: "Two" } });
  expect(replica.view.get("c1")).toEqual({ type: "card", text: "Typed" });
});

test("V5: a record that did not change stays the same object, over entries and whole documents", () => {
  const replica = started();
  const mine = change(put("c3", { type: "card", text: "Three" }));
  replica.add(mine);
  const before = replica.view;
  replica.take([{ ...entry(1, put("c3", { text: "Three", type: "card" })), id: mine.id }]);
  replica.reset(2, structuredClone(Object.fromEntries(replica.view)));
  expect(replica.view).not.toBe(before);
  for (const [id, record] of before) expect(replica.view.get(id)).toBe(record);
});

test("adopted changes go before those that were not sent yet, and none is taken twice", () => {
  const replica = started();
  const [sent, open, left] = [change(drop("c1")), change(drop("c2")), change(put("c3", { type: "card" }))];
  replica.add(sent);
  replica.seal(sent.id);
  replica.add(open);
  replica.adopt([left, sent]);
  expect(replica.pending.map((each) => each.change)).toEqual([sent, left, open]);
});

// What two clients do, and what the network does to them, in any order.
type Deed = { readonly who: 0 | 1; readonly what: "edit" | "reach" | "arrive" | "cut"; readonly op: Op };

const id = fc.constantFrom("c1", "c2", "c3");
const someOp: fc.Arbitrary<Op> = fc.oneof(
  fc.tuple(id, fc.string()).map(([card, text]) => put(card, { type: "card", text })),
  id.map(drop),
  fc
    .tuple(id, fc.constantFrom("text", "owner"), fc.string())
    .map(([card, field, value]) => set(card, field, value)),
);
const deed: fc.Arbitrary<Deed> = fc.record({
  who: fc.constantFrom(0 as const, 1 as const),
  what: fc.constantFrom("edit" as const, "edit", "reach", "reach", "arrive", "arrive", "cut"),
  op: someOp,
});

/** A replica with the plainest possible network: what is pending is sent anew after each cut. */
class Client {
  readonly replica = new Replica();
  private toServer: Change[] = [];
  private toClient: (() => void)[] = [];
  private heard = 0;

  constructor(private readonly server: FakeServer) {
    this.cut();
  }

  do({ what, op }: Deed): void {
    if (what === "edit") this.edit(op);
    if (what === "reach") this.reach();
    if (what === "arrive") this.arrive();
    if (what === "cut") this.cut();
  }

  settle(): void {
    while (this.reach() || this.arrive());
  }

  private edit(op: Op): void {
    const mine = change(op);
    this.replica.add(mine);
    this.toServer.push(mine);
  }

  private reach(): boolean {
    const next = this.toServer.shift();
    if (next === undefined) return false;
    const answer = this.server.take(next);
    this.toClient.push(() => {
      if (answer?.type === "acknowledged") this.replica.acknowledge(answer.change);
    });
    return true;
  }

  private arrive(): boolean {
    const news = this.server.entries.slice(this.heard);
    this.heard = this.server.seq;
    this.replica.take(news);
    const answer = this.toClient.shift();
    answer?.();
    return answer !== undefined || news.length > 0;
  }

  private cut(): void {
    this.toClient = [];
    if (this.heard % 2 === 0) this.replica.reset(this.server.seq, Object.fromEntries(this.server.records));
    else this.replica.take(this.server.entries.slice(this.heard));
    this.heard = this.server.seq;
    this.toServer = this.replica.pending.map((each) => each.change);
  }
}

test("whatever is lost, sent twice or late: in the end every view is the server's document", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const server = new FakeServer(START);
      const clients = [new Client(server), new Client(server)] as const;
      for (const each of deeds) clients[each.who].do(each);
      for (const client of [...clients, ...clients]) client.settle();
      for (const { replica } of clients) {
        expect(replica.pending).toEqual([]);
        expect(replica.view).toEqual(server.records);
      }
      expect(server.records).toEqual(
        apply(
          START,
          server.entries.flatMap((each) => each.ops),
        ),
      );
      expect(new Set(server.entries.map((each) => each.id)).size).toBe(server.entries.length);
    }),
    { numRuns: 300 },
  );
});
