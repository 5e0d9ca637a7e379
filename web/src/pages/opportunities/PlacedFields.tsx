import { t } from "@lingui/core/macro";
import { setField } from "../../editor/ops";
import { NameChoice } from "../../ui/NameChoice";
import { Select } from "../../ui/Select";
import { useShelf, useShelved } from "../library/context";
import type { OpportunityProps } from "./OpportunityPage";

type Placing = "goal" | "impact" | "job" | "barrier" | "capability";

/** A word that others may have, too: those that there are, or a new one. */
export function PlacingField({
  id,
  opportunity,
  field,
  label,
}: OpportunityProps & { field: Placing; label: string }) {
  const shelf = useShelf();
  const said = [...useShelved("opportunity").values()].map((one) => one[field] ?? "");
  return (
    <NameChoice
      label={label}
      value={opportunity[field] ?? ""}
      names={[...new Set(said)].filter(Boolean).sort()}
      isFree
      placeholder={t`Not said`}
      onName={(name) => shelf.edit([setField(id, field, name)])}
    />
  );
}

/** What places an opportunity in the perspective grid and in the impact map. */
export function PlacedFields({ id, opportunity }: OpportunityProps) {
  const shelf = useShelf();
  const personas = useShelved("persona");
  const placing = { id, opportunity };
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`Whom and what it serves`}</h2>
      <div className="field-two">
        <PlacingField {...placing} field="job" label={t`Job that customers want done`} />
        <PlacingField {...placing} field="barrier" label={t`What keeps them from it`} />
      </div>
      <PlacingField {...placing} field="capability" label={t`What we need to be able to`} />
      <div className="field-two">
        <PlacingField {...placing} field="goal" label={t`Goal of ours that it serves`} />
        <Select
          label={t`Persona whom it is for`}
          value={opportunity.persona ?? ""}
          options={[
            { id: "", label: t`Not said` },
            ...[...personas].map(([persona, { name }]) => ({ id: persona, label: name })),
          ]}
          onChange={(persona) => shelf.edit([setField(id, "persona", persona)])}
        />
      </div>
      <PlacingField {...placing} field="impact" label={t`What that persona would do differently`} />
    </section>
  );
}
