import { t } from "@lingui/core/macro";
import { Select } from "../../ui/Select";
import { customersInWords } from "../../ui/words";
import { useDesk } from "./desk";

interface PlaceChoiceProps {
  label: string;
  value: string;
  /** What it says where none is chosen, if that may be. */
  none?: string;
  onChange: (id: string) => void;
}

/** One place among all that customers came to, those with the most customers first. */
export function PlaceChoice({ label, value, none, onChange }: PlaceChoiceProps) {
  const { places } = useDesk();
  const known = [...places.nodes].sort((one, other) => other.customers - one.customers);
  return (
    <Select
      label={label}
      value={value}
      placeholder={t`Choose a place`}
      options={[
        ...(none ? [{ id: "", label: none }] : []),
        ...known.map(({ id, name, customers }) => ({ id, label: name, hint: customersInWords(customers) })),
      ]}
      onChange={onChange}
    />
  );
}
