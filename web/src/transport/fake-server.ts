// A server for tests: it orders changes and takes each once. How two edits of one field are settled is the real
// server's business; here the last one wins, and typed text brings a dropped record back.

import type { AnyRecord, Change, ClientMessage, Entry, Op, ServerMessage } from "../generated";
import { type Records, same } from "../model";
import { apply, applyOne } from "../model/changes";
import type { SocketLike } from "./line";

const EPOCH = "2026-01-01T00:00:00Z";

export class FakeServer {
  entries: Entry[] = [];
  records: Records;
  readonly lines: FakeSocket[] = [];
  /** Changes that it refuses. */
  refuses: (change: Change) => boolean = () => false;
  /** After how many missed entries it gives the whole document. */
  catchUp = 1000;
  private readonly fallen = new Map<string, AnyRecord>();

  constructor(records: Records = new Map()) {
    this.records = records;
  }

  connect = (): FakeSocket => {
    const socket = new FakeSocket(this);
    this.lines.push(socket);
    return socket;
  };

  get seq(): number {
    return this.entries.length;
  }

  welcome(since: number | null | undefined): ServerMessage {
    const whole = typeof since !== "number" || this.seq - since > this.catchUp;
    const records = whole ? Object.fromEntries(this.records) : null;
    const entries = whole ? [] : this.entries.slice(since);
    return { type: "welcome", client: "c1", seq: this.seq, records, entries, people: [] };
  }

  /** Take a change as somebody else's or a client's; returns the answer to the asker, if it needs one. */
  take(change: Change, actor = "someone"): ServerMessage | undefined {
    const earlier = this.entries.find((entry) => entry.id === change.id);
    if (earlier) return { type: "acknowledged", change: change.id, seq: earlier.seq };
    if (this.refuses(change)) return { type: "refused", change: change.id, problem: REFUSAL };
    const ops = this.settled(change.ops);
    if (ops.length === 0) return { type: "acknowledged", change: change.id, seq: this.seq };
    this.record({ id: change.id, document: "m", seq: this.seq + 1, actor: { id: actor }, at: EPOCH, ops });
    return undefined;
  }

  private record(entry: Entry): void {
    for (const op of entry.ops) {
      const before = this.records.get(op.id);
      if (op.op === "drop" && before) this.fallen.set(op.id, before);
    }
    this.records = apply(this.records, entry.ops);
    this.entries.push(entry);
    for (const line of this.lines) line.say({ type: "entries", entries: [entry] });
  }

  private settled(ops: readonly Op[]): Op[] {
    const current = new Map(this.records);
    return ops.flatMap((op) => {
      const effective = this.effective(current, op);
      if (effective) applyOne(current, effective);
      return effective ? [effective] : [];
    });
  }

  private effective(current: Records, op: Op): Op | undefined {
    const present = current.get(op.id);
    if (op.op === "put") return same(present, op.record) ? undefined : op;
    if (op.op === "drop") return present && op;
    if (present) return { op: "set", id: op.id, field: op.field, value: op.value };
    const fallen = this.fallen.get(op.id);
    if (fallen === undefined || op.field !== "text" || !op.value) return undefined;
    return { op: "put", id: op.id, record: { ...fallen, text: op.value } };
  }
}

const REFUSAL = {
  type: "errors#invalid-change",
  title: "Invalid change",
  status: 422,
  detail: "It breaks a rule.",
  code: "invalid-change",
};

/** One end of a line; frames go both ways only when the test lets them. */
export class FakeSocket implements SocketLike {
  onopen: SocketLike["onopen"] = null;
  onmessage: SocketLike["onmessage"] = null;
  onclose: SocketLike["onclose"] = null;
  readonly toServer: ClientMessage[] = [];
  readonly toClient: ServerMessage[] = [];
  readonly heard: ClientMessage[] = [];
  isOpen = false;
  isWelcomed = false;

  constructor(private readonly server: FakeServer) {}

  get readyState(): 1 | 2 {
    return this.isOpen ? 1 : 2;
  }

  send(frame: Parameters<WebSocket["send"]>[0]): void {
    if (!this.isOpen) throw new Error("WebSocket is already in CLOSING or CLOSED state.");
    this.toServer.push(JSON.parse(String(frame)));
  }

  /** Hang up, or hear the other side begin to; `onclose` comes later. */
  close(): void {
    this.isOpen = false;
  }

  /** The connection stands. */
  open(): void {
    this.isOpen = true;
    this.onopen?.call(undefined as never, new Event("open"));
  }

  /** The connection breaks: what is under way is lost. */
  cut(code = 1006): void {
    this.isOpen = false;
    this.toServer.length = 0;
    this.toClient.length = 0;
    this.onclose?.call(undefined as never, new CloseEvent("close", { code }));
  }

  /** The server says something; it arrives when the test lets it. */
  say(message: ServerMessage): void {
    if (this.isOpen && this.isWelcomed) this.toClient.push(message);
  }

  /** Let the server read the next frame. */
  reach(): boolean {
    const message = this.toServer.shift();
    if (message === undefined) return false;
    this.heard.push(message);
    if (message.type === "hello") {
      this.isWelcomed = true;
      this.say(this.server.welcome(message.since));
    } else if (message.type === "ping") this.say({ type: "pong" });
    else if (message.type === "edit") {
      const answer = this.server.take(message.change, "me");
      if (answer) this.say(answer);
    }
    return true;
  }

  /** Let the client read the next frame. */
  arrive(): boolean {
    const message = this.toClient.shift();
    if (message === undefined || !this.isOpen) return false;
    const data = JSON.stringify(message);
    this.onmessage?.call(undefined as never, new MessageEvent("message", { data }));
    return true;
  }

  /** Let everything through. */
  flow(): void {
    while (this.reach() || this.arrive());
  }
}
