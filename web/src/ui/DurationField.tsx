import { t } from "@lingui/core/macro";
import { hoursFrom } from "../editor/duration";
import { CheckedField, type Read } from "./CheckedField";
import { durationInWords } from "./words";

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
