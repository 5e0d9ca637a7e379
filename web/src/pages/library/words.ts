import { msg } from "@lingui/core/macro";
import type { EmpathyField } from "../../editor/shelf";
import { spoken } from "../../editor/spoken";

// What the values of the library's fields are called.

export const BUYING_WORDS = spoken({
  initiator: msg`Initiator`,
  user: msg`User`,
  influencer: msg`Influencer`,
  decider: msg`Decider`,
  buyer: msg`Buyer`,
  gatekeeper: msg`Gatekeeper`,
});

export const AWARENESS_WORDS = spoken({
  unaware: msg`Knows of no problem`,
  problem: msg`Knows the problem`,
  solution: msg`Knows that solutions exist`,
  product: msg`Knows ours`,
  most: msg`Knows ours well`,
});

export const EMPATHY_WORDS: Readonly<Record<EmpathyField, string>> = spoken({
  thinks: msg`Thinks`,
  feels: msg`Feels`,
  says: msg`Says`,
  does: msg`Does`,
  sees: msg`Sees`,
  hears: msg`Hears`,
  pains: msg`Pains`,
  gains: msg`Gains`,
});

export const EMPATHY_ASKS: Readonly<Record<EmpathyField, string>> = spoken({
  thinks: msg`What goes through their head?`,
  feels: msg`What makes them glad or afraid?`,
  says: msg`What would they say out loud?`,
  does: msg`How do they behave?`,
  sees: msg`What do they meet around them?`,
  hears: msg`What do others tell them?`,
  pains: msg`What stands in their way?`,
  gains: msg`What would they win?`,
});

export const CHART_WORDS = spoken({ bars: msg`Bars`, line: msg`Line`, donut: msg`Ring` });

export const RING_WORDS = spoken({ core: msg`Core`, direct: msg`Direct`, indirect: msg`Indirect` });

export const STAKEHOLDER_WORDS = spoken({
  customer: msg`Customer`,
  organisation: msg`Our organisation`,
  partner: msg`Partner`,
  supplier: msg`Supplier`,
  authority: msg`Authority`,
  public: msg`Public`,
  other: msg`Other`,
});

export const ATTITUDE_WORDS = spoken({
  supports: msg`Supports it`,
  neutral: msg`Neutral`,
  resists: msg`Resists it`,
});
