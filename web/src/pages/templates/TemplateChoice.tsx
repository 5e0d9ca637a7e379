import { t } from "@lingui/core/macro";
import type { Template } from "../../generated";
import { LANGUAGES } from "../../ui/language";
import { Select } from "../../ui/Select";
import { KIND_WORDS } from "../map/words";
import { Problem } from "../Problem";
import type { Choosing } from "./choosing";
import { shapeInWords } from "./shelf";
import { TemplateDetail } from "./TemplateDetail";
import "./templates.css";

/** The templates as a list to search and to choose from, with the chosen one beside it. */
export function TemplateChoice({ choosing, empty }: { choosing: Choosing; empty?: string }) {
  const { found, chosen, choose, words, look, template, error } = choosing;
  return (
    <div className="template-choice">
      <div className="template-list">
        <input
          className="input"
          type="search"
          aria-label={t`Search templates`}
          placeholder={t`Search templates`}
          value={words}
          onChange={(event) => look(event.target.value)}
        />
        <fieldset className="template-radios">
          <legend className="only-read">{t`Begin with`}</legend>
          {empty && !words.trim() ? (
            <Radio name={empty} isChosen={chosen === ""} choose={() => choose("")} />
          ) : null}
          {found.map((one) => (
            <TemplateRadio key={one.id} template={one} isChosen={one.id === chosen} choose={choose} />
          ))}
          {found.length === 0 && words ? (
            <p className="panel-hint">{t`No template has these words.`}</p>
          ) : null}
        </fieldset>
        {error ? <Problem error={error} /> : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must come to it */}
      <section className="template-shown" aria-label={t`Preview`} tabIndex={0}>
        {template ? <TemplateDetail template={template} /> : null}
        {chosen === "" ? (
          <p className="panel-hint">{t`No stages, no lanes: you draw all of it yourself.`}</p>
        ) : null}
      </section>
    </div>
  );
}

interface TemplateRadioProps {
  template: Template;
  isChosen: boolean;
  choose: (id: string) => void;
}

function TemplateRadio({ template, isChosen, choose }: TemplateRadioProps) {
  const kind = template.own ? t`Your own` : KIND_WORDS[template.kind];
  return (
    <Radio
      name={template.name}
      lang={template.language}
      caption={`${kind} · ${shapeInWords(template)}`}
      isChosen={isChosen}
      choose={() => choose(template.id)}
    />
  );
}

interface RadioProps {
  name: string;
  lang?: string;
  caption?: string;
  isChosen: boolean;
  choose: () => void;
}

function Radio({ name, lang, caption, isChosen, choose }: RadioProps) {
  return (
    <label>
      <input type="radio" name="template" checked={isChosen} onChange={choose} />
      <span>
        <span lang={lang} dir="auto">
          {name}
        </span>
        {caption ? <span className="caption">{caption}</span> : null}
      </span>
    </label>
  );
}

/** The language of the map; a template that somebody kept has the one that it was drawn in. */
export function MapLanguage({ choosing }: { choosing: Choosing }) {
  const { template, language, setLanguage } = choosing;
  const fixed = template?.own ? template.language : "";
  return (
    <Select
      label={t`Language of the map`}
      value={fixed || language}
      options={
        fixed
          ? [{ id: fixed, label: nameOf(fixed) }]
          : Object.entries(LANGUAGES).map(([id, label]) => ({ id, label }))
      }
      onChange={setLanguage}
    />
  );
}

function nameOf(language: string): string {
  return { ...LANGUAGES }[language] ?? language;
}
