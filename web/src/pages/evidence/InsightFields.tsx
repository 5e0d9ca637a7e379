import { t } from "@lingui/core/macro";
import { Lightbulb, MapPin, StickyNote, Undo2 } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { gradeOfInsight, keyOf, moveExcerpt, opportunityFrom } from "../../editor/affinity";
import { setField } from "../../editor/ops";
import type { Insight, SourceExcerpt } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { day } from "../../ui/format";
import { GradeMark } from "../../ui/Marks";
import { GRADE_WORDS } from "../../ui/words";
import { useShelf, useShelved } from "../library/context";
import { TextOf } from "../library/InPlace";
import { CiteDialog } from "./CiteDialog";
import { useCited } from "./excerpts";
import { restInWords } from "./resting";

interface InsightProps {
  id: string;
  insight: Insight;
}

/** One insight: what it says, what it stands on, and what follows. */
export function InsightFields({ id, insight }: InsightProps) {
  const sources = useShelved("source");
  const grade = gradeOfInsight(insight, new Set(sources.keys()));
  return (
    <>
      <TextOf id={id} field="name" label={t`Insight`} value={insight.name} isNeeded className="is-name" />
      <p className="shelf-grade caption numbers">
        <GradeMark grade={grade} isNamed={false} /> {GRADE_WORDS[grade]} · {restInWords(insight, sources)}
      </p>
      <TextOf
        id={id}
        field="text"
        label={t`What follows from it`}
        value={insight.text}
        isLong
        placeholder={t`In a sentence or two`}
      />
      <Excerpts insight={insight} />
      <Next id={id} insight={insight} />
      <Grown id={id} />
    </>
  );
}

function Excerpts({ insight }: { insight: Insight }) {
  const { data = [] } = useCited(insight.excerpts ?? []);
  const gone = (insight.excerpts ?? []).length - data.length;
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`What it stands on`}</h2>
      <ul className="insight-excerpts">
        {data.map((note) => (
          <Excerpt key={keyOf(note)} note={note} />
        ))}
      </ul>
      {gone > 0 ? <p className="shelf-hint">{t`Excerpts that are gone: ${gone}`}</p> : null}
    </section>
  );
}

function Excerpt({ note }: { note: SourceExcerpt }) {
  const shelf = useShelf();
  const source = useShelved("source").get(note.source);
  return (
    <li>
      <blockquote dir="auto">{note.text}</blockquote>
      <Link to={`/evidence/sources/${note.source}`} className="caption" dir="auto">
        {[source?.name ?? "", source?.held ? day(source.held) : ""].filter(Boolean).join(" · ")}
      </Link>
      <IconButton
        label={t`Take this excerpt out`}
        isDisabled={shelf.isReadOnly}
        onPress={() => shelf.edit(moveExcerpt(shelf.records, keyOf(note), ""))}
      >
        <Undo2 size={13} className="mirrors" />
      </IconButton>
    </li>
  );
}

/** What can be done with an insight. */
function Next({ id, insight }: InsightProps) {
  const shelf = useShelf();
  const navigate = useNavigate();
  const [isCiting, setCiting] = useState(false);
  const grow = () => {
    const made = opportunityFrom(shelf.records, id, insight, new Date().toISOString());
    shelf.edit(made.ops);
    navigate(`/opportunities/${made.id}`);
  };
  const demote = () => {
    shelf.edit([setField(id, "promoted", null)]);
    shelf.removed(t`“${insight.name}” is a group on the board again`);
  };
  return (
    <div className="insight-next">
      <Button look="filled" isDisabled={shelf.isReadOnly} onPress={grow}>
        <Lightbulb size={14} /> {t`Make an opportunity`}
      </Button>
      <Button look="edged" onPress={() => setCiting(true)}>
        <MapPin size={14} /> {t`Cite on a card`}
      </Button>
      <Button isDisabled={shelf.isReadOnly} onPress={demote}>
        <StickyNote size={14} /> {t`Back to a group`}
      </Button>
      <CiteDialog insight={insight} isOpen={isCiting} onClose={() => setCiting(false)} />
    </div>
  );
}

/** The opportunities that grew from it. */
function Grown({ id }: { id: string }) {
  const grown = [...useShelved("opportunity")].filter(([, { insight }]) => insight === id);
  if (grown.length === 0) return null;
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`Opportunities that grew from it`}</h2>
      <ul className="insight-grown">
        {grown.map(([one, { name }]) => (
          <li key={one}>
            <Link to={`/opportunities/${one}`} dir="auto">
              <Lightbulb size={14} aria-hidden /> {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
