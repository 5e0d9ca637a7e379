import { msg } from "@lingui/core/macro";
import { spoken } from "../../editor/spoken";
import type { Hit } from "../../generated";

export const KINDS: Readonly<Record<Hit["kind"], string>> = spoken({
  map: msg`Maps`,
  stage: msg`Stages`,
  step: msg`Steps`,
  card: msg`Cards`,
  persona: msg`Personas`,
  stakeholder: msg`Stakeholders`,
  touchpoint: msg`Touchpoints`,
  channel: msg`Channels`,
  team: msg`Teams`,
  source: msg`Sources`,
  insight: msg`Insights`,
  opportunity: msg`Opportunities`,
  idea: msg`Ideas`,
  release: msg`Releases`,
  quote: msg`Excerpts of sources`,
  excerpt: msg`What customers wrote`,
});
