import { plural, t } from "@lingui/core/macro";
import { Clock } from "lucide-react";
import { useMemo } from "react";
import { GRADES, gradesOf } from "../../editor/grade";
import { plain } from "../../ui/format";
import { GradeMark } from "../../ui/Marks";
import { cardsInWords, GRADE_WORDS } from "../../ui/words";
import { useStale } from "./Ageing";
import { useEditor, useLibrary } from "./context";
import { ChecklistButton } from "./parts";
import { ZoomControl } from "./ZoomControl";

/** The legend of proof, with how many cards have each. */
export function Footer() {
  const all = useEditor((state) => state.sheet.all);
  const { ground } = useLibrary();
  const grades = useMemo(
    () =>
      gradesOf(
        all.map(({ card }) => card),
        ground,
      ),
    [all, ground],
  );
  const cards = useEditor((state) => state.sheet.cards);
  const stale = useStale().size;
  const selected = useEditor((state) => state.selected.size);
  const every = cardsInWords(cards);
  return (
    <footer className="map-foot numbers">
      {GRADES.map((grade) => (
        <span key={grade} className="legend">
          <GradeMark grade={grade} isNamed={false} />
          {GRADE_WORDS[grade]} {plain(grades[grade])}
        </span>
      ))}
      {stale > 0 ? (
        <span className="legend is-stale">
          <Clock size={12} aria-hidden />
          {plural(stale, { one: "# card stale", other: "# cards stale" })}
        </span>
      ) : null}
      <span className="legend legend-end">
        {selected > 0 ? t`${plain(selected)} of ${every} selected` : every}
      </span>
      <ChecklistButton />
      <ZoomControl />
    </footer>
  );
}
