import { t } from "@lingui/core/macro";
import { plain } from "../../ui/format";
import { differenceWord } from "../../ui/words";
import { SIGNS } from "./Beside";
import { textOf } from "./CardView";
import { useLibrary } from "./context";
import { useGoneAt } from "./looking";

interface GoneProps {
  row: string;
  column: string;
  isEmotion: boolean;
  isList?: boolean;
}

/** Cards of the current map that the future one has no more: seen where they stood, and no part of this map. */
export function Gone({ row, column, isEmotion, isList = false }: GoneProps) {
  const library = useLibrary();
  const gone = useGoneAt(row, column);
  if (gone.length === 0) return null;
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
