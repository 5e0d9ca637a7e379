// How a measured time stands to the one that is expected.

interface Timed {
  value: number;
  low?: number | null;
  high?: number | null;
}

/** Over or under what was expected, and by how many hours; the same while the interval includes it. */
export function pace(
  expected: number | null | undefined,
  { value, low, high }: Timed,
): { side: "over" | "under" | "same"; by: number } | null {
  if (expected == null) return null;
  const by = Math.abs(value - expected);
  const isInside = low != null && high != null ? low <= expected && expected <= high : by === 0;
  if (isInside) return { side: "same", by };
  return { side: value > expected ? "over" : "under", by };
}
