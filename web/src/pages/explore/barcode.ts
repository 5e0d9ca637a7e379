// Paths as rows of coloured marks: the same node has the same colour wherever it stands.

/** Hues for nodes; the name always stands beside, so that none is told by its colour alone. */
const HUES = [
  "lane-touchpoints",
  "lane-emotion",
  "lane-thoughts",
  "lane-opportunities",
  "lane-pain",
  "lane-measures",
  "person-0",
  "lane-actions",
];

/** A colour for each node, in the order in which one meets them; the ninth begins anew. */
export function hues(ids: Iterable<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const id of ids)
    if (!found.has(id))
      found.set(id, id.startsWith(":") ? "var(--edge)" : `var(--${HUES[found.size % HUES.length]})`);
  return found;
}

/** A node on a path, and how often in a row. */
export interface Mark {
  id: string;
  times: number;
}

/** A path with what is met several times in a row as one mark. */
export function marks(path: readonly string[]): Mark[] {
  const found: Mark[] = [];
  for (const id of path) {
    const last = found.at(-1);
    if (last?.id === id) last.times += 1;
    else found.push({ id, times: 1 });
  }
  return found;
}
