import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { KINDS } from "../../editor/kinds";
import type { Template, TemplateLane, TemplateStage } from "../../generated";
import { FamilyIcon } from "../../ui/Marks";
import { KIND_WORDS, LINE_WORDS } from "../map/words";
import { shapeInWords } from "./shelf";
import { TemplatePicture } from "./TemplatePicture";

/** All that a template brings: its picture, what it is for, and the guidance of each stage and lane. */
export function TemplateDetail({ template }: { template: Template }) {
  const { name, description, kind, language, stages = [], lanes = [] } = template;
  return (
    <article className="template-detail">
      <TemplatePicture template={template} />
      <h3 lang={language} dir="auto">
        {name}
      </h3>
      <p className="caption">
        {KIND_WORDS[kind]} · {shapeInWords(template)}
      </p>
      {description ? (
        <p lang={language} dir="auto">
          {description}
        </p>
      ) : null}
      <h4>{t`Stages`}</h4>
      <ol lang={language}>
        {stages.map((stage, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat
          <Stage key={place} stage={stage} place={place} />
        ))}
      </ol>
      <h4>{t`Lanes`}</h4>
      <ul lang={language}>
        {lanes.map((lane, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: kinds may repeat
          <Lane key={place} lane={lane} />
        ))}
      </ul>
    </article>
  );
}

function Stage({ stage, place }: { stage: TemplateStage; place: number }) {
  const hue = { "--hue": `var(--stage-${stage.colour ?? place % 4})` } as React.CSSProperties;
  return (
    <li className="template-stage" style={hue} dir="auto">
      <b>{stage.name}</b>
      {stage.hint ? <p>{stage.hint}</p> : null}
      <p className="caption">{(stage.steps ?? []).filter(Boolean).join(" · ")}</p>
    </li>
  );
}

function Lane({ lane }: { lane: TemplateLane }) {
  const kind = KINDS[lane.kind];
  return (
    <li className="template-lane" dir="auto">
      <FamilyIcon family={kind.family} size={14} />
      <span>
        <b {...(lane.name ? {} : { lang: i18n.locale })}>{lane.name || kind.name}</b>
        {lane.hint ? <p>{lane.hint}</p> : null}
        {lane.line_below ? (
          <p className={`template-line template-line-${lane.line_below} caption`} lang={i18n.locale}>
            {LINE_WORDS[lane.line_below]}
          </p>
        ) : null}
      </span>
    </li>
  );
}
