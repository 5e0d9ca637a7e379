import { t } from "@lingui/core/macro";
import { MeasureBody, measureInWords } from "../MeasureBody";
import type { Face } from "./face";

/** A number out of the data. */
export const MEASURE: Face = {
  Body: MeasureBody,
  facts: (card, _, reading) => [measureInWords(card, reading)],
  empty: () => t`Name this measure`,
  proof: "number",
};
