import type { Actor, Comment, Op } from "../generated";
import { newId, put, type Records, set } from "../model";

/** How a thread stands; an orphan is open, and what it was about is gone. */
export type ThreadState = "open" | "resolved" | "orphan";

export interface Remark {
  id: string;
  comment: Comment;
}

export interface Thread extends Remark {
  state: ThreadState;
  answers: readonly Remark[];
}

/** All threads, the oldest first; an answer whose first comment is gone begins a thread of its own. */
export function threadsOf(records: Records): Thread[] {
  const remarks: Remark[] = [];
  for (const [id, record] of records) if (record.type === "comment") remarks.push({ id, comment: record });
  remarks.sort((a, b) => (a.comment.at ?? "").localeCompare(b.comment.at ?? "") || (a.id < b.id ? -1 : 1));
  const answers = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const thread = remark.comment.thread ?? "";
    answers.set(thread, [...(answers.get(thread) ?? []), remark]);
  }
  return remarks
    .filter(({ comment }) => records.get(comment.thread ?? "")?.type !== "comment")
    .map((first) => ({
      ...first,
      state: stateOf(records, first.comment),
      answers: answers.get(first.id) ?? [],
    }));
}

function stateOf(records: Records, { resolved, target = "", step = "" }: Comment): ThreadState {
  if (resolved) return "resolved";
  return records.has(target) && (!step || records.has(step)) ? "open" : "orphan";
}

/** Under which key the threads about a record, or about one cell of a lane, are counted. */
export function anchorOf(target: string, step = ""): string {
  return step ? `${target}|${step}` : target;
}

/** How many open threads there are about each anchor. */
export function openCounts(threads: readonly Thread[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { state, comment } of threads) {
    const anchor = anchorOf(comment.target ?? "", comment.step);
    if (state === "open") counts.set(anchor, (counts.get(anchor) ?? 0) + 1);
  }
  return counts;
}

/** Whether two lists of threads say the same, so that nothing is drawn again while somebody types in a card. */
export function sameThreads(a: readonly Thread[], b: readonly Thread[]): boolean {
  const flat = (threads: readonly Thread[]) => threads.flatMap((one) => [one, ...one.answers]);
  const [left, right] = [flat(a), flat(b)];
  const isSame =
    left.length === right.length && left.every(({ comment }, at) => comment === right[at]?.comment);
  return isSame && a.every(({ state }, at) => state === b[at]?.state);
}

/** Who is spoken to: people whose name stands after an @. */
export function mentionedIn(text: string, people: readonly Actor[]): string[] {
  const words = text.toLowerCase();
  return people.filter(({ name }) => name && words.includes(`@${name.toLowerCase()}`)).map(({ id }) => id);
}

interface Said {
  text: string;
  target: string;
  step?: string | undefined;
  thread?: string | undefined;
}

/** Say something about a record, or answer. */
export function saying(said: Said, author: Actor, people: readonly Actor[], now = new Date()): Op {
  const mentions = mentionedIn(said.text, people);
  const comment: Comment = {
    type: "comment",
    target: said.target,
    ...(said.step ? { step: said.step } : {}),
    ...(said.thread ? { thread: said.thread } : {}),
    text: said.text.trim(),
    author: author.id,
    ...(author.name ? { author_name: author.name } : {}),
    at: now.toISOString(),
    ...(mentions.length > 0 ? { mentions } : {}),
  };
  return put(newId(), comment);
}

export function resolving({ id }: Remark, isResolved: boolean): Op {
  return set(id, "resolved", isResolved || null);
}
