// A client's copy of a document: the confirmed records, the changes that wait for their acknowledgement, and the view,
// which is the one with the other applied. No clock, no network; the rules:
//
// V1  view = confirmed + pending, always: whatever arrives changes `confirmed` or `pending`, never the view itself.
// V2  entries are taken in the order of seq, each once; a gap is not bridged but reported.
// V3  a pending change leaves when its id comes in an entry, in an acknowledgement or in a refusal; only then.
// V4  a pending text for a record that somebody dropped shows the record with that text, as the server will (rule S2).
// V5  a record that did not change keeps its identity, so that nothing is painted for nothing.

import type { AnyRecord, Change, Entry, Op } from "../generated";
import { type Records, ruleOf, same } from "../model";
import { applyOne } from "../model/changes";

const FALLEN = 2000; // dropped records that are remembered

/** A change that waits; once it was sent its ops must not be altered, because the server may have taken it. */
export interface Pending {
  readonly change: Change;
  readonly sealed: boolean;
}

export class Replica {
  /** The seq up to which `confirmed` is known; undefined before the first welcome. */
  seq: number | undefined;
  view: Records = new Map();
  pending: readonly Pending[] = [];
  private confirmed: Map<string, AnyRecord> = new Map();
  private readonly fallen = new Map<string, AnyRecord>();

  /** Take a new change of one's own. */
  add(change: Change): void {
    this.pending = [...this.pending, { change, sealed: false }];
    this.view = withOps(this.view, change.ops, this.fallen);
  }

  /** Take changes that were kept from before, in front of those that were not sent yet. */
  adopt(changes: readonly Change[]): void {
    const known = new Set(this.pending.map((each) => each.change.id));
    const news = changes.filter((change) => !known.has(change.id));
    const sealed = this.pending.filter((each) => each.sealed);
    const open = this.pending.filter((each) => !each.sealed);
    this.pending = [...sealed, ...news.map((change) => ({ change, sealed: true })), ...open];
    this.paint();
  }

  /** Put other ops into the last change, which was not sent yet. */
  amend(ops: Op[], added: readonly Op[]): Change | undefined {
    const last = this.pending.at(-1);
    if (last === undefined || last.sealed) return undefined;
    const change = { id: last.change.id, ops };
    this.pending = [...this.pending.slice(0, -1), { change, sealed: false }];
    this.view = withOps(this.view, added, this.fallen);
    return change;
  }

  /** From now on this change stays as it is. */
  seal(id: string): void {
    this.pending = this.pending.map((each) => (each.change.id === id ? { ...each, sealed: true } : each));
  }

  /** Take the whole document as the server gives it. */
  reset(seq: number, records: Readonly<Record<string, AnyRecord>>): void {
    const news = new Map(Object.entries(records).map(([id, record]) => [id, this.kept(id, record)]));
    for (const [id, record] of this.confirmed) if (!news.has(id)) this.remember(id, record);
    this.confirmed = news;
    this.seq = seq;
    this.paint();
  }

  /** Take entries; returns the own changes that they acknowledge, or undefined for a gap (rule V2). */
  take(entries: readonly Entry[]): string[] | undefined {
    const acknowledged: string[] = [];
    this.confirmed = new Map(this.confirmed);
    for (const entry of entries) {
      const next = (this.seq ?? 0) + 1;
      if (entry.seq > next) return undefined;
      if (entry.seq === next) this.confirm(entry);
      if (this.remove(entry.id)) acknowledged.push(entry.id);
    }
    this.paint();
    return acknowledged;
  }

  /** A change had no effect, or was taken before. */
  acknowledge(id: string): boolean {
    const waited = this.remove(id);
    if (waited) this.paint();
    return waited;
  }

  /** A change was refused: its ops are given back, and the view goes on without it. */
  refuse(id: string): readonly Op[] {
    const refused = this.pending.find((each) => each.change.id === id);
    this.acknowledge(id);
    return refused?.change.ops ?? [];
  }

  private remove(id: string): boolean {
    const left = this.pending.filter((each) => each.change.id !== id);
    const waited = left.length < this.pending.length;
    if (waited) this.pending = left;
    return waited;
  }

  private confirm(entry: Entry): void {
    for (const op of entry.ops) {
      const before = this.confirmed.get(op.id);
      applyOne(this.confirmed, op);
      const after = this.confirmed.get(op.id);
      if (after !== undefined) this.confirmed.set(op.id, this.kept(op.id, after));
      else if (before !== undefined) this.remember(op.id, before);
    }
    this.seq = entry.seq;
  }

  private remember(id: string, record: AnyRecord): void {
    this.fallen.delete(id);
    this.fallen.set(id, record);
    const oldest = this.fallen.size > FALLEN ? this.fallen.keys().next().value : undefined;
    if (oldest !== undefined) this.fallen.delete(oldest);
  }

  /** The record as the view has it already, where it is equal (rule V5). */
  private kept(id: string, record: AnyRecord): AnyRecord {
    const shown = this.view.get(id);
    return shown !== undefined && same(shown, record) ? shown : record;
  }

  private paint(): void {
    const ops = this.pending.flatMap((each) => each.change.ops);
    const painted = withOps(this.confirmed, ops, this.fallen);
    this.view = this.withIdentity(painted, ops);
  }

  private withIdentity(painted: Records, ops: readonly Op[]): Records {
    const kept = new Map(painted);
    for (const { id } of ops) {
      const record = kept.get(id);
      if (record !== undefined) kept.set(id, this.kept(id, record));
    }
    return kept;
  }
}

function withOps(records: Records, ops: readonly Op[], fallen: Records): Records {
  const after = new Map(records);
  for (const op of ops) {
    const revived = op.op === "set" && !after.has(op.id) ? revivedBy(op, fallen.get(op.id)) : undefined;
    if (revived !== undefined) after.set(op.id, revived);
    applyOne(after, op);
  }
  return after;
}

/** The dropped record that typed text brings back (rule S2). */
function revivedBy(op: Extract<Op, { op: "set" }>, record: AnyRecord | undefined): AnyRecord | undefined {
  if (record === undefined || !op.value) return undefined;
  return ruleOf(record.type, op.field)?.merge === "text" ? record : undefined;
}
