import { t } from "@lingui/core/macro";
import { setField } from "../../editor/ops";
import { Select } from "../../ui/Select";
import { useShelf } from "../library/context";
import type { OpportunityProps } from "./OpportunityPage";

/** Since when customers meet the change, and which way is better. */
export function DidItHelp({ id, opportunity }: OpportunityProps) {
  const shelf = useShelf();
  const { started, better } = opportunity;
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`Did it help?`}</h2>
      <div className="field-two">
        <label className="field">
          <span className="field-label">{t`Customers meet it since`}</span>
          <input
            className="input"
            type="date"
            disabled={shelf.isReadOnly}
            value={started ?? ""}
            onChange={({ target }) => shelf.edit([setField(id, "started", target.value || null)])}
          />
        </label>
        <Select
          label={t`It is better when the number is`}
          value={better ?? "higher"}
          options={[
            { id: "higher", label: t`higher` },
            { id: "lower", label: t`lower` },
          ]}
          onChange={(way) => shelf.edit([setField(id, "better", way)])}
        />
      </div>
    </section>
  );
}
