import { msg } from "@lingui/core/macro";
import { ChartLine, Columns2, Funnel, type LucideIcon, Route, Smile, Users, Waypoints } from "lucide-react";
import { spoken } from "../../editor/spoken";
import type { By } from "./address";

// Which analyses the page shows, and in which order one meets them.

interface Group {
  id: string;
  Icon: LucideIcon;
  kinds: readonly string[];
}

export const GROUPS: readonly Group[] = [
  { id: "flow", Icon: Waypoints, kinds: ["flow", "steps", "tree"] },
  { id: "paths", Icon: Route, kinds: ["variants", "journeys", "ends", "behaviours", "reach"] },
  { id: "funnel", Icon: Funnel, kinds: ["funnel-steps"] },
  { id: "time", Icon: ChartLine, kinds: ["trend", "retention", "stays"] },
  { id: "scores", Icon: Smile, kinds: ["scores", "themes"] },
  { id: "contrast", Icon: Columns2, kinds: ["contrast", "segments"] },
  { id: "customers", Icon: Users, kinds: ["customers"] },
];

export const GROUP_WORDS: Readonly<Record<string, string>> = spoken({
  flow: msg`Flow`,
  paths: msg`Paths`,
  funnel: msg`Funnel`,
  time: msg`Time`,
  scores: msg`Scores`,
  contrast: msg`Contrast`,
  customers: msg`Customers`,
});

export const KIND_WORDS: Readonly<Record<string, string>> = spoken({
  flow: msg`Flow graph`,
  steps: msg`Step by step`,
  tree: msg`Path tree`,
  variants: msg`Variants`,
  journeys: msg`Alike`,
  ends: msg`Begin and end`,
  behaviours: msg`Loops and dead ends`,
  reach: msg`Places`,
  "funnel-steps": msg`Funnel`,
  trend: msg`Trend`,
  retention: msg`Retention`,
  stays: msg`Durations`,
  scores: msg`Scores`,
  themes: msg`Themes`,
  contrast: msg`Contrast`,
  segments: msg`Segments`,
  customers: msg`Customers`,
});

export const BY_WORDS: Readonly<Record<By, string>> = spoken({
  touchpoint: msg`Touchpoints`,
  event: msg`Events`,
  channel: msg`Channels`,
});

/** What an analysis is asked beside the filter. */
interface Shape {
  /** It sees each event as something: a touchpoint, itself, or its channel. */
  hasBy: boolean;
  /** What it is asked as long as nobody says otherwise. */
  start: Readonly<Record<string, unknown>>;
  /** What must be said before it can be asked, and how much of it. */
  needs: Readonly<Record<string, number>>;
}

const SEEN: Shape = { hasBy: true, start: {}, needs: {} };

export const SHAPES: Readonly<Record<string, Shape>> = {
  flow: { ...SEEN, start: { limit: 1000 } },
  steps: { ...SEEN, start: { limit: 1000 } },
  tree: { ...SEEN, start: { limit: 500 } },
  variants: { ...SEEN, start: { limit: 50 } },
  journeys: SEEN,
  ends: SEEN,
  behaviours: SEEN,
  reach: { ...SEEN, start: { limit: 500 } },
  "funnel-steps": { hasBy: false, start: {}, needs: { places: 2 } },
  trend: { hasBy: false, start: {}, needs: { question: 1 } },
  retention: { hasBy: false, start: { limit: 2000 }, needs: {} },
  stays: SEEN,
  scores: SEEN,
  themes: SEEN,
  contrast: { ...SEEN, needs: { groups: 2 } },
  segments: SEEN,
  customers: { hasBy: false, start: { limit: 100 }, needs: {} },
};

/** The group that an analysis stands in. */
export function groupOf(kind: string): string {
  return GROUPS.find(({ kinds }) => kinds.some((one) => one === kind))?.id ?? "flow";
}
