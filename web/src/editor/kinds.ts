import type { LaneKind } from "../generated";

/** How the cards of a lane are shown; most kinds are plain cards. */
export type Shape = "card" | "touchpoint" | "emotion" | "quote" | "pain" | "opportunity" | "measure";

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
}

function kind(name: string, hint: string, family: Family, one: string, shape: Shape = "card"): Kind {
  return { name, hint, family, one, shape };
}

export const KINDS: Record<LaneKind, Kind> = {
  actions: kind("Actions", "what customers do", "actions", "action"),
  goals: kind("Goals", "what they want", "emotion", "goal"),
  needs: kind("Needs", "what they need", "emotion", "need"),
  expectations: kind("Expectations", "what they count on", "emotion", "expectation"),
  thoughts: kind("Thoughts", "in their words", "thoughts", "thought", "quote"),
  questions: kind("Questions", "what they ask", "thoughts", "question", "quote"),
  emotion: kind("Emotion", "how it feels", "emotion", "emotion", "emotion"),
  touchpoints: kind("Touchpoints", "and channels", "touchpoints", "touchpoint", "touchpoint"),
  channels: kind("Channels", "by what means", "touchpoints", "channel", "touchpoint"),
  quotes: kind("Quotes", "as they said it", "thoughts", "quote", "quote"),
  "pain-points": kind("Pain points", "with severity", "pain", "pain point", "pain"),
  barriers: kind("Barriers", "what stops them", "pain", "barrier", "pain"),
  strengths: kind("Strengths", "what works well", "opportunities", "strength"),
  opportunities: kind("Opportunities", "what to improve", "opportunities", "opportunity", "opportunity"),
  ideas: kind("Ideas", "not weighed yet", "opportunities", "idea", "opportunity"),
  images: kind("Images", "what it looks like", "actions", "image"),
  storyboard: kind("Storyboard", "scene by scene", "actions", "scene"),
  measures: kind("Measures", "counted in the data", "measures", "measure", "measure"),
  chart: kind("Chart", "numbers over time", "measures", "chart", "measure"),
  time: kind("Time", "how long it takes", "measures", "time", "measure"),
  context: kind("Context", "what is around", "actions", "context"),
  role: kind("Role", "who takes part", "actions", "role"),
  responsible: kind("Responsible", "who answers for it", "actions", "person"),
  documents: kind("Documents", "papers and mails", "backstage", "document"),
  "physical-evidence": kind("Physical evidence", "what they hold", "backstage", "thing"),
  frontstage: kind("Frontstage", "what customers see us do", "backstage", "activity"),
  backstage: kind("Backstage", "what they do not see", "backstage", "activity"),
  support: kind("Support", "who helps us", "backstage", "activity"),
  systems: kind("Systems", "what it runs on", "backstage", "system"),
  policies: kind("Policies", "rules that apply", "backstage", "policy"),
  free: kind("Notes", "anything else", "actions", "note"),
};

/** The kinds that a new lane may have, the usual ones first. */
export const KIND_NAMES = Object.keys(KINDS) as LaneKind[];
