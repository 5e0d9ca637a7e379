import { t } from "@lingui/core/macro";
import { createContext, useContext } from "react";
import type { Places } from "../../generated";
import type { Looking } from "./address";
import { type Result, type Row, valueInWords } from "./answers";
import type { Condition } from "./only";
import { figureWord, rowInWords } from "./words";

// What the parts of the page share: what is looked at, and what one can do with a number.

/** A row of an answer that one wants to know more of. */
export interface Chosen {
  result: Result;
  row: Row;
}

export interface Desk {
  dataset: string;
  places: Places;
  looking: Looking;
  /** Look at something else; a step back goes to what was looked at before, unless it is a mere shade of it. */
  look(change: Partial<Looking>, isShade?: boolean): void;
  /** Show the customers that a figure counted. */
  open(chosen: Chosen, figure: string): void;
  /** Put the question of a row on a map. */
  pin(chosen: Chosen, figure: string): void;
  /** Look at fewer customers or events. */
  narrow(condition: Condition): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("a part of the Explore page stands outside of it");
  return desk;
}

/** A number that opens exactly the customers that it counted. */
export function FigureButton({ result, row, name }: Chosen & { name: string }) {
  const { open } = useDesk();
  const figure = row.figures[name];
  if (!figure) return null;
  const value = valueInWords(figure);
  if (figure.n === 0) return <span className="caption">{value}</span>;
  const title = rowInWords(row, result.names);
  return (
    <button
      type="button"
      className="link explore-number"
      aria-label={t`${value}, ${figureWord(name)}, ${title}: open its customers`}
      onClick={() => open({ result, row }, name)}
    >
      {value}
    </button>
  );
}
