import type { Mapping, Preview, Remembered } from "../../generated";
import { downloadRejects, ask as fetched, forgetUpload, importUpload, previewUpload } from "../../transport";
import { sendFiles } from "../../transport/uploading";
import { saveFile } from "../../ui/saving";
import { inWords } from "../useAsked";
import { lacks, trimmed } from "./kinds";
import { type Draft, filesOf, NOTHING, wizard } from "./wizard";

// What the import page does: it sends files, looks into them, tries a mapping on the first rows, and imports.

const PAUSE = 350; // milliseconds without a change before the first rows are read anew
const UNKNOWN = "?"; // stands for a column that was not chosen yet, where only the table is looked at
const BLANK: Mapping = { kind: "events", customer: "" };

const sent = new Map<string, File>(); // by name: what the server has forgotten can be sent again

let sending = new AbortController();
let trying: ReturnType<typeof setTimeout> | undefined;
let turn = 0; // of the looks into a file: an answer that comes late is not shown

/** Send files and look into them; the first is the one to import. */
export async function bring(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const { upload } = wizard.get();
  for (const file of files) sent.set(file.name, file);
  sending = new AbortController();
  wizard.set({ sending: 0, error: null });
  try {
    const told = (share: number) => wizard.set({ sending: share });
    const here = await sendFiles(files, upload?.id ?? "", told, sending.signal);
    wizard.set({ upload: here, sending: null });
    await lookAtAll();
  } catch (error) {
    wizard.set({ sending: null, error: sending.signal.aborted ? null : error });
  }
}

export function stopSending(): void {
  sending.abort();
}

/** Look into every file that was not looked into yet. */
async function lookAtAll(): Promise<void> {
  const { drafts, unreadable } = wizard.get();
  for (const file of filesOf(wizard.get())) if (!drafts[file] && !unreadable[file]) await look(file);
}

async function look(file: string): Promise<void> {
  wizard.set({ isLooking: true });
  try {
    const preview = await previewOf(file, null);
    const draft = { preview, mapping: preview.mapping ?? BLANK, proposed: preview.mapping ?? null };
    const { drafts, current } = wizard.get();
    wizard.set({ drafts: { ...drafts, [file]: draft }, current: current || file });
  } catch (error) {
    wizard.set({ unreadable: { ...wizard.get().unreadable, [file]: inWords(error) } });
  } finally {
    wizard.set({ isLooking: false });
  }
}

function previewOf(file: string, mapping: Mapping | null): Promise<Preview> {
  const id = wizard.get().upload?.id ?? "";
  return fetched(previewUpload({ path: { id }, body: { file, mapping } }));
}

/** Take another file as the one to import next. */
export function choose(file: string): void {
  wizard.set({ current: file, replaces: "", error: null });
}

/** Read the file in another way; the first rows are tried with it after a short pause. */
export function change(mapping: Mapping): void {
  const { drafts, current } = wizard.get();
  const draft = drafts[current];
  if (!draft) return;
  wizard.set({ drafts: { ...drafts, [current]: { ...draft, mapping } } });
  clearTimeout(trying);
  trying = setTimeout(() => tryOut(current), PAUSE);
}

async function tryOut(file: string): Promise<void> {
  const mapping = wizard.get().drafts[file]?.mapping;
  if (!mapping) return;
  turn += 1;
  const mine = turn;
  wizard.set({ isLooking: true });
  try {
    const preview = await previewOf(
      file,
      lacks(mapping).length === 0 ? trimmed(mapping) : tableOnly(mapping),
    );
    if (mine === turn) put(file, (draft) => ({ ...draft, preview: kept(preview, draft) }));
  } catch (error) {
    if (mine === turn) wizard.set({ error });
  } finally {
    if (mine === turn) wizard.set({ isLooking: false });
  }
}

/** Take it as it is proposed, though the file does not say it: somebody has looked. */
export function vouch(file: string): void {
  put(file, (draft) => ({ ...draft, preview: { ...draft.preview, missing: "" } }));
}

/** A mapping that says how the table is read and nothing of what it means, for one that lacks something still. */
function tableOnly({ encoding, separator, header_rows, worksheet, unfold }: Mapping): Mapping {
  const table = { encoding, separator, header_rows, worksheet, unfold };
  return { ...table, kind: "aliases", customer: UNKNOWN, also_known_as: [UNKNOWN] };
}

/** What only the first look tells stays; the trial of a mapping that lacks something is none. */
function kept(preview: Preview, { mapping, proposed, preview: before }: Draft): Preview {
  const isWhole = lacks(mapping).length === 0;
  const isAnswered = isWhole && (proposed === null || mapping.time_is !== proposed.time_is);
  const said = isWhole ? {} : { trial: null, problem: "" };
  const { remembered = null, also = [], source, why } = before;
  return { ...preview, ...said, remembered, also, source, why, missing: isAnswered ? "" : before.missing };
}

function put(file: string, change: (draft: Draft) => Draft): void {
  const { drafts } = wizard.get();
  const draft = drafts[file];
  if (draft) wizard.set({ drafts: { ...drafts, [file]: change(draft) }, error: null });
}

/** Read the file as one like it was read before. */
export function remember({ mapping }: Remembered): void {
  change(mapping);
}

/** Read an imported file once more, in another way where one is given; it is sent again where the server forgot it. */
export async function again(file: string, mapping?: Mapping): Promise<void> {
  const { upload, reports } = wizard.get();
  const { [file]: _, ...others } = reports;
  const own = sent.get(file);
  wizard.set({ reports: others, current: file, replaces: "", upload: upload?.id ? upload : null });
  if (own && !upload?.id) await bring([own]);
  if (mapping) change(mapping);
}

/** Import the current file in the background. */
export async function bringIn(name: string): Promise<void> {
  const { upload, current, drafts, replaces } = wizard.get();
  const mapping = drafts[current]?.mapping;
  if (!upload || !mapping) return;
  clearTimeout(trying);
  wizard.set({ error: null, name });
  try {
    const body = { file: current, mapping: trimmed(mapping), name, replaces };
    const job = await fetched(importUpload({ path: { id: upload.id }, body }));
    wizard.set({ job: job.id });
  } catch (error) {
    wizard.set({ error });
  }
}

/** Forget all files here and begin anew. */
export function startOver(): void {
  const { upload } = wizard.get();
  stopSending();
  clearTimeout(trying);
  turn += 1;
  sent.clear();
  wizard.set(NOTHING);
  if (upload?.id) void forgetUpload({ path: { id: upload.id } });
}

/** The refused rows of a file, as they stand in it, each with its line and the reason. */
export async function rejectsOf(file: string): Promise<void> {
  const { upload, drafts } = wizard.get();
  const mapping = drafts[file]?.mapping;
  if (!upload || !mapping) return;
  const rows = await fetched(
    downloadRejects({ path: { id: upload.id }, body: { file, mapping: trimmed(mapping) }, parseAs: "blob" }),
  );
  saveFile(rows, `${file.replace(/\.[^.]+$/, "")}-refused.csv`);
}
