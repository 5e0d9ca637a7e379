// Pictures on their way to the server. Each is for something (a card, a persona's photo), by whose key it is found;
// what is on its way outlives the part of the page that began it, and one that the server refuses is kept to try again.

import { t } from "@lingui/core/macro";
import { PROTOCOL } from "../generated/protocol.gen";
import { ApiError, ask, keepImage } from "./api";

/** A picture that is not kept yet. */
export interface Sending {
  readonly state: "sending" | "waiting" | "failed";
  /** The picture as it is in this browser. */
  readonly preview: string;
  /** Why it is not kept, in a sentence. */
  readonly why: string;
}

interface Task extends Sending {
  readonly file: Blob;
  readonly keep: (image: string) => void;
}

/** The kinds of files that a person is asked for. */
export const PICTURES = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/svg+xml"];

const AGAIN = 4000; // milliseconds until the server is tried again
const tasks = new Map<string, Task>();
const listeners = new Set<() => void>();

/** Where a kept picture is. */
export function addressOf(image: string): string {
  return `/api/v1/images/${encodeURIComponent(image)}`;
}

/** The first picture among files, or whatever came first: the server says what is wrong with it. */
export function pictureAmong(files: Iterable<File>): File | undefined {
  const all = [...files];
  return all.find(({ type }) => type.startsWith("image/")) ?? all[0];
}

/** What is on its way for something; null when nothing is. */
export function sendingFor(key: string): Sending | null {
  return tasks.get(key) ?? null;
}

/** Hear when something is sent, kept or refused. */
export function subscribeSending(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Bring a picture; `keep` is told its id when the server has it. One brought later for the same key replaces it. */
export function bring(key: string, file: Blob, keep: (image: string) => void): void {
  forget(key);
  void send(key, { file, keep, preview: URL.createObjectURL(file), state: "sending", why: "" });
}

/** Try one that failed again. */
export function bringAgain(key: string): void {
  const task = tasks.get(key);
  if (task && task.state !== "sending") void send(key, { ...task, state: "sending", why: "" });
}

/** Let go of one that is not kept yet. */
export function forget(key: string): void {
  const task = tasks.get(key);
  if (!task) return;
  URL.revokeObjectURL(task.preview);
  tasks.delete(key);
  tell();
}

async function send(key: string, task: Task): Promise<void> {
  note(key, task);
  try {
    const { id } = await ask(keepImage({ body: { file: checked(task.file) } }));
    if (tasks.get(key) !== task) return;
    task.keep(id);
    forget(key);
  } catch (error) {
    if (tasks.get(key) === task) refuse(key, task, error);
  }
}

/** One that is too large is not sent at all. */
function checked(file: Blob): Blob {
  const most = PROTOCOL.largestPicture;
  if (file.size <= most) return file;
  throw new TooLarge(
    t`The file has more than ${most / 1_000_000} million bytes. Save it smaller, or as a JPEG.`,
  );
}

class TooLarge extends Error {}

/** A server that is away is tried again by itself; a picture that it refuses waits for a person. */
function refuse(key: string, task: Task, error: unknown): void {
  const why = error instanceof Error ? error.message : "";
  const isAway = error instanceof ApiError && error.problem.code === "unreachable";
  note(key, { ...task, state: isAway ? "waiting" : "failed", why });
  if (isAway) setTimeout(() => waits(key) && bringAgain(key), AGAIN);
}

function waits(key: string): boolean {
  return tasks.get(key)?.state === "waiting";
}

function note(key: string, task: Task): void {
  tasks.set(key, task);
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}
