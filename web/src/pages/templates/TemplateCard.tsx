import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { MoreHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Template } from "../../generated";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Dialog";
import { day } from "../../ui/format";
import { Menu } from "../../ui/Menu";
import { say } from "../../ui/Toast";
import { removeTemplate } from "../asking";
import { KIND_WORDS } from "../map/words";
import { inWords } from "../useAsked";
import { shapeInWords } from "./shelf";
import { TemplatePicture } from "./TemplatePicture";
import "../home/cards.css";

/** A template in the gallery: a press shows all of it, and begins a map with it. */
export function TemplateCard({ template, onBegin }: { template: Template; onBegin: () => void }) {
  const { name, description, kind, language, own } = template;
  return (
    <li className="map-card template-card">
      <button type="button" className="map-card-link" onClick={onBegin}>
        <TemplatePicture template={template} />
        <span className="map-card-words">
          <span className={own ? "map-card-title" : "template-name"} lang={language} dir="auto">
            {name}
          </span>
          <span className="caption">
            {KIND_WORDS[kind]} · {shapeInWords(template)}
          </span>
          <span className="template-about" lang={language} dir="auto">
            {description}
          </span>
          {own ? <span className="map-card-foot">{keptInWords(template)}</span> : null}
        </span>
      </button>
      {own ? <OwnMenu template={template} /> : null}
    </li>
  );
}

function keptInWords({ kept_by: who, kept_at: at }: Template): string {
  if (!at) return "";
  return who ? t`kept by ${who}, ${day(at)}` : t`kept ${day(at)}`;
}

/** What one can do with a template of the workspace. */
function OwnMenu({ template }: { template: Template }) {
  const [isAsking, setAsking] = useState(false);
  const asked = useQueryClient();
  const remove = async () => {
    try {
      await removeTemplate(template.id);
      await asked.invalidateQueries({ queryKey: ["templates"] });
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
  };
  const item = {
    id: "delete",
    label: t`Delete template`,
    icon: <Trash2 size={14} />,
    isDanger: true,
    act: () => setAsking(true),
  };
  return (
    <span className="map-card-side">
      <Menu
        label={t`More for ${template.name}`}
        trigger={
          <Button className="button-icon" aria-label={t`More for ${template.name}`}>
            <MoreHorizontal size={15} />
          </Button>
        }
        items={[item]}
      />
      <Confirm
        title={t`Delete this template?`}
        verb={t`Delete template`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={remove}
      >
        <p>{t`“${template.name}” goes for everybody. Maps that began with it stay.`}</p>
      </Confirm>
    </span>
  );
}
