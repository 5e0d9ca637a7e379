import { Fragment } from "react";
import { partsOf } from "./parts";

/** A text with the words that were sought marked. */
export function Marked({ text, query }: { text: string; query: string }) {
  return partsOf(text, query).map(({ text: part, isHit, at }) =>
    isHit ? <mark key={at}>{part}</mark> : <Fragment key={at}>{part}</Fragment>,
  );
}
