import { t } from "@lingui/core/macro";
import { FileText, Quote } from "lucide-react";
import { useState } from "react";
import { citationOf } from "../../editor/citing";
import { bare } from "../../editor/search";
import type { Evidence, Source, SourceExcerpt } from "../../generated";
import { Dialog } from "../../ui/Dialog";
import { excerptsWith } from "../asking";
import { Problem } from "../Problem";
import { useAsked } from "../useAsked";
import "./cite.css";

interface CiteProps {
  /** Those of the library; undefined while it is not known. */
  sources: ReadonlyMap<string, Source> | undefined;
  onClose: () => void;
  onCite: (evidence: Evidence) => void;
}

/** Find what a card stands on: an excerpt by its words, or a source by its name. */
export function CiteSource({ sources, onClose, onCite }: CiteProps) {
  const [sought, setSought] = useState("");
  const { data, error } = useAsked(["excerpts", "found", sought], () => excerptsWith(sought));
  const excerpts = data?.rows ?? [];
  const named = [...(sources ?? [])].filter(([, { name }]) => bare(name).includes(bare(sought)));
  const cite = (evidence: Evidence) => {
    onCite(evidence);
    onClose();
  };
  const now = () => new Date().toISOString();
  return (
    <Dialog title={t`Cite a source`} isOpen onClose={onClose} isWide>
      <div className="dialog-text">
        <input
          type="search"
          className="input"
          aria-label={t`Words of an excerpt, or the name of a source`}
          placeholder={t`Words of an excerpt, or the name of a source`}
          dir="auto"
          value={sought}
          autoFocus
          onChange={({ target }) => setSought(target.value)}
        />
        {error ? <Problem error={error} /> : null}
        <div className="cite-found">
          {excerpts.length === 0 && named.length === 0 ? <Nothing sought={sought} /> : null}
          {excerpts.length > 0 ? <h3>{t`Excerpts`}</h3> : null}
          <ul>
            {excerpts.map((excerpt) => (
              <ExcerptChoice
                key={`${excerpt.source}/${excerpt.id}`}
                excerpt={excerpt}
                source={sources?.get(excerpt.source)}
                onChoose={() => cite(citationOf(excerpt, now()))}
              />
            ))}
          </ul>
          {named.length > 0 ? <h3>{t`Sources as a whole`}</h3> : null}
          <ul>
            {named.map(([id, { name }]) => (
              <li key={id}>
                <button type="button" className="cite-choice" onClick={() => cite({ source: id, at: now() })}>
                  <FileText size={14} aria-hidden /> <span dir="auto">{name}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Dialog>
  );
}

function Nothing({ sought }: { sought: string }) {
  return (
    <p className="panel-hint">
      {sought
        ? t`No excerpt and no source has these words.`
        : t`There are no sources yet: bring an interview or a survey in under Evidence.`}
    </p>
  );
}

interface ChoiceProps {
  excerpt: SourceExcerpt;
  source: Source | undefined;
  onChoose: () => void;
}

function ExcerptChoice({ excerpt, source, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" className="cite-choice" onClick={onChoose}>
        <Quote size={14} aria-hidden />
        <span className="cite-words">
          <span dir="auto">{excerpt.text}</span>
          <span className="caption" dir="auto">
            {source?.name}
          </span>
        </span>
      </button>
    </li>
  );
}
