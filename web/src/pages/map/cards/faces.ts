import type { Shape } from "../../../editor/kinds";
import { CHART } from "./chart";
import { thing } from "./document";
import type { Face } from "./face";
import { GOAL } from "./goal";
import { MEASURE } from "./measure";
import { IDEA, OPPORTUNITY } from "./opportunity";
import { PAIN } from "./pain";
import { PICTURE, SCENE } from "./picture";
import { QUOTE } from "./quote";
import { ACTIVITY, TEAM } from "./team";
import { TIME } from "./time";
import { CHANNEL, TOUCHPOINT } from "./touchpoint";
import "./cards.css";

/** How each shape of card looks; a new shape is a file of its own, a line here, and one in `asks` for what it asks. */
export const FACES: Readonly<Record<Shape, Face>> = {
  card: { proof: "line" },
  goal: GOAL,
  touchpoint: TOUCHPOINT,
  channel: CHANNEL,
  emotion: { proof: "number" },
  quote: QUOTE,
  pain: PAIN,
  strength: { icon: "thumbs-up", proof: "line" },
  opportunity: OPPORTUNITY,
  idea: IDEA,
  measure: MEASURE,
  chart: CHART,
  time: TIME,
  context: { icon: "compass", proof: "line" },
  role: { icon: "user", proof: "line" },
  team: TEAM,
  activity: ACTIVITY,
  document: thing("file-text"),
  object: thing("package"),
  system: thing("server"),
  policy: thing("scroll-text"),
  picture: PICTURE,
  scene: SCENE,
};
