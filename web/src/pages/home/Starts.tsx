import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import type { Template } from "../../generated";
import { spokenLanguage } from "../../ui/language";
import { useTemplates } from "../templates/choosing";
import { TemplatePicture } from "../templates/TemplatePicture";

// One of each look, after what the workspace kept itself.
const SHOWN = ["general-five", "service-blueprint", "day-in-the-life", "experience-map", "b2b-seven"];

/** A few templates to begin with, and the way to all of them. */
export function Starts({ begin }: { begin: (id: string) => void }) {
  const { data: all = [] } = useTemplates(spokenLanguage());
  if (all.length === 0) return null;
  const picked = SHOWN.flatMap((id) => all.find((template) => template.id === id) ?? []);
  const shown = [...all.filter((template) => template.own), ...picked].slice(0, SHOWN.length);
  return (
    <section className="page-part">
      <header className="part-line">
        <h2>{t`Start from a template`}</h2>
        <Link to="/templates">{plural(all.length, { one: "# template", other: "All # templates" })}</Link>
      </header>
      <ul className="starts">
        {shown.map((template) => (
          <Start key={template.id} template={template} begin={begin} />
        ))}
      </ul>
    </section>
  );
}

function Start({ template, begin }: { template: Template; begin: (id: string) => void }) {
  const { stages = [], lanes = [] } = template;
  const counts = [
    plural(stages.length, { one: "# stage", other: "# stages" }),
    plural(lanes.length, { one: "# lane", other: "# lanes" }),
  ].join(", ");
  return (
    <li>
      <button type="button" className="start" onClick={() => begin(template.id)}>
        <TemplatePicture template={template} />
        <span className="start-name" lang={template.language} dir="auto">
          {template.name}
        </span>
        <span className="caption">{counts}</span>
      </button>
    </li>
  );
}
