import type { Cell } from "../generated";
import { same } from "../model";

/** Where somebody is on a document, and whether they type there. */
export interface Whereabouts {
  readonly cell: Cell | null;
  readonly editing: boolean;
}

const PAUSE = 150; // milliseconds between two messages: a moving focus is no news before it rests

/** Tells the others where one is: the last word of each pause, and never the same word twice. */
export class Presence {
  private where: Whereabouts | undefined;
  private told: Whereabouts | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: (where: Whereabouts) => void) {}

  set(where: Whereabouts): void {
    this.where = where;
    this.timer ??= setTimeout(() => this.speak(), PAUSE);
  }

  /** The line is new: it has not heard anything yet. */
  again(): void {
    this.told = undefined;
    if (this.where !== undefined) this.set(this.where);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private speak(): void {
    this.timer = undefined;
    if (this.where === undefined || same(this.where, this.told)) return;
    this.told = this.where;
    this.tell(this.where);
  }
}
