import { t } from "@lingui/core/macro";
import { Plus, Rows3, StickyNote } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { type Board, boardOf, newGroup } from "../../editor/affinity";
import { bare } from "../../editor/search";
import type { SourceExcerpt } from "../../generated";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { ExportMenu } from "../ExportMenu";
import { useShelf, useShelved } from "../library/context";
import { SearchField } from "../library/SearchField";
import { ShelfFrame } from "../library/ShelfFrame";
import { Problem } from "../Problem";
import { saveBoard } from "../saving";
import { BoardTable } from "./BoardTable";
import { BoardView } from "./BoardView";
import { EvidenceParts } from "./EvidenceParts";
import { useExcerpts } from "./excerpts";
import "./board.css";

interface Narrowed {
  source: string;
  persona: string;
  words: string;
}

/** What sources say, as notes: put together what belongs together, and promote what holds. */
export function BoardPage() {
  const [narrowed, setNarrowed] = useState<Narrowed>({ source: "", persona: "", words: "" });
  const [isTable, setTable] = useState(false);
  const { excerpts, total, error, isThere } = useExcerpts(narrowed.source);
  const insights = useShelved("insight");
  const isAmong = useAmong(narrowed);
  const board = boardOf(insights, excerpts);
  const shown: Board = {
    loose: board.loose.filter(isAmong),
    groups: board.groups.map((group) => ({ ...group, notes: group.notes.filter(isAmong) })),
  };
  const count = shown.loose.length + shown.groups.reduce((sum, { notes }) => sum + notes.length, 0);
  const isBare = isThere && excerpts.length === 0 && insights.size === 0 && !narrowed.source;
  return (
    <ShelfFrame title={t`Affinity board`} parts={<EvidenceParts />} actions={isBare ? null : <Actions />}>
      {error ? <Problem error={error} /> : null}
      {isBare ? <NoNotes /> : null}
      {isThere && !isBare ? (
        <>
          <div className="shelf-tools">
            <Narrow narrowed={narrowed} onChange={setNarrowed} found={count} />
            <Looks isTable={isTable} onChange={setTable} />
          </div>
          {isTable ? <BoardTable board={shown} /> : <BoardView board={shown} />}
          {total > excerpts.length ? (
            <p className="shelf-hint">
              {t`Of ${plain(total)} excerpts the first ${plain(excerpts.length)} are here; choose a source to see all of its own.`}
            </p>
          ) : null}
        </>
      ) : null}
      {isThere || error ? null : <p className="shelf-waits" aria-busy="true" />}
    </ShelfFrame>
  );
}

function Actions() {
  const shelf = useShelf();
  const add = () => shelf.edit(newGroup(shelf.records, t`New group`).ops);
  return (
    <>
      <Takeaway />
      <Button look="filled" onPress={add} isDisabled={shelf.isReadOnly}>
        <Plus size={15} /> {t`New group`}
      </Button>
    </>
  );
}

/** Whether an excerpt is among those that are looked at. */
function useAmong({ source, persona, words }: Narrowed): (one: SourceExcerpt) => boolean {
  const sources = useShelved("source");
  const sought = bare(words).split(/\s+/).filter(Boolean);
  return (one) => {
    const from = sources.get(one.source);
    const said = bare(`${one.text} ${from?.name ?? ""}`);
    return (
      (!source || one.source === source) &&
      (!persona || (from?.personas ?? []).includes(persona)) &&
      sought.every((word) => said.includes(word))
    );
  };
}

interface NarrowProps {
  narrowed: Narrowed;
  onChange: (narrowed: Narrowed) => void;
  found: number;
}

function Narrow({ narrowed, onChange, found }: NarrowProps) {
  const sources = [...useShelved("source")].map(([id, { name }]) => ({ id, label: name }));
  const personas = [...useShelved("persona")].map(([id, { name }]) => ({ id, label: name }));
  const set = (change: Partial<Narrowed>) => onChange({ ...narrowed, ...change });
  return (
    <>
      <SearchField value={narrowed.words} onChange={(words) => set({ words })} found={found} />
      <Select
        label={t`Source`}
        isLabelHidden
        value={narrowed.source}
        options={[{ id: "", label: t`All sources` }, ...sources]}
        onChange={(source) => set({ source })}
      />
      {personas.length > 0 ? (
        <Select
          label={t`Persona`}
          isLabelHidden
          value={narrowed.persona}
          options={[{ id: "", label: t`All personas` }, ...personas]}
          onChange={(persona) => set({ persona })}
        />
      ) : null}
    </>
  );
}

function Looks({ isTable, onChange }: { isTable: boolean; onChange: (isTable: boolean) => void }) {
  return (
    <fieldset className="shelf-looks">
      <legend className="only-read">{t`How it is shown`}</legend>
      <Button size="small" aria-pressed={!isTable} onPress={() => onChange(false)}>
        <StickyNote size={14} /> {t`Notes`}
      </Button>
      <Button size="small" aria-pressed={isTable} onPress={() => onChange(true)}>
        <Rows3 size={14} /> {t`Table`}
      </Button>
    </fieldset>
  );
}

function NoNotes() {
  return (
    <div className="shelf-offer">
      <h2>{t`What do your sources say together?`}</h2>
      <p>{t`Passages that you mark in sources come here as notes. Put those together that say the same, and promote what holds to an insight.`}</p>
      <Link to="/evidence/sources" className="button button-edged button-normal">
        {t`Mark passages in a source`}
      </Link>
    </div>
  );
}

/** The whole board as a file. */
function Takeaway() {
  return <ExportMenu save={(format) => void saveBoard("/api/v1/evidence/board/export", { format })} />;
}
