import type { Only } from "../../generated";

// Two groups of customers to compare, by what tells them apart.

export interface TwoGroups {
  groups: { name: string; only: Only }[];
}

export type Apart =
  | { by: "place"; place: string; name: string; not: string }
  | { by: "attribute"; attribute: string; first: string; second: string }
  | { by: "day"; day: string; before: string; after: string };

/** The groups, or nothing while something is not said yet. */
export function groupsOf(apart: Apart): TwoGroups | null {
  if (apart.by === "place") {
    const { place, name, not } = apart;
    if (!place) return null;
    return {
      groups: [
        { name, only: { passed: [[place]] } },
        { name: not, only: { never: [[place]] } },
      ],
    };
  }
  if (apart.by === "attribute") {
    const { attribute, first, second } = apart;
    if (!attribute || !first || !second || first === second) return null;
    const group = (value: string) => ({ name: value, only: { segment: [{ attribute, values: [value] }] } });
    return { groups: [group(first), group(second)] };
  }
  if (!apart.day) return null;
  const midnight = new Date(`${apart.day}T00:00:00Z`).toISOString();
  return {
    groups: [
      { name: apart.before, only: { until: midnight } },
      { name: apart.after, only: { since: midnight } },
    ],
  };
}
