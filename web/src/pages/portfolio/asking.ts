import type { Heat, Journey, Scores } from "../../generated";
import {
  ask,
  openAlignment,
  readPiledCards,
  readPortfolio,
  readPortfolioFits,
  readPortfolioScores,
} from "../../transport";
import type { RowsOf } from "../Population";
import { useAsked } from "../useAsked";

/** What the records of a map count, and what its customers say and do. */
export type Drawn = "assumed" | "stale" | "severe" | "opportunities" | "evidence" | "review" | "owner";
export type Counted = "score" | "nps" | "fit";
export type Column = Drawn | Counted;
export type Pile = "assumed" | "heard" | "counted" | "measured" | "stale" | "severe" | "opportunities";

export const usePortfolio = () => useAsked(["portfolio"], () => ask(readPortfolio()));
export const useScores = () => useAsked(["portfolio", "scores"], () => ask(readPortfolioScores()));
export const useFits = () => useAsked(["portfolio", "fits"], () => ask(readPortfolioFits()));
export const usePile = (map: string, pile: Pile) =>
  useAsked(["portfolio", "cards", map, pile], () =>
    ask(readPiledCards({ path: { id: map }, query: { pile } })),
  );

/** The customers whose path costs nothing, page by page. */
export const fittingOf = (map: string): RowsOf => ({
  key: ["fits", map],
  isTimeless: true,
  page: (offset, limit) =>
    ask(openAlignment({ path: { id: map }, body: { counted: { of: "map", what: "fits" }, offset, limit } })),
});

/** A map with all that is known of it by now. */
export interface Known {
  journey: Journey;
  scores: Scores | undefined;
  fit: Fitted | undefined;
  heat: Partial<Record<Column, Heat>>;
}

export type Fitted = Awaited<ReturnType<typeof askedFits>>[number];
const askedFits = () => ask(readPortfolioFits());
