import { plural, t } from "@lingui/core/macro";
import type { Entry } from "../generated";
import type { Records } from "../model";

// What others do, in a sentence now and then: for those who hear the page rather than see it.

interface Deeds {
  added: Set<string>;
  changed: Set<string>;
  deleted: Set<string>;
  /** Lanes, stages, steps, links, the header: the map around its cards. */
  around: Set<string>;
  comments: Set<string>;
}

const PEOPLE = 3; // who are named; more are counted

/** Gathers what others did until it is asked for. */
export class Digest {
  private deeds = new Map<string, Deeds>();

  get isEmpty(): boolean {
    return this.deeds.size === 0;
  }

  /** Take entries, with the records as they were before; `name` says who somebody is. */
  hear(entries: readonly Entry[], before: Records, name: (entry: Entry) => string): void {
    for (const entry of entries) {
      const who = name(entry);
      const deeds = this.deeds.get(who) ?? nothing();
      this.deeds.set(who, deeds);
      for (const op of entry.ops) note(deeds, op, before);
    }
  }

  /** What was gathered, as sentences; it is forgotten then. */
  words(): string {
    const told = [...this.deeds].map(([who, deeds]) => `${who}: ${deedsInWords(deeds)}.`);
    const more = told.length - PEOPLE;
    this.deeds = new Map();
    const rest = more > 0 ? [plural(more, { one: "# more edits too.", other: "# more edit too." })] : [];
    return [...told.slice(0, PEOPLE), ...rest].join(" ");
  }
}

function nothing(): Deeds {
  return {
    added: new Set(),
    changed: new Set(),
    deleted: new Set(),
    around: new Set(),
    comments: new Set(),
  };
}

function note(deeds: Deeds, op: Entry["ops"][number], before: Records): void {
  const known = before.get(op.id);
  const type = op.op === "put" ? op.record.type : known?.type;
  if (type === "comment") deeds.comments.add(op.id);
  else if (type !== undefined && type !== "card") deeds.around.add(op.id);
  else if (op.op === "drop") forgotten(deeds, op.id);
  else if (op.op === "put" && !known) deeds.added.add(op.id);
  else if (!deeds.added.has(op.id)) deeds.changed.add(op.id);
}

/** A card that came and went in the meantime is no news. */
function forgotten({ added, changed, deleted }: Deeds, id: string): void {
  changed.delete(id);
  if (!added.delete(id)) deleted.add(id);
}

function deedsInWords({ added, changed, deleted, around, comments }: Deeds): string {
  const words = [
    added.size > 0 ? plural(added.size, { one: "# card added", other: "# cards added" }) : "",
    changed.size > 0 ? plural(changed.size, { one: "# card changed", other: "# cards changed" }) : "",
    deleted.size > 0 ? plural(deleted.size, { one: "# card deleted", other: "# cards deleted" }) : "",
    comments.size > 0 ? plural(comments.size, { one: "# comment", other: "# comments" }) : "",
    around.size > 0 ? t`lanes, stages or steps changed` : "",
  ];
  return words.filter(Boolean).join(", ") || t`nothing that stayed`;
}
