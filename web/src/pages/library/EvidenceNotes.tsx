import { t } from "@lingui/core/macro";
import { gradeOfEvidence } from "../../editor/grade";
import { setField } from "../../editor/ops";
import { evidenceWith } from "../../editor/shelf";
import { day } from "../../ui/format";
import { GradeMark } from "../../ui/Marks";
import { GRADE_WORDS } from "../../ui/words";
import { useShelf } from "./context";
import { useGround } from "./ground";
import type { PersonaProps } from "./PersonaPage";
import { TextList } from "./TextList";

/** What the persona stands on; without a note it is assumed, and says so. */
export function EvidenceNotes({ id, persona }: PersonaProps) {
  const shelf = useShelf();
  const evidence = persona.evidence ?? [];
  const ground = useGround();
  const grades = evidence.map((one) => gradeOfEvidence(one, ground));
  const best =
    (["measured", "counted", "heard"] as const).find((grade) => grades.includes(grade)) ?? "assumed";
  const change = (notes: string[]) =>
    shelf.edit([setField(id, "evidence", evidenceWith(evidence, notes, new Date().toISOString()))]);
  const days = evidence.flatMap(({ at }) => (at ? [at] : [])).sort();
  const last = days.at(-1);
  return (
    <section className="shelf-section is-wide">
      <h2 className="shelf-head">
        {t`Evidence`}
        <span className="shelf-grade caption">
          <GradeMark grade={best} isNamed={false} /> {GRADE_WORDS[best]}
          {last ? `, ${day(last)}` : ""}
        </span>
      </h2>
      <TextList
        label={t`Evidence`}
        one={t`note of where this was heard`}
        texts={evidence.flatMap(({ note }) => (note ? [note] : []))}
        onChange={change}
      />
    </section>
  );
}
