import type { ImportReport, Mapping, Preview, Upload } from "../../generated";
import type { Samples } from "./kinds";
import type { Headers } from "./reaching";

// What the import page knows. It outlives the page: who looks at something else meanwhile comes back to it.

/** One file as it was read last, and how it would be read now. */
export interface Draft {
  readonly preview: Preview;
  /** What a person chose; may lack something still. */
  readonly mapping: Mapping;
  /** What Footfall proposed. */
  readonly proposed: Mapping | null;
}

export interface Wizard {
  readonly upload: Upload | null;
  /** The share of the files that was sent; null when nothing is on its way. */
  readonly sending: number | null;
  /** The file that is imported next. */
  readonly current: string;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Files that are no tables, with the sentence that says so. */
  readonly unreadable: Readonly<Record<string, string>>;
  readonly reports: Readonly<Record<string, ImportReport>>;
  /** The dataset that it goes into, and the file for which that was said. */
  readonly name: string;
  readonly namedFor: string;
  /** The import that this one takes the place of. */
  readonly replaces: string;
  /** The import that runs. */
  readonly job: string;
  readonly isLooking: boolean;
  readonly error: unknown;
}

export const NOTHING: Wizard = {
  upload: null,
  sending: null,
  current: "",
  drafts: {},
  unreadable: {},
  reports: {},
  name: "",
  namedFor: "",
  replaces: "",
  job: "",
  isLooking: false,
  error: null,
};

let state = NOTHING;
const listeners = new Set<() => void>();

export const wizard = {
  get: () => state,
  set(part: Partial<Wizard>) {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** The upload after an import: the server forgets one of a single file of which nothing was refused. */
export function uploadAfter({ upload }: Wizard, { refused }: ImportReport): Upload | null {
  return upload && upload.files.length === 1 && refused === 0 ? { ...upload, id: "" } : upload;
}

/** The files that are here, in the order in which they came. */
export function filesOf({ upload }: Wizard): string[] {
  return upload?.files.map((file) => file.name) ?? [];
}

/** The file to import after this one: the next table that was not imported yet. */
export function nextFile(now: Wizard): string {
  const open = filesOf(now).filter((file) => !now.reports[file] && !now.unreadable[file]);
  return open.find((file) => file !== now.current) ?? "";
}

/** The columns of all files here. */
export function headersOf({ drafts }: Wizard): Headers {
  return new Map(Object.entries(drafts).map(([file, { preview }]) => [file, preview.columns]));
}

/** The columns of a file and those that its joins bring. */
export function columnsOf({ preview, mapping }: Draft): string[] {
  const brought = (mapping.joins ?? []).map((join) => join.column).filter(Boolean);
  return [...new Set([...preview.columns, ...brought])];
}

/** The first values of each column; those of a column that another file brings stand there. */
export function samplesOf(now: Wizard, { preview, mapping }: Draft): Samples {
  const brought = (mapping.joins ?? []).map((join): [string, string[]] => {
    const theirs = now.drafts[join.file]?.preview;
    return [join.column, theirs ? valuesOf(theirs, join.column) : []];
  });
  return new Map([
    ...brought,
    ...preview.columns.map((column): [string, string[]] => [column, valuesOf(preview, column)]),
  ]);
}

function valuesOf({ columns, rows }: Preview, column: string): string[] {
  const place = columns.indexOf(column);
  return rows.map((row) => row[place] ?? "");
}

/** The customer's column that the last import of this sitting used. */
export function customerBefore({ drafts, reports, current }: Wizard): string {
  const before = Object.keys(reports).filter((file) => file !== current);
  return drafts[before.at(-1) ?? ""]?.mapping.customer ?? "";
}

/** The dataset that a file most likely goes into. */
export function nameFor(
  now: Wizard,
  { preview }: Draft,
  datasets: readonly { id: string; name: string }[],
): string {
  if (Object.keys(now.reports).length > 0 && now.name) return now.name;
  const remembered = datasets.find(({ id }) => id === preview.remembered?.dataset)?.name;
  return remembered ?? preview.file.replace(/\.gz$/i, "").replace(/\.[^.]+$/, "");
}
