import type { ComponentType } from "react";
import type { Shape } from "../../../editor/kinds";
import { ChartFields } from "./ChartFields";
import { WhereFields } from "./documentFields";
import { EmotionFields } from "./emotionFields";
import type { FieldsProps } from "./face";
import { GoalFields } from "./goalFields";
import { MeasureFields } from "./measureFields";
import { IdeaFields, OpportunityFields } from "./opportunityFields";
import { PainFields } from "./painFields";
import { CardPictureFields } from "./pictureFields";
import { SourceFields } from "./quoteFields";
import { ActivityFields, TeamFields } from "./teamFields";
import { TimeFields } from "./timeFields";
import { ChannelChoice, TouchpointFields } from "./touchpointFields";

/** What each shape of card asks in the details; apart from how it looks, for a map is drawn before anybody asks. */
export const ASKS: Readonly<Partial<Record<Shape, ComponentType<FieldsProps>>>> = {
  goal: GoalFields,
  touchpoint: TouchpointFields,
  channel: ChannelChoice,
  emotion: EmotionFields,
  quote: SourceFields,
  pain: PainFields,
  opportunity: OpportunityFields,
  idea: IdeaFields,
  measure: MeasureFields,
  chart: ChartFields,
  time: TimeFields,
  team: TeamFields,
  activity: ActivityFields,
  document: WhereFields,
  object: WhereFields,
  system: WhereFields,
  policy: WhereFields,
  picture: CardPictureFields,
  scene: CardPictureFields,
};
