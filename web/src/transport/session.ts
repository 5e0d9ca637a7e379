// A document that is open: its view, its save state, who else is here. No framework: `subscribe` and `getSnapshot`
// are what useSyncExternalStore wants.

import type { Change, Entry, Op, Person, Problem, ServerMessage } from "../generated";
import { PROTOCOL } from "../generated/protocol.gen";
import { apply, newChangeId, newId, normalOps, type Records, UndoStack } from "../model";
import { ApiError, ask, changeLibrary, changeMap } from "./api";
import { coalesced } from "./coalescing";
import { Deliveries } from "./deliveries";
import { identity, subscribeIdentity } from "./identity";
import { Line, type SocketLike } from "./line";
import { type Notice, typedText } from "./notices";
import { Presence, type Whereabouts } from "./presence";
import { type PendingQueue, StoredQueue } from "./queue";
import { Replica } from "./replica";

/**
 * `connecting`: the document has not come yet. `saving`: the server has not acknowledged everything. `saved`: it has.
 * `offline`: no line; what is typed is kept on this device. `failed`: the server takes nothing; show it read-only.
 */
export type SaveState = "connecting" | "saving" | "saved" | "offline" | "failed";

export interface SaveStatus {
  readonly state: SaveState;
  /** Changes without acknowledgement. */
  readonly pending: number;
  /** When the last acknowledgement came. */
  readonly savedAt: Date | undefined;
}

