import { t } from "@lingui/core/macro";
import { Trash2 } from "lucide-react";
import { goneOf, gradeOfEvidence } from "../../editor/grade";
import { gradeOfOpportunity } from "../../editor/opportunities";
import { setField } from "../../editor/ops";
import type { Evidence } from "../../generated";
import { ask, openAlignment } from "../../transport";
import { Button, IconButton } from "../../ui/Button";
import { day, interval, inUnit, plain } from "../../ui/format";
import { GradeMark } from "../../ui/Marks";
import { GONE_WORDS, GRADE_WORDS } from "../../ui/words";
import { populationOf } from "../asking";
import { useShelf, useShelved } from "../library/context";
import { useGround } from "../library/ground";
import type { RowsOf } from "../Population";
import type { OpportunityProps } from "./OpportunityPage";
import { useOpenCustomers } from "./opening";

/** What the opportunity stands on, with the grade that follows from it. */
export function EvidencePart({ id, opportunity }: OpportunityProps) {
  const shelf = useShelf();
  const evidence = opportunity.evidence ?? [];
  const grade = gradeOfOpportunity(opportunity, useGround());
  const keep = (changed: Evidence[]) => shelf.edit([setField(id, "evidence", changed)]);
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">
        {t`Evidence`}
        <span className="shelf-grade caption">
          <GradeMark grade={grade} isNamed={false} /> {GRADE_WORDS[grade]}
        </span>
      </h2>
      {evidence.length === 0 ? <p className="shelf-hint">{t`Nothing yet: this is assumed.`}</p> : null}
      <ul className="opportunity-evidence">
        {evidence.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: evidence has no id; its place is what is removed
          <li key={at}>
            <Cited name={opportunity.name} evidence={one} />
            <IconButton
              label={t`Remove this evidence`}
              isDisabled={shelf.isReadOnly}
              onPress={() => keep(evidence.filter((_, place) => place !== at))}
            >
              <Trash2 size={13} />
            </IconButton>
          </li>
        ))}
      </ul>
      <NewNote onAdd={(note) => keep([...evidence, { note, at: new Date().toISOString() }])} />
    </section>
  );
}

function Cited({ name, evidence }: { name: string; evidence: Evidence }) {
  const sources = useShelved("source");
  const open = useOpenCustomers();
  const { note, source = "", value, low, high, n, dataset = "", unit = "", at } = evidence;
  const rows = rowsOf(evidence);
  const ground = useGround();
  const gone = goneOf(evidence, ground);
  const words = [
    value == null ? "" : inUnit(value, unit),
    low != null && high != null ? interval(low, high, unit, value) : "",
    n == null ? "" : `n ${plain(n)}`,
  ]
    .filter(Boolean)
    .join(" · ");
  const show = () => {
    if (!rows) return;
    const definition = t`Counted when this was cited; what is shown now is what the data say today.`;
    const counted = {
      value: value ?? null,
      unit,
      low: low ?? null,
      high: high ?? null,
      n: n ?? 0,
      customers: null,
    };
    open({
      opened: { title: note || name, measure: { ...counted, definition } },
      dataset,
      rows,
    });
  };
  return (
    <>
      <GradeMark grade={gradeOfEvidence(evidence, ground)} />
      <span className="opportunity-cited">
        <span dir="auto">{note || sources.get(source)?.name || t`A reading of the data`}</span>
        {gone ? <span className="is-bad">{GONE_WORDS[gone]}</span> : null}
        <span className="caption numbers">
          {rows && words ? (
            <button type="button" className="link" onClick={show}>
              {words}
            </button>
          ) : (
            words
          )}
          {at ? `${words ? " · " : ""}${day(at)}` : ""}
        </span>
      </span>
    </>
  );
}

/** What the number counted, as the data say it today: what its question or its deviation counts. */
function rowsOf({ question, dataset, deviation }: Evidence): RowsOf | null {
  if (deviation) {
    const { map, step, what, unmapped } = deviation;
    const counted = { of: "step", id: step, what } as const;
    return {
      key: ["deviating", JSON.stringify(deviation)],
      isTimeless: true,
      page: (offset, limit) =>
        ask(openAlignment({ path: { id: map }, body: { counted, unmapped, offset, limit } })),
    };
  }
  return question && dataset ? populationOf(dataset, question) : null;
}

function NewNote({ onAdd }: { onAdd: (note: string) => void }) {
  const shelf = useShelf();
  const add = (form: FormData) => {
    const note = String(form.get("note") ?? "").trim();
    if (note) onAdd(note);
  };
  return (
    <form className="opportunity-new" action={add}>
      <input
        className="input"
        name="note"
        dir="auto"
        maxLength={2000}
        aria-label={t`Where this was heard`}
        placeholder={t`Interview 7, workshop, ticket …`}
        disabled={shelf.isReadOnly}
      />
      <Button type="submit" look="edged" size="small" isDisabled={shelf.isReadOnly}>
        {t`Add`}
      </Button>
    </form>
  );
}
