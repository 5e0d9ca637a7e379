import { setField } from "../../editor/ops";
import { useDraft } from "../../ui/useDraft";
import { useShelf } from "../library/context";

interface InputProps<Value> {
  id: string;
  label: string;
  value: Value | null | undefined;
}

const RATINGS = ["1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"];

/** A rating of 1 to 5, chosen from a short list; "–" for what nobody said. */
export function RatingInput({ id, label, value, field }: InputProps<number> & { field: string }) {
  const shelf = useShelf();
  const chosen = value == null ? "" : String(value);
  const choices = RATINGS.includes(chosen) || chosen === "" ? RATINGS : [chosen, ...RATINGS];
  return (
    <select
      className="input numbers opportunity-rating"
      aria-label={label}
      disabled={shelf.isReadOnly}
      value={chosen}
      onChange={({ target }) =>
        shelf.edit([setField(id, field, target.value === "" ? null : Number(target.value))])
      }
    >
      <option value="">–</option>
      {choices.map((rating) => (
        <option key={rating} value={rating}>
          {rating.replace(".5", "½")}
        </option>
      ))}
    </select>
  );
}

export function OwnerInput({ id, label, value }: InputProps<string>) {
  const shelf = useShelf();
  const { draft, type, flush } = useDraft(value ?? "", (owner, base) =>
    shelf.edit([setField(id, "owner", owner, base)]),
  );
  return (
    <input
      className="input opportunity-owner"
      aria-label={label}
      dir="auto"
      readOnly={shelf.isReadOnly}
      value={draft}
      onChange={({ target }) => type(target.value)}
      onBlur={flush}
      onKeyDown={({ key }) => (key === "Enter" ? flush() : undefined)}
    />
  );
}

export function DueInput({ id, label, value }: InputProps<string>) {
  const shelf = useShelf();
  return (
    <input
      className="input"
      type="date"
      aria-label={label}
      disabled={shelf.isReadOnly}
      value={value ?? ""}
      onChange={({ target }) => shelf.edit([setField(id, "due", target.value || null)])}
    />
  );
}
