import type { Card } from "../generated";

// Where a card stands and how it looks says nothing by itself.
const PLACE = new Set(["type", "lane", "step", "span", "order", "persona", "basis", "chart", "target_is"]);

/** Whether a card says nothing: left so right after it was added, it goes again. */
export function isBlank(card: Card): boolean {
  return Object.entries(card).every(([field, value]) => PLACE.has(field) || isNothing(value));
}

function isNothing(value: unknown): boolean {
  return value == null || value === "" || value === false || (Array.isArray(value) && value.length === 0);
}
