import { t } from "@lingui/core/macro";
import { exactly, hoursFrom } from "../editor/duration";
import { CheckedField, type Read } from "./CheckedField";
import { plain } from "./format";

interface DurationProps {
  label: string;
  hours: number | null | undefined;
  onChange: (hours: number | null) => void;
}

/** A time as people type it: "2 h", "3 d", "15 min". */
export function DurationField({ label, hours, onChange }: DurationProps) {
  return (
    <CheckedField
      label={label}
      value={hours == null ? "" : durationInWords(hours)}
      placeholder={t`2 h, 3 d, 15 min`}
      read={readDuration}
      onChange={onChange}
    />
  );
}

function readDuration(typed: string): Read<number | null> {
  const hours = hoursFrom(typed);
  return hours === undefined ? { why: t`Not a time. Type it like 2 h, 3 d or 15 min.` } : { means: hours };
}

/** A time as it would be typed. */
export function durationInWords(hours: number): string {
  const { amount, unit } = exactly(hours);
  const number = plain(amount, Number.isInteger(amount) ? 0 : 2);
  if (unit === "d") return t`${number} d`;
  if (unit === "min") return t`${number} min`;
  return unit === "s" ? t`${number} s` : t`${number} h`;
}
