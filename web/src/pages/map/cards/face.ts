import type { ComponentType } from "react";
import type { Card } from "../../../generated";
import type { DocumentSession } from "../../../transport";
import type { Library, Measure } from "../context";

/** What a kind of card shows and asks beyond its words. */
export interface Face {
  /** Above the words. */
  Top?: ComponentType<BodyProps>;
  /** Below the words. */
  Body?: ComponentType<BodyProps>;
  /** What the picture of it says, in words for its accessible name. */
  facts?: (card: Card, library: Library, reading: Measure | undefined) => string[];
  /** What stands there until somebody types; "Empty card" without it. */
  empty?: () => string;
  /** Where its proof shows: beside the words, in the body, in its name alone, or not at all since a number says it. */
  proof: "line" | "body" | "name" | "number";
  /** A small icon before the words, by its lucide name. */
  icon?: string;
  /** Whether a card says something without words: then none are asked for. */
  says?: (card: Card) => boolean;
  /** What words that are typed mean as a field; null where they are words. */
  takes?: (typed: string, card: Card) => Partial<Card> | null;
  /** Its words stand between quotation marks. */
  isSpoken?: boolean;
}

export interface BodyProps {
  id: string;
  card: Card;
  library: Library;
  /** Say in words what a mark would tell a pointer. */
  isWordy: boolean;
}

export interface FieldsProps {
  id: string;
  card: Card;
  set: (field: string, value: unknown, base?: unknown) => void;
  /** The library's own session, for what is made by naming it; null while it is not there. */
  library: DocumentSession | null;
}
