import { t } from "@lingui/core/macro";
import type { CellCard } from "../../editor/sheet";
import { plain } from "../../ui/format";
import { differenceWord } from "../../ui/words";
import { SIGNS } from "./Beside";
import { textOf } from "./CardView";
import { useLibrary } from "./context";

interface GoneProps {
  gone: readonly CellCard[];
  isEmotion: boolean;
  isList?: boolean;
}

/** Cards of the current map that the future one has no more: seen where they stood, and no part of this map. */
export function Gone({ gone, isEmotion, isList = false }: GoneProps) {
  const library = useLibrary();
  const cards = gone.map(({ id, card }) => {
    const score = isEmotion && card.score != null ? plain(card.score) : "";
    return { id, words: [score, textOf(card, library)].filter(Boolean).join(" ") || t`empty card` };
  });
  const Part = isList ? "li" : "span";
  return cards.map(({ id, words }) => (
    <Part key={id} className="gone">
      <span className="gone-word">
        <b aria-hidden>{SIGNS.removed}</b> {differenceWord("removed")}
      </span>
      <del dir="auto">{words}</del>
    </Part>
  ));
}
