import type { Column, Known } from "./asking";

/** By which column a heat map is sorted. */
export interface Sorting {
  by: Column | "title";
  isDown: boolean;
}

/** Those that need somebody most first where it goes down; what is not known stands last either way. */
export function sortedBy(rows: readonly Known[], { by, isDown }: Sorting): Known[] {
  const ahead = isDown ? -1 : 1;
  const byTitle = (a: Known, b: Known) => a.journey.title.localeCompare(b.journey.title);
  if (by === "title") return rows.toSorted((a, b) => ahead * byTitle(a, b));
  const shade = ({ heat }: Known) => heat[by]?.shade ?? null;
  return rows.toSorted((a, b) => {
    const [left, right] = [shade(a), shade(b)];
    if (left === right) return byTitle(a, b);
    if (left === null) return 1;
    if (right === null) return -1;
    return ahead * (left - right);
  });
}
