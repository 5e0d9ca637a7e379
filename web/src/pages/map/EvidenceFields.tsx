import { t } from "@lingui/core/macro";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { gradeOfEvidence } from "../../editor/grade";
import type { Evidence } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { day, interval, inUnit, plain } from "../../ui/format";
import { GradeMark } from "../../ui/Marks";
import type { FieldsProps } from "./cards/face";
import { useTools } from "./context";

/** What a card stands on; each cited number opens the customers that it counted. */
export function EvidenceFields({ card, set }: Pick<FieldsProps, "card" | "set">) {
  const [isAdding, setAdding] = useState(false);
  const evidence = card.evidence ?? [];
  const remove = (at: number) =>
    set(
      "evidence",
      evidence.filter((_, place) => place !== at),
    );
  const add = (note: string) => {
    if (note.trim()) set("evidence", [...evidence, { note: note.trim(), at: new Date().toISOString() }]);
    setAdding(false);
  };
  return (
    <section className="panel-part">
      <header className="part-head">
        <h3>{t`Evidence`}</h3>
        <button type="button" className="link" onClick={() => setAdding(true)}>
          <Plus size={12} /> {t`Add`}
        </button>
      </header>
      {evidence.length === 0 && !isAdding ? (
        <p className="panel-hint">{t`Nothing yet: this is assumed.`}</p>
      ) : null}
      <ul className="evidence">
        {evidence.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: evidence has no id; its place is what is removed
          <Row key={place} evidence={one} onRemove={() => remove(place)} />
        ))}
      </ul>
      {isAdding ? <AddNote onEnd={add} /> : null}
    </section>
  );
}

function Row({ evidence, onRemove }: { evidence: Evidence; onRemove: () => void }) {
  return (
    <li>
      <GradeMark grade={gradeOfEvidence(evidence)} />
      <span className="evidence-words">
        <span dir="auto">{evidence.note || t`A reading of the data`}</span>
        <Facts evidence={evidence} />
      </span>
      <IconButton label={t`Remove`} onPress={onRemove}>
        <Trash2 size={13} />
      </IconButton>
    </li>
  );
}

function Facts({ evidence }: { evidence: Evidence }) {
  const { openPopulation } = useTools();
  const { value, low, high, n, question, unit = "", at } = evidence;
  const number = value == null ? "" : inUnit(value, unit);
  const between = low != null && high != null ? interval(low, high, unit, value) : "";
  const count = n == null ? "" : `n ${plain(n)}`;
  const words = [number, between, count].filter(Boolean).join(" · ");
  const open = () =>
    question &&
    openPopulation(evidence.note || t`What this card cites`, {
      question,
      definition: t`Counted when this card was made.`,
      value: value ?? null,
      unit,
      low: low ?? null,
      high: high ?? null,
      n: n ?? 0,
      customers: n ?? 0,
      too_few: false,
    });
  return (
    <span className="caption numbers">
      {question && words ? (
        <button type="button" className="number-link" onClick={open}>
          {words}
        </button>
      ) : (
        words
      )}
      {at ? `${words ? " · " : ""}${day(at)}` : ""}
    </span>
  );
}

function AddNote({ onEnd }: { onEnd: (note: string) => void }) {
  const [note, setNote] = useState("");
  return (
    <form
      className="evidence-add"
      onSubmit={(event) => {
        event.preventDefault();
        onEnd(note);
      }}
    >
      <input
        className="input"
        aria-label={t`Where this comes from`}
        placeholder={t`Interview 7, workshop, ticket …`}
        value={note}
        // biome-ignore lint/a11y/noAutofocus: the field comes because somebody asked to type in it
        autoFocus
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" size="small" look="edged">
        {t`Add`}
      </Button>
    </form>
  );
}
