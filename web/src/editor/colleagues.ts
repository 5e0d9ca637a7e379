import type { Person } from "../generated";
import { same } from "../model";

const NOBODY: readonly Person[] = [];

/**
 * Who else is where, by cell: `lane|step`, or `lane|` for a lane's name.
 *
 * Each cell listens for itself, so that a colleague who walks redraws two cells and not the whole map.
 */
export class Colleagues {
  private people: readonly Person[] = NOBODY;
  private cells: ReadonlyMap<string, readonly Person[]> = new Map();
  private isShown = true;
  private readonly listeners = new Map<string, Set<() => void>>();

  /** Everybody else who is here. */
  all = (): readonly Person[] => this.people;

  /** The people in a cell; the same list while none of them moves. */
  at(cell: string): readonly Person[] {
    return (this.isShown && this.cells.get(cell)) || NOBODY;
  }

  /** One colleague: of several windows the one that is on the map. */
  find(actor: string): Person | undefined {
    const windows = this.people.filter((person) => person.actor.id === actor);
    return windows.find(({ editing }) => editing) ?? windows.find(({ cell }) => cell) ?? windows[0];
  }

  /** Whom one follows after somebody: the next of the people, each of them once. */
  after(actor: string): Person | undefined {
    const each = [...new Map(this.people.map((person) => [person.actor.id, person])).values()];
    return each[(each.findIndex((person) => person.actor.id === actor) + 1) % each.length];
  }

  /** Hear when the people in a cell change; "" hears of every change. */
  subscribe(cell: string, listener: () => void): () => void {
    const found = this.listeners.get(cell) ?? new Set();
    this.listeners.set(cell, found.add(listener));
    return () => {
      found.delete(listener);
      if (found.size === 0) this.listeners.delete(cell);
    };
  }

  /** Take what the server tells. */
  take(people: readonly Person[]): void {
    if (people === this.people || same(people, this.people)) return;
    const before = this.cells;
    this.people = people;
    this.cells = byCell(people, before);
    const moved = [...before.keys(), ...this.cells.keys()].filter(
      (cell) => this.cells.get(cell) !== before.get(cell),
    );
    for (const cell of new Set(["", ...moved])) this.tell(cell);
  }

  /** Whether the cells tell who is in them; who is here is told all the same. */
  show(isShown: boolean): void {
    if (isShown === this.isShown) return;
    this.isShown = isShown;
    for (const cell of this.cells.keys()) this.tell(cell);
  }

  private tell(cell: string): void {
    for (const listener of this.listeners.get(cell) ?? []) listener();
  }
}

function byCell(people: readonly Person[], before: ReadonlyMap<string, readonly Person[]>) {
  const cells = new Map<string, readonly Person[]>();
  for (const person of people) {
    if (!person.cell) continue;
    const key = `${person.cell.lane}|${person.cell.step}`;
    cells.set(key, [...(cells.get(key) ?? []), person]);
  }
  for (const [key, now] of cells) {
    const earlier = before.get(key);
    if (earlier && same(now, earlier)) cells.set(key, earlier);
  }
  return cells;
}
