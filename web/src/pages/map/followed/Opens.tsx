import { plural } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { customersInWords } from "../../../ui/words";

export const SHOWN = 12; // stories, and rows of what the map does not draw

interface OpensProps {
  count: number;
  label?: string;
  open: () => void;
  children?: ReactNode;
}

/** A number of customers; a press shows them. */
export function Opens({ count, label, open, children }: OpensProps) {
  if (count === 0) return <span className="caption">0</span>;
  return (
    <button
      type="button"
      className="number-link"
      aria-label={label ? `${label}, ${customersInWords(count)}` : undefined}
      onClick={open}
    >
      {children ?? customersInWords(count)}
    </button>
  );
}

/** How many rows are not shown here. */
export function More({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="panel-hint numbers">
      {plural(count, { one: "and # more, in the CSV file", other: "and # more, the first in the CSV file" })}
    </p>
  );
}
