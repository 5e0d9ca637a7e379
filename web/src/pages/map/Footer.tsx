import { t } from "@lingui/core/macro";
import { GRADES } from "../../editor/grade";
import { plain } from "../../ui/format";
import { GradeMark } from "../../ui/Marks";
import { cardsInWords, GRADE_WORDS } from "../../ui/words";
import { ChecklistButton } from "./ChecklistButton";
import { useEditor } from "./context";
import { ZoomControl } from "./ZoomControl";

/** The legend of proof, with how many cards have each. */
export function Footer() {
  const grades = useEditor((state) => state.sheet.grades);
  const cards = useEditor((state) => state.sheet.cards);
  const selected = useEditor((state) => state.selected.size);
  const all = cardsInWords(cards);
  return (
    <footer className="map-foot numbers">
      {GRADES.map((grade) => (
        <span key={grade} className="legend">
          <GradeMark grade={grade} isNamed={false} />
          {GRADE_WORDS[grade]} {plain(grades[grade])}
        </span>
      ))}
      <span className="legend legend-end">
        {selected > 0 ? t`${plain(selected)} of ${all} selected` : all}
      </span>
      <ChecklistButton />
      <ZoomControl />
    </footer>
  );
}
