import { GRADES } from "../../editor/grade";
import { plain, plural } from "../../ui/format";
import { GradeMark } from "../../ui/Marks";
import { useEditor } from "./context";
import { ZoomControl } from "./ZoomControl";

/** The legend of proof, with how many cards have each. */
export function Footer() {
  const grades = useEditor((state) => state.sheet.grades);
  const cards = useEditor((state) => state.sheet.cards);
  const selected = useEditor((state) => state.selected.size);
  return (
    <footer className="map-foot numbers">
      {GRADES.map((grade) => (
        <span key={grade} className="legend">
          <GradeMark grade={grade} isNamed={false} />
          {grade} {plain(grades[grade])}
        </span>
      ))}
      <span className="legend legend-end">
        {selected > 0 ? `${plain(selected)} of ${plural(cards, "card")} selected` : plural(cards, "card")}
      </span>
      <ZoomControl />
    </footer>
  );
}
