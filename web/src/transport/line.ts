// The line to a live document: connects, says hello, notices when it is dead, comes back with growing pauses.

import type { ClientMessage, ServerMessage } from "../generated";
import { PROTOCOL } from "../generated/protocol.gen";

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;
const LOOK_EVERY = 1_000;
const PING_AFTER = 15_000; // of silence
const DEAD_AFTER = 4_000; // without an answer
const OPEN = 1; // WebSocket.OPEN; a socket that closes already drops what it is given and complains

/** What the line needs of a WebSocket. */
export type SocketLike = Pick<
  WebSocket,
  "readyState" | "onopen" | "onmessage" | "onclose" | "send" | "close"
>;

export interface LineEvents {
  /** The first message of each connection. */
  hello(): ClientMessage;
  message(message: ServerMessage): void;
  /** The connection is gone; `forever` when it makes no sense to come back. */
  lost(forever: boolean): void;
}

export class Line {
  private socket: SocketLike | undefined;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly watch: ReturnType<typeof setInterval>;
  private heardAt = 0;
  private askedAt: number | undefined;
  private told = false;
  private closed = false;

  constructor(
    private readonly connect: () => SocketLike,
    private readonly events: LineEvents,
  ) {
    this.watch = setInterval(() => this.look(), LOOK_EVERY);
    this.open();
  }

  /** Send a message whose answer is awaited; false when there is no line. */
  send(message: ClientMessage): boolean {
    if (this.socket?.readyState !== OPEN || this.heardAt === 0) return false;
    if (message.type !== "presence") this.askedAt ??= Date.now();
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** Come back now rather than after the pause: the network or the page woke up. */
  wake(): void {
    if (this.closed) return;
    if (this.socket === undefined) this.open();
    else this.send({ type: "ping" });
  }

  /** Hang up and connect anew: after a gap, or under another name. */
  restart(): void {
    if (!this.closed && this.socket !== undefined) this.lose(this.socket, 0);
  }

  close(): void {
    this.closed = true;
    clearInterval(this.watch);
    clearTimeout(this.retry);
    const socket = this.socket;
    this.socket = undefined;
    socket?.close(1000);
  }

  private open(): void {
    clearTimeout(this.retry);
    const socket = this.connect();
    this.socket = socket;
    this.heardAt = 0;
    this.askedAt = Date.now();
    this.told = false;
    socket.onopen = () => {
      if (socket === this.socket) socket.send(JSON.stringify(this.events.hello()));
    };
    socket.onmessage = (event) => {
      if (socket === this.socket) this.hear(event.data);
    };
    socket.onclose = (event) => this.lose(socket, event.code);
  }

  private hear(data: unknown): void {
    if (typeof data !== "string") return;
    const message: ServerMessage = JSON.parse(data);
    this.heardAt = Date.now();
    this.askedAt = undefined;
    if (message.type === "failed") this.told = true;
    else this.failures = 0;
    this.events.message(message);
  }

  private look(): void {
    if (this.socket === undefined) return;
    const now = Date.now();
    if (this.askedAt !== undefined && now - this.askedAt > DEAD_AFTER) this.lose(this.socket, 0);
    else if (this.heardAt > 0 && now - this.heardAt > PING_AFTER) this.send({ type: "ping" });
  }

  private lose(socket: SocketLike, code: number): void {
    if (socket !== this.socket) return;
    this.socket = undefined;
    socket.close();
    // The server said why, and coming back would end the same way: the map is gone, or this page is too old.
    const forever = code === PROTOCOL.gone || (code === PROTOCOL.refused && this.told);
    if (forever) this.close();
    else this.retry = setTimeout(() => this.open(), this.pause());
    this.events.lost(forever);
  }

  private pause(): number {
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures);
    this.failures += 1;
    return longest * (0.5 + Math.random() / 2);
  }
}
