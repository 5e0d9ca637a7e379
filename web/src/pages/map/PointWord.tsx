import type { CellCard } from "../../editor/sheet";
import { placeWord, type Spot, type Taken } from "../../editor/wording";
import type { Card } from "../../generated";
import type { Measure } from "./context";
import type { Whose } from "./curves";
import { gapOf, HEIGHT, isTold, LARGE_GAP, yOf } from "./emotion";

interface WordProps {
  word: string | undefined;
  at: Spot;
  taken: readonly Taken[];
}

/** The feeling beside its point; the point says it too. */
export function PointWord({ word, at, taken }: WordProps) {
  if (!word) return null;
  const { x, y } = placeWord(word, at, taken, HEIGHT, at.y <= HEIGHT / 2);
  return (
    <span
      className="point-word"
      style={{ insetBlockStart: y, insetInlineStart: fromMiddle(x) }}
      dir="auto"
      aria-hidden
    >
      {word}
    </span>
  );
}

/** A place so far beside the middle of a cell. */
export function fromMiddle(x: number): string {
  return `calc(50% + ${x}px)`;
}

/** What stands at a step besides a point, and is not to be covered by its word. */
export function takenBy(
  cards: readonly CellCard[],
  { id, card }: CellCard,
  whoseIs: (card: Card) => Whose,
  reading: Measure | null | undefined,
): Taken[] {
  if (!card.feeling) return [];
  const points = cards.filter((other) => other.id !== id);
  const drawn = points.map(({ card: other }) => ({
    x: whoseIs(other).aside,
    y: yOf(other.score ?? 0),
    radius: 12,
  }));
  if (!isTold(reading)) return drawn;
  const y = yOf(reading.value);
  const side = (card.score ?? 0) >= reading.value ? 17 : -17;
  return [...drawn, { x: 12, y, radius: 6 }, { x: 32, y: y + side, radius: 8 }, ...badgeOf(card, reading, y)];
}

/** Where the badge of a large gap stands, as a row of round things. */
function badgeOf({ score }: Card, reading: Measure, y: number): Taken[] {
  if (Math.abs(gapOf(score, reading)) < LARGE_GAP) return [];
  const middle = (y + yOf(score ?? 0)) / 2;
  return [27, 46, 65].map((x) => ({ x, y: middle, radius: 9 }));
}
