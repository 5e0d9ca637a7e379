import { plural, t } from "@lingui/core/macro";
import { BookOpen } from "lucide-react";
import { Link } from "react-router";
import { setField } from "../../editor/ops";
import type { Source } from "../../generated";
import { NumberField } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { listDatasets } from "../asking";
import { useShelf, useShelved } from "../library/context";
import { TextOf } from "../library/InPlace";
import { LinkOf } from "../library/LinkOf";
import { choicesOf } from "../map/words";
import { useAsked } from "../useAsked";
import { Chips } from "./Chips";
import { useWords } from "./using";
import { KIND_WORDS } from "./words";

interface SourceProps {
  id: string;
  source: Source;
}

/** One source, edited where it stands. */
export function SourceFields({ id, source }: SourceProps) {
  const shelf = useShelf();
  const set = (field: string) => (value: unknown) => shelf.edit([setField(id, field, value)]);
  return (
    <>
      <TextOf id={id} field="name" label={t`Name`} value={source.name} isNeeded className="is-name" />
      <WordsOf id={id} />
      <Select
        label={t`How it was gathered`}
        value={source.kind ?? "interview"}
        options={choicesOf(KIND_WORDS)}
        onChange={set("kind")}
      />
      <div className="field-two">
        <label className="field">
          <span className="field-label">{t`Held on`}</span>
          <input
            className="input"
            type="date"
            disabled={shelf.isReadOnly}
            value={source.held ?? ""}
            onChange={({ target }) => set("held")(target.value || null)}
          />
        </label>
        <NumberField
          label={t`People or rows`}
          value={source.n}
          onChange={(n) => set("n")(n === null ? null : Math.max(0, Math.round(n)))}
        />
      </div>
      <TextOf
        id={id}
        field="collector"
        label={t`Gathered by`}
        value={source.collector}
        placeholder={t`A name or a team`}
      />
      <TextOf
        id={id}
        field="method"
        label={t`How people were chosen and asked`}
        value={source.method}
        isLong
        placeholder={t`In a sentence or two`}
      />
      <TextOf
        id={id}
        field="segment"
        label={t`Which customers it covers`}
        value={source.segment}
        placeholder={t`A segment, in words`}
      />
      <Chips
        label={t`Personas that it covers`}
        records={useShelved("persona")}
        chosen={source.personas ?? []}
        onChange={set("personas")}
      />
      <DatasetChoice chosen={source.dataset ?? ""} onChange={set("dataset")} />
      <LinkOf id={id} field="url" label={t`Where it is to be found`} value={source.url} />
    </>
  );
}

/** The way to its transcript and to what is marked in it. */
function WordsOf({ id }: { id: string }) {
  const { excerpts = 0, transcript = "" } = useWords().data?.[id] ?? {};
  return (
    <span className="source-words">
      <Link to={`/evidence/sources/${id}/words`} className="button button-edged button-small">
        <BookOpen size={14} aria-hidden /> {t`Open the source`}
      </Link>
      <span className="caption numbers">
        {[
          transcript || t`no transcript yet`,
          plural(excerpts, { one: "# excerpt", other: "# excerpts" }),
        ].join(" · ")}
      </span>
    </span>
  );
}

/** The dataset that the source is, when its rows were imported. */
function DatasetChoice({ chosen, onChange }: { chosen: string; onChange: (id: string) => void }) {
  const { data = [] } = useAsked(["datasets"], listDatasets);
  if (data.length === 0 && !chosen) return null;
  const known = data.map(({ id, name }) => ({ id, label: name }));
  const gone = chosen && !data.some(({ id }) => id === chosen) ? [{ id: chosen, label: chosen }] : [];
  return (
    <Select
      label={t`The dataset with its rows`}
      value={chosen}
      options={[{ id: "", label: t`None` }, ...known, ...gone]}
      onChange={onChange}
    />
  );
}
