import type { Shape } from "../../../editor/kinds";
import { EMOTION } from "./emotion";
import type { Face } from "./face";
import { MEASURE } from "./measure";
import { OPPORTUNITY } from "./opportunity";
import { PAIN } from "./pain";
import { QUOTE } from "./quote";
import { TOUCHPOINT } from "./touchpoint";

/** How each shape of card looks and what it asks; a new shape is a file of its own and a line here. */
export const FACES: Readonly<Record<Shape, Face>> = {
  card: { proof: "line" },
  touchpoint: TOUCHPOINT,
  emotion: EMOTION,
  quote: QUOTE,
  pain: PAIN,
  opportunity: OPPORTUNITY,
  measure: MEASURE,
};
