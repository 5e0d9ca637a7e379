import { t } from "@lingui/core/macro";
import { Select } from "../../ui/Select";

/** How long a period is. */
export function PeriodChoice({ value, onChange }: { value: unknown; onChange: (every: string) => void }) {
  return (
    <Select
      label={t`Period`}
      value={String(value ?? "week")}
      options={[
        { id: "day", label: t`days` },
        { id: "week", label: t`weeks` },
        { id: "month", label: t`months` },
        { id: "quarter", label: t`quarters` },
      ]}
      onChange={onChange}
    />
  );
}
