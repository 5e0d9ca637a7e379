import { plural, t } from "@lingui/core/macro";
import { Search } from "lucide-react";
import { bare } from "../../editor/search";
import type { InOrder } from "../../model";

interface SearchProps {
  value: string;
  onChange: (value: string) => void;
  found: number;
}

/** Narrows the list below it while one types. */
export function SearchField({ value, onChange, found }: SearchProps) {
  return (
    <search className="shelf-search">
      <Search size={14} aria-hidden />
      <input
        type="search"
        className="input"
        aria-label={t`Search in the list`}
        placeholder={t`Search`}
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="caption numbers" role="status">
        {value ? plural(found, { one: "# found", other: "# found" }) : ""}
      </span>
    </search>
  );
}

/** The records that hold all the words that are sought, in any case and with or without accents. */
export function foundIn<T>(
  records: InOrder<T>,
  sought: string,
  words: (record: T) => readonly (string | undefined)[],
): [string, T][] {
  const wanted = bare(sought).split(/\s+/).filter(Boolean);
  return [...records].filter(([, record]) => {
    const text = bare(words(record).filter(Boolean).join(" "));
    return wanted.every((word) => text.includes(word));
  });
}
