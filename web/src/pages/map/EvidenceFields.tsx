import { t } from "@lingui/core/macro";
import { Plus, Quote, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { goneOf, goneOfAsking, gradeOfEvidence } from "../../editor/grade";
import type { Evidence, Source, SourceExcerpt } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { day, interval, inUnit, plain } from "../../ui/format";
import { GradeMark } from "../../ui/Marks";
import { GONE_WORDS } from "../../ui/words";
import { excerptsCited } from "../asking";
import { CiteSource } from "../evidence/apart";
import { useAsked } from "../useAsked";
import type { FieldsProps } from "./cards/face";
import { useLibrary, useTools } from "./context";

/** What a card stands on; each cited number opens the customers that it counted. */
export function EvidenceFields({ card, set }: Pick<FieldsProps, "card" | "set">) {
  const [isAdding, setAdding] = useState(false);
  const [isCiting, setCiting] = useState(false);
  const evidence = card.evidence ?? [];
  const { sources, ground } = useLibrary();
  const asking = goneOfAsking(card, ground);
  const excerpts = useCited(evidence);
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
        <span className="part-acts">
          <button type="button" className="link" onClick={() => setCiting(true)}>
            <Quote size={12} /> {t`Cite`}
          </button>
          <button type="button" className="link" onClick={() => setAdding(true)}>
            <Plus size={12} /> {t`Add`}
          </button>
        </span>
      </header>
      {evidence.length === 0 && !isAdding ? (
        <p className="panel-hint">{t`Nothing yet: this is assumed.`}</p>
      ) : null}
      {asking ? <p className="panel-hint is-bad">{GONE_WORDS[asking]}</p> : null}
      <ul className="evidence">
        {evidence.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: evidence has no id; its place is what is removed
          <Row key={place} evidence={one} excerpt={excerpts.get(keyOf(one))} onRemove={() => remove(place)} />
        ))}
      </ul>
      {isAdding ? <AddNote onEnd={add} /> : null}
      {isCiting ? (
        <CiteSource
          sources={sources}
          onClose={() => setCiting(false)}
          onCite={(cited) => set("evidence", [...evidence, cited])}
        />
      ) : null}
    </section>
  );
}

function keyOf({ source, excerpt }: Evidence): string {
  return source && excerpt ? `${source}/${excerpt}` : "";
}

/** The excerpts that a card cites, with their words, as far as they are there. */
function useCited(evidence: readonly Evidence[]): ReadonlyMap<string, SourceExcerpt> {
  const ids = [...new Set(evidence.map(keyOf))].filter(Boolean);
  const { sources } = useLibrary();
  const known = ids.filter((id) => sources?.has(id.split("/")[0] ?? ""));
  const { data } = useAsked(["excerpts", "cited", ...known], () => excerptsCited(known), known.length > 0);
  return new Map(
    (data?.rows ?? []).map((excerpt) => [keyOf({ source: excerpt.source, excerpt: excerpt.id }), excerpt]),
  );
}

interface RowProps {
  evidence: Evidence;
  excerpt: SourceExcerpt | undefined;
  onRemove: () => void;
}

function Row({ evidence, excerpt, onRemove }: RowProps) {
  const { sources, ground } = useLibrary();
  const gone = goneOf(evidence, ground);
  const source = sources?.get(evidence.source ?? "");
  const words = excerpt?.text || evidence.note || source?.name || "";
  return (
    <li>
      <GradeMark grade={gradeOfEvidence(evidence, ground)} />
      <span className="evidence-words">
        <span dir="auto">{words || (evidence.source ? t`A source` : t`A reading of the data`)}</span>
        {gone ? <span className="caption is-bad">{GONE_WORDS[gone]}</span> : null}
        {source ? <SourceLine id={evidence.source ?? ""} source={source} /> : null}
        <Facts evidence={source?.held ? { ...evidence, at: null } : evidence} />
      </span>
      <IconButton label={t`Remove`} onPress={onRemove}>
        <Trash2 size={13} />
      </IconButton>
    </li>
  );
}

/** Where the words come from. */
function SourceLine({ id, source }: { id: string; source: Source }) {
  return (
    <Link to={`/evidence/sources/${id}/words`} className="caption" dir="auto">
      {source.name}
      {source.held ? `, ${day(source.held)}` : ""}
    </Link>
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
