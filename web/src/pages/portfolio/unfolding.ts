import type { Branch } from "../../generated";

// A tree as a list of rows from above to below, and what the arrow keys do in it.

const levelOf = (branch: Branch | undefined) => branch?.level ?? 0;

/** The rows that show: all but those below a folded one. */
export function shownOf(branches: readonly Branch[], folded: ReadonlySet<number>): number[] {
  const shown: number[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  branches.forEach((branch, row) => {
    if (levelOf(branch) > hiddenBelow) return;
    hiddenBelow = folded.has(row) ? levelOf(branch) : Number.POSITIVE_INFINITY;
    shown.push(row);
  });
  return shown;
}

export interface Placed {
  place: number;
  of: number;
  isParent: boolean;
}

/** For each row which one it is among how many siblings, and whether any lie below it. */
export function levelsOf(branches: readonly Branch[]): Placed[] {
  const parents = branches.map((_, row) => parentOf(branches, row));
  const counts = new Map<number, number>();
  const places = parents.map((parent) => {
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
    return counts.get(parent) ?? 0;
  });
  return branches.map((branch, row) => ({
    place: places[row] ?? 1,
    of: counts.get(parents[row] ?? -1) ?? 1,
    isParent: levelOf(branches[row + 1]) > levelOf(branch) && row + 1 < branches.length,
  }));
}

/** The row above which this one lies; -1 for a root. */
export function parentOf(branches: readonly Branch[], row: number): number {
  const level = levelOf(branches[row]);
  for (let above = row - 1; above >= 0; above -= 1) if (levelOf(branches[above]) < level) return above;
  return -1;
}

interface Where {
  branches: readonly Branch[];
  folded: ReadonlySet<number>;
  shown: readonly number[];
  at: number;
}

/** What a key does: fold or unfold the row, or go to another; null where it does nothing. */
export function stepTo(
  key: string,
  { branches, folded, shown, at }: Where,
): { fold: boolean } | { row: number } | null {
  const here = shown.indexOf(at);
  const isParent = levelOf(branches[at + 1]) > levelOf(branches[at]);
  const to = (row: number | undefined) => (row === undefined ? null : { row });
  if (key === "ArrowDown") return to(shown[here + 1]);
  if (key === "ArrowUp") return to(shown[here - 1]);
  if (key === "Home") return to(shown[0]);
  if (key === "End") return to(shown.at(-1));
  if (key === "ArrowRight" && isParent) return folded.has(at) ? { fold: false } : { row: at + 1 };
  if (key !== "ArrowLeft") return null;
  if (isParent && !folded.has(at)) return { fold: true };
  const parent = parentOf(branches, at);
  return parent < 0 ? null : { row: parent };
}
