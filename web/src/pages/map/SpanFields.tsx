import { t } from "@lingui/core/macro";
import type { CellCard } from "../../editor/sheet";
import { coveredBy, spanOf } from "../../editor/spans";
import { cover } from "../../editor/wider";
import { NumberField } from "../../ui/Field";
import { useEditor, useTools } from "./context";

/** Over how many steps a card reaches, and to which. */
export function SpanFields({ found }: { found: CellCard }) {
  const tools = useTools();
  const steps = useEditor((state) => state.sheet.steps);
  const last = coveredBy({ steps }, found).at(-1)?.step?.name;
  const span = spanOf(found);
  return (
    <section className="panel-part">
      <NumberField
        label={t`Covers`}
        hint={span > 1 && last ? t`steps, to ${last}` : t`steps`}
        value={span}
        onChange={(wanted) => cover(tools, found, wanted ?? 1)}
      />
    </section>
  );
}
