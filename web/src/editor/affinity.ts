import type { Evidence, Insight, Op, SourceExcerpt } from "../generated";
import { type InOrder, inOrder, type Records } from "../model";
import { type Grade, type Ground, gradeOfEvidence } from "./grade";
import { type Made, setField } from "./ops";
import { shelve } from "./shelf";

// The affinity board: excerpts in groups, and groups that became insights. Pure: what gestures mean, as ops.

/** The name of an excerpt in an insight: its source, a slash, its own id. */
export function keyOf({ source, id }: { source: string; id: string }): string {
  return `${source}/${id}`;
}

export interface Group {
  id: string;
  insight: Insight;
  notes: SourceExcerpt[];
  /** Members whose words are gone, with their source or by themselves. */
  gone: number;
}

export interface Board {
  loose: SourceExcerpt[];
  groups: Group[];
}

/** The excerpts where they stand; one that two people moved at once stands in the first group that has it. */
export function boardOf(insights: InOrder<Insight>, excerpts: readonly SourceExcerpt[]): Board {
  const left = new Map(excerpts.map((excerpt) => [keyOf(excerpt), excerpt]));
  const groups = [...insights].map(([id, insight]) => {
    const keys = insight.excerpts ?? [];
    const notes = keys.map((key) => left.get(key)).filter((note) => note !== undefined);
    for (const key of keys) left.delete(key);
    return { id, insight, notes, gone: keys.length - notes.length };
  });
  return { loose: [...left.values()], groups };
}

/** An excerpt into a group, or with "" out of all groups: nobody finds it in two. */
export function moveExcerpt(records: Records, key: string, to: string): Op[] {
  const ops: Op[] = [];
  for (const [id, { excerpts = [] }] of inOrder(records, "insight")) {
    const has = excerpts.includes(key);
    if (id === to && !has) ops.push(setField(id, "excerpts", [...excerpts, key], excerpts));
    if (id !== to && has)
      ops.push(
        setField(
          id,
          "excerpts",
          excerpts.filter((one) => one !== key),
          excerpts,
        ),
      );
  }
  return ops;
}

/** A new group, with the excerpt that was dropped to make it, if one was. */
export function newGroup(records: Records, name: string, key = ""): Made {
  const made = shelve(records, "insight", { name, excerpts: key ? [key] : [] });
  return { id: made.id, ops: [...(key ? moveExcerpt(records, key, made.id) : []), ...made.ops] };
}

/** The column beside one, as arrows go: the loose notes first, then the groups in order; at the ends the same. */
export function columnBeside(groups: readonly Group[], column: string, by: -1 | 1): string {
  const columns = ["", ...groups.map(({ id }) => id)];
  return columns[columns.indexOf(column) + by] ?? column;
}

/** What the excerpts of an insight prove wherever they are cited. */
export function evidenceOf({ excerpts = [] }: Insight, at: string): Evidence[] {
  return excerpts.map((key) => {
    const [source = "", excerpt = ""] = key.split("/");
    return { source, excerpt, at };
  });
}

/** Evidence with an insight's excerpts, each once. */
export function citedToo(evidence: readonly Evidence[], insight: Insight, at: string): Evidence[] {
  const cited = new Set(evidence.map(({ source = "", excerpt = "" }) => `${source}/${excerpt}`));
  const fresh = evidenceOf(insight, at).filter(
    ({ source = "", excerpt = "" }) => !cited.has(`${source}/${excerpt}`),
  );
  return [...evidence, ...fresh];
}

/** An insight is heard while a source of its excerpts is there, else assumed. */
export function gradeOfInsight(insight: Insight, sources: Ground["sources"]): Grade {
  const grades = evidenceOf(insight, "").map((one) => gradeOfEvidence(one, { sources }));
  return grades.includes("heard") ? "heard" : "assumed";
}

/** The ids of the sources of its excerpts, each once. */
export function sourcesOf({ excerpts = [] }: Insight): string[] {
  return [...new Set(excerpts.map((key) => key.split("/")[0] ?? ""))];
}

/** An opportunity that grows from an insight and stands on its excerpts. */
export function opportunityFrom(records: Records, id: string, insight: Insight, at: string): Made {
  return shelve(records, "opportunity", {
    name: insight.name,
    text: insight.text ?? "",
    cause: "insight",
    insight: id,
    evidence: evidenceOf(insight, at),
  });
}