export interface Snapshot {
  readonly records: Records;
  /** Whether the document has come; before that `records` is empty. */
  readonly ready: boolean;
  readonly status: SaveStatus;
  /** The others who have the document open. */
  readonly people: readonly Person[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly notices: readonly Notice[];
}

export interface DocumentSession {
  subscribe(listener: () => void): () => void;
  /** The same object until something changes. */
  getSnapshot(): Snapshot;
  /** Edit at once; ops of one call are taken together or not at all. Texts get their base from the view. */
  edit(ops: readonly Op[]): void;
  /** Take back one's own last edit; returns the ids of the records that it touched, none when nothing was left. */
  undo(): readonly string[];
  redo(): readonly string[];
  /** Tell the others where one is; call it as often as you like. */
  setPresence(where: Whereabouts): void;
  /** Hear what others did, with the records as they were before it. */
  overhear(listener: Overheard): () => void;
  /** Take a notice away. */
  dismiss(id: string): void;
  close(): void;
}

export type Overheard = (entries: readonly Entry[], before: Records) => void;

/** What a session stands on; tests put their own in. */
export interface Ground {
  readonly connect: () => SocketLike;
  readonly queue: PendingQueue;
  /** The way for changes that are too large for a frame, such as a whole pasted map. Throws ApiError. */
  readonly post: (change: Change) => Promise<Entry>;
}

const LARGE = PROTOCOL.longestFrame / 4; // characters; a character may be four bytes

/** Open a document; `id` is a map's id, or "library". */
export function openDocument(id: string, ground: Partial<Ground> = {}): DocumentSession {
  return new Session({
    connect: ground.connect ?? (() => new WebSocket(liveAddress(id))),
    queue: ground.queue ?? new StoredQueue(id),
    post: ground.post ?? ((change) => ask(postTo(id, change))),
  });
}

function postTo(id: string, body: Change) {
  return id === "library" ? changeLibrary({ body }) : changeMap({ path: { id }, body });
}

function liveAddress(id: string): string {
  const address = new URL(`/api/v1/documents/${encodeURIComponent(id)}/live`, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}

class Session implements DocumentSession {
  private readonly replica = new Replica();
  private readonly steps = new UndoStack();
  private readonly listeners = new Set<() => void>();
  private readonly queue: PendingQueue;
  private readonly deliveries: Deliveries;
  private readonly presence: Presence;
  private readonly ears = new Set<Overheard>();
  private readonly letGo: (() => void)[] = [];
  private line: Line | undefined;
  private isOpen = false;
  private wasLost = false;
  private closed = false;
  private client = "";
  private people: readonly Person[] = [];
  private problem: Problem | undefined;
  private notices: readonly Notice[] = [];
  private savedAt: Date | undefined;
  private snapshot: Snapshot;

  constructor(ground: Ground) {
    this.queue = ground.queue;
    this.deliveries = new Deliveries(this.replica, this.queue, {
      send: (change) => this.send(change, ground.post),
      unkept: () => this.notify("unkept"),
    });
    this.presence = new Presence((where) => {
      if (this.isOpen) this.line?.send({ type: "presence", ...where });
    });
    this.snapshot = this.taken();
    void this.start(ground.connect);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): Snapshot => this.snapshot;

  edit = (ops: readonly Op[]): void => {
    const before = this.replica.view;
    const normal = normalOps(before, ops);
    if (normal.length === 0) return;
    this.request(normal);
    this.steps.push(before, apply(before, normal), normal, Date.now());
    this.changed();
  };

  undo = (): readonly string[] => this.repeat(this.steps.undo(this.replica.view));

  redo = (): readonly string[] => this.repeat(this.steps.redo(this.replica.view));

  setPresence = (where: Whereabouts): void => this.presence.set(where);

  overhear = (listener: Overheard): (() => void) => {
    this.ears.add(listener);
    return () => this.ears.delete(listener);
  };

  dismiss = (id: string): void => {
    this.notices = this.notices.filter((notice) => notice.id !== id);
    this.changed();
  };

  close = (): void => {
    this.closed = true;
    for (const end of this.letGo) end();
    this.deliveries.close();
    this.presence.close();
    this.line?.close();
    this.queue.close();
    this.listeners.clear();
    this.ears.clear();
  };

  private async start(connect: () => SocketLike): Promise<void> {
    await this.adopt();
    if (this.closed) return;
    this.line = new Line(connect, {
      hello: () => ({
        type: "hello",
        version: PROTOCOL.version,
        actor: identity(),
        since: this.replica.seq ?? null,
      }),
      message: (message) => this.hear(message),
      lost: (forever) => this.lost(forever),
    });
    this.listenToPage(this.line);
  }

  private listenToPage(line: Line): void {
    const wake = () => line.wake();
    const turn = () => (document.visibilityState === "hidden" ? this.deliveries.rush() : line.wake());
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", turn);
    this.letGo.push(
      () => window.removeEventListener("online", wake),
      () => document.removeEventListener("visibilitychange", turn),
      subscribeIdentity(() => line.restart()),
    );
  }

  private async adopt(): Promise<void> {
    try {
      await this.queue.adopt((changes) => {
        this.replica.adopt(changes);
        this.deliveries.hurry();
        this.changed();
      });
    } catch {
      this.notify("unkept"); // the browser keeps nothing, such as in a private window: work goes on without
    }
  }

  private async send(change: Change, post: Ground["post"]): Promise<boolean> {
    if (!this.isOpen) return false;
    if (JSON.stringify(change).length < LARGE) return this.line?.send({ type: "edit", change }) ?? false;
    try {
      const entry = await post(change);
      if (entry.ops.length === 0) this.hear({ type: "acknowledged", change: change.id, seq: entry.seq });
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { problem } = error;
      if (problem.status < 400 || problem.status >= 500) return false;
      this.hear({ type: "refused", change: change.id, problem });
      return true;
    }
  }

  private request(ops: readonly Op[]): void {
    const last = this.replica.pending.at(-1);
    const together = last && !last.sealed ? coalesced(last.change.ops, ops) : undefined;
    const amended = together && this.replica.amend(together, ops);
    const change = amended ?? { id: newChangeId(), ops: [...ops] };
    if (!amended) this.replica.add(change);
    this.deliveries.accept(change);
  }

  private repeat(ops: Op[]): readonly string[] {
    if (ops.length > 0) this.request(normalOps(this.replica.view, ops));
    this.changed();
    return [...new Set(ops.map((op) => op.id))];
  }

  private hear(message: ServerMessage): void {
    switch (message.type) {
      case "welcome":
        this.welcome(message);
        break;
      case "entries":
        this.take(message.entries);
        break;
      case "acknowledged":
        if (this.replica.acknowledge(message.change)) this.saved([message.change]);
        break;
      case "refused":
        this.refused(message.change ?? undefined, message.problem);
        break;
      case "reset":
        this.replica.reset(message.seq, message.records);
        this.takesAgain();
        break;
      case "failed":
        this.failed(message.problem);
        break;
      case "presence":
        this.people = this.others(message.people);
        break;
      case "pong":
        return;
    }
    this.changed();
  }

  private welcome(message: Extract<ServerMessage, { type: "welcome" }>): void {
    this.isOpen = true;
    this.client = message.client;
    this.people = this.others(message.people ?? []);
    if (message.records) this.replica.reset(message.seq, message.records);
    this.take(message.entries ?? []);
    this.takesAgain();
    this.presence.again();
    void this.adopt();
  }

  /** The server takes changes (again): what is pending is sent, in order; it takes none twice. */
  private takesAgain(): void {
    this.problem = undefined;
    this.notices = this.notices.filter((notice) => notice.kind !== "failed");
    this.deliveries.again();
  }

  private take(entries: Parameters<Replica["take"]>[0]): void {
    const before = this.replica.view;
    const { seq = 0 } = this.replica;
    const acknowledged = this.replica.take(entries);
    if (acknowledged === undefined) {
      this.line?.restart();
      return;
    }
    this.saved(acknowledged);
    const own = identity().id;
    const others = entries.filter(
      (entry) => entry.seq > seq && entry.actor.id !== own && !acknowledged.includes(entry.id),
    );
    if (others.length > 0) for (const listen of this.ears) listen(others, before);
  }

  private saved(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.savedAt = new Date();
    this.deliveries.done(ids);
  }

  private refused(id: string | undefined, problem: Problem): void {
    const ops = id === undefined ? [] : this.replica.refuse(id);
    if (id !== undefined) this.deliveries.done([id]);
    this.notify("refused", problem, ops);
  }

  private failed(problem: Problem): void {
    if (this.problem === undefined) this.notify(problem.code === "not-found" ? "gone" : "failed", problem);
    this.problem = problem;
  }

  private lost(forever: boolean): void {
    this.isOpen = false;
    this.wasLost = true;
    this.people = [];
    if (!forever) this.problem = undefined;
    this.changed();
  }

  private notify(kind: Notice["kind"], problem?: Problem, ops: readonly Op[] = []): void {
    if (kind === "unkept" && this.notices.some((notice) => notice.kind === kind)) return;
    this.notices = [...this.notices, { id: newId(), kind, problem, text: typedText(ops), ops }];
    this.changed();
  }

  private others(people: readonly Person[]): readonly Person[] {
    return people.filter((person) => person.client !== this.client);
  }

  private changed(): void {
    this.snapshot = this.taken();
    for (const listener of this.listeners) listener();
  }

  private taken(): Snapshot {
    return {
      records: this.replica.view,
      ready: this.replica.seq !== undefined,
      status: { state: this.state(), pending: this.replica.pending.length, savedAt: this.savedAt },
      people: this.people,
      canUndo: this.steps.canUndo,
      canRedo: this.steps.canRedo,
      notices: this.notices,
    };
  }

  private state(): SaveState {
    if (this.problem !== undefined) return "failed";
    if (!this.isOpen) return this.wasLost ? "offline" : "connecting";
    return this.replica.pending.length > 0 ? "saving" : "saved";
  }
}
