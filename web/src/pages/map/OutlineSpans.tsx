import { t } from "@lingui/core/macro";
import type { CellCard, LaneView } from "../../editor/sheet";
import { coveredBy, reaching } from "../../editor/spans";
import { textOf } from "./CardView";
import { useEditor, useLibrary, useTools } from "./context";

/** In which other steps a card stands as well. */
export function AlsoIn({ found }: { found: CellCard }) {
  const steps = useEditor((state) => state.sheet.steps);
  const [, ...others] = coveredBy({ steps }, found);
  if (others.length === 0) return null;
  const names = others.map(({ step }) => step?.name || t`a step without a name`).join(", ");
  return <p className="caption also-in">{t`also in ${names}`}</p>;
}

/** The cards of earlier steps that reach into this one; each leads to where it begins. */
export function FromBefore({ view, step }: { view: LaneView; step: string }) {
  const { store } = useTools();
  const library = useLibrary();
  const steps = useEditor((state) => state.sheet.steps);
  const nameOf = (id: string | undefined) => steps.find((one) => one.id === id)?.step?.name ?? "";
  return reaching(view, { steps }, step).map(({ id, card }) => (
    <li key={id} className="from-before">
      <button
        type="button"
        className="link"
        onClick={() => store.set({ at: { row: view.id, column: card.step ?? "", card: id } })}
      >
        <span dir="auto">{textOf(card, library) || t`Empty card`}</span>
      </button>{" "}
      <span className="caption">{t`since ${nameOf(card.step)}`}</span>
    </li>
  ));
}
