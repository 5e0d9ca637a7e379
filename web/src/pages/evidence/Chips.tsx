import type { InOrder } from "../../model";
import { useShelf } from "../library/context";

interface ChipsProps {
  label: string;
  records: InOrder<{ name: string }>;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Records of the library, each on or off; nothing where there are none. */
export function Chips({ label, records, chosen, onChange }: ChipsProps) {
  const { isReadOnly } = useShelf();
  if (records.size === 0) return null;
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="shelf-chips" disabled={isReadOnly}>
      <legend className="field-label">{label}</legend>
      {[...records].map(([id, { name }]) => (
        <button
          key={id}
          type="button"
          className="shelf-chip"
          aria-pressed={chosen.includes(id)}
          onClick={() => toggle(id)}
        >
          <span dir="auto">{name}</span>
        </button>
      ))}
    </fieldset>
  );
}
