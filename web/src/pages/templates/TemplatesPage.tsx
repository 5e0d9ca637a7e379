import { t } from "@lingui/core/macro";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { MapKind, Template } from "../../generated";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { LANGUAGES, spokenLanguage } from "../../ui/language";
import { Select } from "../../ui/Select";
import { Frame } from "../Frame";
import { KIND_WORDS } from "../map/words";
import { Problem } from "../Problem";
import { useTemplates } from "./choosing";
import { NewMap } from "./NewMap";
import { kindsOf, matching } from "./shelf";
import { TemplateCard } from "./TemplateCard";
import "./templates.css";

/** The gallery: what a map can begin with, the workspace's own first. */
export function TemplatesPage() {
  const [language, setLanguage] = useState<string>(spokenLanguage);
  const [words, setWords] = useState("");
  const [kind, setKind] = useState<MapKind | "">("");
  const [begin, setBegin] = useState<string | null>(null);
  const { data: all, error } = useTemplates(language);
  const found = matching(all ?? [], words, KIND_WORDS).filter((one) => !kind || one.kind === kind);
  const own = found.filter((one) => one.own);
  return (
    <Frame
      title={t`Templates`}
      count={all?.length}
      actions={
        <Button look="filled" onPress={() => setBegin("")}>
          <Plus size={15} /> {t`Empty map`}
        </Button>
      }
    >
      {error ? <Problem error={error} /> : null}
      <div className="template-bar">
        <input
          className="input"
          type="search"
          aria-label={t`Search templates`}
          placeholder={t`Search templates`}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          label={t`Language of the map`}
          isLabelHidden
          value={language}
          options={Object.entries(LANGUAGES).map(([id, label]) => ({ id, label }))}
          onChange={setLanguage}
        />
        <Kinds templates={all ?? []} chosen={kind} choose={setKind} />
      </div>
      <Shelf title={t`Your own`} templates={own} begin={setBegin} />
      <Shelf title={t`Ready to use`} templates={found.filter((one) => !one.own)} begin={setBegin} />
      <p role="status" className={found.length > 0 ? "only-read" : "panel-hint"}>
        {all && found.length === 0 ? t`No template has these words.` : ""}
      </p>
      <NewMap begin={begin} onClose={() => setBegin(null)} />
    </Frame>
  );
}

interface KindsProps {
  templates: readonly Template[];
  chosen: MapKind | "";
  choose: (kind: MapKind | "") => void;
}

/** The kinds of maps that there are templates for; one press shows only these. */
function Kinds({ templates, chosen, choose }: KindsProps) {
  const chip = (kind: MapKind | "", label: string, count: number) => (
    <button
      key={kind}
      type="button"
      className="kind-chip"
      aria-pressed={chosen === kind}
      onClick={() => choose(kind)}
    >
      {label} <span className="numbers">{plain(count)}</span>
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a box of its own
    <div className="kind-chips" role="group" aria-label={t`Kind of map`}>
      {chip("", t`All`, templates.length)}
      {kindsOf(templates).map(([kind, count]) => chip(kind, KIND_WORDS[kind] ?? kind, count))}
    </div>
  );
}

interface ShelfProps {
  title: string;
  templates: readonly Template[];
  begin: (id: string) => void;
}

function Shelf({ title, templates, begin }: ShelfProps) {
  if (templates.length === 0) return null;
  return (
    <section className="page-part">
      <h2>{title}</h2>
      <ul className="map-cards">
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} onBegin={() => begin(template.id)} />
        ))}
      </ul>
    </section>
  );
}
