// Changes that the server has not acknowledged yet, kept in this browser so that a reload or a crash loses nothing.
//
// Each tab has a queue of its own, and holds a lock of the queue's name as long as it lives. A queue whose lock can be
// had belongs to a tab that is gone: its changes are adopted. Where there are no locks, all queues are adopted;
// that doubles nothing, because the server takes a change once, by its id.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Change } from "../generated";
import { newId } from "../model";

/** Where a session keeps its pending changes. */
export interface PendingQueue {
  /** Write a change, or write it anew; resolves when it is kept. */
  keep(change: Change): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
  /** Take over what tabs that are gone have left, now, and later each time when one goes. */
  adopt(take: (changes: Change[]) => void): Promise<void>;
  close(): void;
}

interface Row {
  readonly id: string;
  readonly document: string;
  readonly queue: string;
  readonly change: Change;
}

interface Schema extends DBSchema {
  pending: { key: string; value: Row; indexes: { document: string } };
}

const NAME = "footfall";
const VERSION = 1;

// Async, because some browsers throw at once where nothing may be stored.
async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore("pending", { keyPath: "id" }).createIndex("document", "document");
    },
  });
}

export class StoredQueue implements PendingQueue {
  private readonly queue = newId();
  private readonly database = openDatabase();
  private readonly waitingFor = new Set<string>();
  private readonly closing = new AbortController();
  private readonly owned: Promise<void>;

  constructor(
    private readonly document: string,
    private readonly locks: LockManager | null = navigator.locks ?? null,
  ) {
    this.database.catch(() => undefined); // told by keep, which awaits it
    this.owned = this.own();
  }

  async keep(change: Change): Promise<void> {
    await this.owned;
    const row = { id: change.id, document: this.document, queue: this.queue, change };
    await (await this.database).put("pending", row);
  }

  async forget(ids: readonly string[]): Promise<void> {
    const writing = (await this.database).transaction("pending", "readwrite");
    await Promise.all([...ids.map((id) => writing.store.delete(id)), writing.done]);
  }

  async adopt(take: (changes: Change[]) => void): Promise<void> {
    const rows = await (await this.database).getAllFromIndex("pending", "document", this.document);
    const others = new Set(rows.map((row) => row.queue).filter((queue) => queue !== this.queue));
    await Promise.all(Array.from(others, (queue) => this.adoptOne(queue, take)));
  }

  close(): void {
    this.closing.abort();
    this.database.then((database) => database.close()).catch(() => undefined);
  }

  /** Hold the lock of this queue until this session closes. */
  private own(): Promise<void> {
    const { locks } = this;
    if (locks === null) return Promise.resolve();
    return new Promise((held) => {
      locks
        .request(lockName(this.queue), () => {
          held();
          return new Promise<void>((release) => {
            this.closing.signal.addEventListener("abort", () => release());
          });
        })
        .catch(() => held()); // the page may hold no locks: others then adopt, which doubles nothing
    });
  }

  private async adoptOne(queue: string, take: (changes: Change[]) => void): Promise<void> {
    if (this.locks === null) return this.takeOver(queue, take);
    const taken = await this.locks.request(lockName(queue), { ifAvailable: true }, async (lock) => {
      if (lock !== null) await this.takeOver(queue, take);
      return lock !== null;
    });
    if (!taken) this.adoptLater(this.locks, queue, take);
  }

  /** The tab of that queue lives: wait until it goes. */
  private adoptLater(locks: LockManager, queue: string, take: (changes: Change[]) => void): void {
    if (this.waitingFor.has(queue)) return;
    this.waitingFor.add(queue);
    locks
      .request(lockName(queue), { signal: this.closing.signal }, () => this.takeOver(queue, take))
      .catch(() => undefined) // this session closed first: the next one adopts
      .finally(() => this.waitingFor.delete(queue));
  }

  private async takeOver(queue: string, take: (changes: Change[]) => void): Promise<void> {
    const writing = (await this.database).transaction("pending", "readwrite");
    const rows = await writing.store.index("document").getAll(this.document);
    const left = rows.filter((row) => row.queue === queue).sort((a, b) => (a.id < b.id ? -1 : 1));
    const mine = left.map((row) => writing.store.put({ ...row, queue: this.queue }));
    await Promise.all([...mine, writing.done]);
    if (left.length > 0) take(left.map((row) => row.change));
  }
}

function lockName(queue: string): string {
  return `footfall-pending-${queue}`;
}
