// Undo and redo of one's own work, while others work on the same document.
//
// A step keeps the inverse ops of one edit and the touched records as the edit left them. What somebody else has
// changed since is theirs: U1 a field that they wrote over stays; U2 a text or a set is merged, so that only one's own
// part goes; U3 a record that one made stays when they put something into it; U4 a record that is there again stays.

import type { AnyRecord, Op } from "../generated";
import { apply, invert, same } from "./changes";
import { fieldOf, type Records, ruleOf } from "./records";

type SetOp = Extract<Op, { op: "set" }>;

const DEPTH = 200;
const PAUSE = 1500; // milliseconds: typing that goes on after a longer pause is a new step

interface Step {
  readonly ops: readonly Op[];
  readonly left: ReadonlyMap<string, AnyRecord | undefined>;
  readonly field: string | undefined;
  readonly at: number;
}

export class UndoStack {
  private undos: Step[] = [];
  private redos: Step[] = [];

  get canUndo(): boolean {
    return this.undos.length > 0;
  }

  get canRedo(): boolean {
    return this.redos.length > 0;
  }

  /** Remember an edit of one's own; what could be redone is given up. */
  push(before: Records, after: Records, ops: readonly Op[], now: number): void {
    const step = stepOf(before, after, ops, now);
    const last = this.undos.at(-1);
    const goesOn = last?.field !== undefined && last.field === step.field && now - last.at < PAUSE;
    if (goesOn) this.undos.pop();
    this.undos.push(goesOn ? { ...step, ops: last.ops } : step);
    this.undos.splice(0, this.undos.length - DEPTH);
    this.redos = [];
  }

  /** The ops that take back the last edit that can still be taken back; empty when there is none. */
  undo(view: Records): Op[] {
    return move(this.undos, this.redos, view);
  }

  /** The ops that do again what was undone last; empty when there is nothing. */
  redo(view: Records): Op[] {
    return move(this.redos, this.undos, view);
  }
}

function move(from: Step[], to: Step[], view: Records): Op[] {
  for (let step = from.pop(); step !== undefined; step = from.pop()) {
    const ops = stillSensible(step, view);
    if (ops.length > 0) {
      to.push(stepOf(view, apply(view, ops), ops, Number.NEGATIVE_INFINITY));
      return ops;
    }
  }
  return [];
}

function stepOf(before: Records, after: Records, ops: readonly Op[], at: number): Step {
  const left = new Map(ops.map((op) => [op.id, after.get(op.id)]));
  return { ops: invert(before, ops), left, field: soleField(ops), at };
}

function soleField(ops: readonly Op[]): string | undefined {
  const [op, ...others] = ops;
  return op?.op === "set" && others.length === 0 ? `${op.id}/${op.field}` : undefined;
}

/** Per record: everything where it is as the step left it; otherwise what U1 to U4 leave of it. */
function stillSensible(step: Step, view: Records): Op[] {
  return step.ops.flatMap((op, index) => {
    const [left, now] = [step.left.get(op.id), view.get(op.id)];
    if (isAsLeft(left, now)) return [op];
    if (op.op !== "set" || now === undefined || isWrittenLater(op, step.ops.slice(index + 1))) return [];
    return sensibleSet(op, left, now);
  });
}

function isAsLeft(left: AnyRecord | undefined, now: AnyRecord | undefined): boolean {
  if (left === undefined || now === undefined) return left === now;
  return Object.keys(left).length === Object.keys(now).length && covers(now, left);
}

/** Equal, but for what the server wrote out inside values: the defaults of a question, a moment to its microsecond. */
function covers(now: unknown, left: unknown): boolean {
  if (Array.isArray(now) && Array.isArray(left)) {
    return now.length === left.length && left.every((part, index) => covers(now[index], part));
  }
  if (!isObject(now) || !isObject(left)) return same(now, left) || isSameMoment(now, left);
  return Object.entries(left).every(([name, part]) => Object.hasOwn(now, name) && covers(now[name], part));
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function isSameMoment(...both: unknown[]): boolean {
  const [one, other] = both.map((each) => MOMENT.test(String(each)) && Date.parse(String(each)));
  return one !== false && one === other;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWrittenLater(op: SetOp, later: readonly Op[]): boolean {
  return later.some((other) => other.op === "set" && other.id === op.id && other.field === op.field);
}

function sensibleSet(op: SetOp, left: AnyRecord | undefined, now: AnyRecord): Op[] {
  const [expected, current] = [fieldOf(left, op.field), fieldOf(now, op.field)];
  const rule = ruleOf(now.type, op.field);
  if (rule?.merge === "text" || rule?.merge === "set") {
    return [{ ...op, base: expected ?? rule.initial }];
  }
  return covers(current ?? null, expected ?? null) ? [op] : [];
}
