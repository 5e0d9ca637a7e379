import { plural, t } from "@lingui/core/macro";
import type { MapUses, Source } from "../../generated";
import { day, plain } from "../../ui/format";
import { ShelfList } from "../library/ShelfList";
import { EvidenceParts } from "./EvidenceParts";
import { SourceFields } from "./SourceFields";
import { useWords } from "./using";
import { KIND_WORDS } from "./words";

/** What was gathered of customers: interviews, surveys, tickets, each cited by cards. */
export function SourcesPage() {
  return (
    <ShelfList
      type="source"
      list="/evidence/sources"
      title={t`Sources`}
      parts={<EvidenceParts />}
      words={{
        add: t`New source`,
        fresh: t`New source`,
        emptyTitle: t`How do you know?`,
        empty: t`A source is an interview, a survey, a set of tickets. Cards cite it, and it says from when and from whom a claim comes.`,
      }}
      fields={{}}
      sought={({ name, collector, method, segment, kind }) => [
        name,
        collector,
        method,
        segment,
        KIND_WORDS[kind ?? "interview"],
      ]}
      row={(source, id) => <Face id={id} source={source} />}
      usesInWords={citedInWords}
      details={(id, source) => <SourceFields key={id} id={id} source={source} />}
    />
  );
}

function Face({ id, source }: { id: string; source: Source }) {
  const { excerpts = 0 } = useWords().data?.[id] ?? {};
  const facts = [
    KIND_WORDS[source.kind ?? "interview"],
    source.held ? day(source.held) : t`no date`,
    source.n == null ? "" : t`n ${plain(source.n)}`,
    excerpts === 0 ? "" : plural(excerpts, { one: "# excerpt", other: "# excerpts" }),
  ];
  return (
    <>
      <span className="shelf-row-name" dir="auto">
        {source.name}
      </span>
      <span className="shelf-row-more shelf-row-facts numbers">{facts.filter(Boolean).join(" · ")}</span>
    </>
  );
}

function citedInWords(uses: readonly MapUses[]): string {
  const cards = uses.reduce((sum, use) => sum + (use.cards ?? 0), 0);
  return cards === 0
    ? t`cited by no card`
    : plural(cards, { one: "cited by # card", other: "cited by # cards" });
}
