import type { MessageDescriptor as Words } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { LaneKind } from "../generated";
import { spoken } from "./spoken";

/** How the cards of a lane are shown, and what they ask. */
export type Shape =
  | "card"
  | "goal"
  | "touchpoint"
  | "channel"
  | "emotion"
  | "quote"
  | "pain"
  | "strength"
  | "opportunity"
  | "idea"
  | "measure"
  | "chart"
  | "time"
  | "context"
  | "role"
  | "team"
  | "activity"
  | "document"
  | "object"
  | "system"
  | "policy"
  | "picture"
  | "scene";

/** Kinds that share an icon and a colour. */
export type Family =
  | "actions"
  | "touchpoints"
  | "emotion"
  | "thoughts"
  | "pain"
  | "measures"
  | "opportunities"
  | "backstage";

export interface Kind {
  name: string;
  hint: string;
  family: Family;
  shape: Shape;
  one: string;
  /** Whether the details of a new card open at once: beside its words, or first since it needs none. */
  asks: "" | "beside" | "first";
}

const ASKING: Partial<Record<Shape, Kind["asks"]>> = {
  measure: "beside",
  chart: "beside",
  time: "first",
  team: "first",
  channel: "first",
};

function kind(name: Words, hint: Words, family: Family, one: Words, shape: Shape = "card"): Kind {
  return Object.assign(spoken({ name, hint, one }), { family, shape, asks: ASKING[shape] ?? ("" as const) });
}

export const KINDS: Record<LaneKind, Kind> = {
  actions: kind(msg`Actions`, msg`what customers do`, "actions", msg`action`),
  goals: kind(msg`Goals`, msg`what they want`, "emotion", msg`goal`, "goal"),
  needs: kind(msg`Needs`, msg`what they need`, "emotion", msg`need`, "goal"),
  expectations: kind(msg`Expectations`, msg`what they count on`, "emotion", msg`expectation`, "goal"),
  thoughts: kind(msg`Thoughts`, msg`in their words`, "thoughts", msg`thought`, "quote"),
  questions: kind(msg`Questions`, msg`what they ask`, "thoughts", msg`question`, "quote"),
  emotion: kind(msg`Emotion`, msg`how it feels`, "emotion", msg`emotion`, "emotion"),
  touchpoints: kind(msg`Touchpoints`, msg`and channels`, "touchpoints", msg`touchpoint`, "touchpoint"),
  channels: kind(msg`Channels`, msg`by what means`, "touchpoints", msg`channel`, "channel"),
  quotes: kind(msg`Quotes`, msg`as they said it`, "thoughts", msg`quote`, "quote"),
  "pain-points": kind(msg`Pain points`, msg`with severity`, "pain", msg`pain point`, "pain"),
  barriers: kind(msg`Barriers`, msg`what stops them`, "pain", msg`barrier`, "pain"),
  strengths: kind(msg`Strengths`, msg`what works well`, "opportunities", msg`strength`, "strength"),
  opportunities: kind(
    msg`Opportunities`,
    msg`what to improve`,
    "opportunities",
    msg`opportunity`,
    "opportunity",
  ),
  ideas: kind(msg`Ideas`, msg`not weighed yet`, "opportunities", msg`idea`, "idea"),
  images: kind(msg`Images`, msg`what it looks like`, "actions", msg`image`, "picture"),
  storyboard: kind(msg`Storyboard`, msg`scene by scene`, "actions", msg`scene`, "scene"),
  measures: kind(msg`Measures`, msg`counted in the data`, "measures", msg`measure`, "measure"),
  chart: kind(msg`Chart`, msg`numbers over time`, "measures", msg`chart`, "chart"),
  time: kind(msg`Time`, msg`how long it takes`, "measures", msg`time`, "time"),
  context: kind(msg`Context`, msg`what is around`, "actions", msg`context`, "context"),
  role: kind(msg`Role`, msg`who takes part`, "actions", msg`role`, "role"),
  responsible: kind(msg`Responsible`, msg`who answers for it`, "actions", msg`team`, "team"),
  documents: kind(msg`Documents`, msg`papers and mails`, "backstage", msg`document`, "document"),
  "physical-evidence": kind(msg`Physical evidence`, msg`what they hold`, "backstage", msg`thing`, "object"),
  frontstage: kind(msg`Frontstage`, msg`what customers see us do`, "backstage", msg`activity`, "activity"),
  backstage: kind(msg`Backstage`, msg`what they do not see`, "backstage", msg`activity`, "activity"),
  support: kind(msg`Support`, msg`who helps us`, "backstage", msg`activity`, "activity"),
  systems: kind(msg`Systems`, msg`what it runs on`, "backstage", msg`system`, "system"),
  policies: kind(msg`Policies`, msg`rules that apply`, "backstage", msg`policy`, "policy"),
  free: kind(msg`Notes`, msg`anything else`, "actions", msg`note`),
};

/** The kinds that a new lane may have, the usual ones first. */
export const KIND_NAMES = Object.keys(KINDS) as LaneKind[];
