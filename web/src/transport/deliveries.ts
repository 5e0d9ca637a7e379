// Brings pending changes to the server: kept on this device first, then sent, in order, a few times a second.

import type { Change } from "../generated";
import type { PendingQueue } from "./queue";
import type { Replica } from "./replica";

const PAUSE = 100; // milliseconds between two rounds: typing goes as one change a round

export interface Doors {
  /** Send a change; false when it did not go out. */
  send(change: Change): Promise<boolean>;
  /** This browser keeps nothing. */
  unkept(): void;
}

export class Deliveries {
  private readonly sent = new Set<string>();
  private readonly keeping = new Map<string, Promise<void>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastRound = Number.NEGATIVE_INFINITY;
  private isRunning = false;
  private closed = false;

  constructor(
    private readonly replica: Replica,
    private readonly queue: PendingQueue,
    private readonly doors: Doors,
  ) {}

  /** Keep a new or amended change, and send it soon. */
  accept(change: Change): void {
    const kept = this.queue.keep(change).catch(() => this.doors.unkept());
    this.keeping.set(change.id, kept);
    this.hurry();
  }

  /** These are settled: they need not be kept any more. */
  done(ids: readonly string[]): void {
    for (const id of ids) this.sent.delete(id);
    void this.forget(ids);
  }

  /** Send everything that is pending once more: the line is new. */
  again(): void {
    this.sent.clear();
    this.lastRound = Number.NEGATIVE_INFINITY;
    this.hurry();
  }

  /** Start a round, at once or as soon as the pause is over. */
  hurry(): void {
    if (this.closed || this.isRunning || this.timer !== undefined) return;
    const wait = Math.max(0, this.lastRound + PAUSE - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.round();
    }, wait);
  }

  /** Send everything at once, without waiting until it is kept: the page may be about to go. */
  rush(): void {
    for (let next = this.firstUnsent(); next !== undefined; next = this.firstUnsent()) {
      const { id } = next;
      this.replica.seal(id);
      this.sent.add(id);
      void this.doors.send(next).then((isSent) => isSent || this.sent.delete(id));
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private async round(): Promise<void> {
    this.isRunning = true;
    this.lastRound = performance.now();
    try {
      while (await this.sendNext());
    } finally {
      this.isRunning = false;
    }
    if (this.replica.pending.some((each) => !each.sealed)) this.hurry();
  }

  /** Whether there may be more to send. */
  private async sendNext(): Promise<boolean> {
    const next = this.firstUnsent();
    if (next === undefined || this.closed) return false;
    this.replica.seal(next.id);
    await this.keeping.get(next.id);
    // Meanwhile the line may be a new one, to which earlier changes must go first.
    if (this.firstUnsent()?.id !== next.id) return true;
    if (this.closed || !(await this.doors.send(next))) return false;
    this.sent.add(next.id);
    return true;
  }

  private firstUnsent(): Change | undefined {
    return this.replica.pending.find((each) => !this.sent.has(each.change.id))?.change;
  }

  private async forget(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => this.keeping.get(id)));
    for (const id of ids) this.keeping.delete(id);
    await this.queue.forget(ids).catch(() => this.doors.unkept());
  }
}
