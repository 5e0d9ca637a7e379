import type { Join } from "../../generated";

// Columns that other files know, and the way to them by keys that two files share.

export type Headers = ReadonlyMap<string, readonly string[]>;

/** The columns that two files share, those that look like keys first. */
export function shared(one: readonly string[], other: readonly string[]): string[] {
  return one.filter((column) => other.includes(column)).sort((a, b) => keyness(b) - keyness(a));
}

function keyness(column: string): number {
  return /(^|[^a-z])(id|key|number|no|nr|code|email)([^a-z]|$)|Id$/i.test(column) ? 1 : 0;
}

interface Way {
  at: string;
  joins: Join[];
}

/** The shortest chain of joins from a file to a column that another file knows; none where no key leads there. */
export function reach(file: string, column: string, headers: Headers): Join[] | null {
  const ways: Way[] = [{ at: file, joins: [] }];
  const seen = new Set([file]);
  for (const way of ways) {
    if (headers.get(way.at)?.includes(column)) return bringing(way.joins, column);
    ways.push(...onward(way, headers, seen));
  }
  return null;
}

/** The files that share a key with the one that a way has come to. */
function onward({ at, joins }: Way, headers: Headers, seen: Set<string>): Way[] {
  const here = headers.get(at) ?? [];
  return [...headers].flatMap(([other, columns]) => {
    const [key] = seen.has(other) ? [] : shared(here, columns);
    if (key === undefined) return [];
    seen.add(other);
    return [{ at: other, joins: [...bringing(joins, key), { file: other, key, column: "" }] }];
  });
}

/** The chain in which the last file brings this column. */
function bringing(joins: readonly Join[], column: string): Join[] {
  return joins.map((join, place) => (place === joins.length - 1 ? { ...join, column } : join));
}

/** The joins of a mapping with those of a chain; what is brought already is not brought twice. */
export function joined(joins: readonly Join[], chain: readonly Join[]): Join[] {
  const known = new Set(joins.map((join) => join.column));
  return [...joins, ...chain.filter((join) => !known.has(join.column))];
}
