import { msg } from "@lingui/core/macro";
import { type LucideIcon, Route, Smile, Waypoints } from "lucide-react";
import { spoken } from "../../editor/spoken";
import type { By } from "./address";

// Which analyses the page shows, and in which order one meets them.

interface Group {
  id: string;
  Icon: LucideIcon;
  kinds: readonly string[];
}

export const GROUPS: readonly Group[] = [
  { id: "flow", Icon: Waypoints, kinds: ["flow"] },
  { id: "paths", Icon: Route, kinds: ["reach"] },
  { id: "scores", Icon: Smile, kinds: ["scores", "themes"] },
];

export const GROUP_WORDS: Readonly<Record<string, string>> = spoken({
  flow: msg`Flow`,
  paths: msg`Paths`,
  scores: msg`Scores`,
});

export const KIND_WORDS: Readonly<Record<string, string>> = spoken({
  flow: msg`Flow graph`,
  reach: msg`Places`,
  scores: msg`Scores`,
  themes: msg`Themes`,
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
  /** What must be said before it can be asked. */
  needs: readonly string[];
}

export const SHAPES: Readonly<Record<string, Shape>> = {
  flow: { hasBy: true, start: { limit: 1000 }, needs: [] },
  reach: { hasBy: true, start: { limit: 500 }, needs: [] },
  scores: { hasBy: true, start: {}, needs: [] },
  themes: { hasBy: true, start: {}, needs: [] },
};

/** The group that an analysis stands in. */
export function groupOf(kind: string): string {
  return GROUPS.find(({ kinds }) => kinds.some((one) => one === kind))?.id ?? "flow";
}
