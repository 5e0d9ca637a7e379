// Where the word beside a point of a curve stands, so that it covers no other point.

export interface Spot {
  x: number;
  y: number;
}

/** A round thing that is not to be covered. */
export interface Taken extends Spot {
  radius: number;
}

const LETTER = 6; // pixels of a letter, about
const LONGEST = 100;
const TALL = 14;
const POINT = 12;
const HALF = 66; // half of the narrowest column

/** The middle of a word that belongs to a point: above or below it, else beside it, else aslant. */
export function placeWord(
  word: string,
  at: Spot,
  taken: readonly Taken[],
  height: number,
  isUp: boolean,
): Spot {
  const half = Math.min(word.length * LETTER, LONGEST) / 2;
  const up = isUp ? -1 : 1;
  const away = POINT + TALL / 2;
  const aside = POINT + half + 2;
  const spots = [
    { x: at.x, y: at.y + up * away },
    { x: at.x, y: at.y - up * away },
    { x: at.x + aside, y: at.y },
    { x: at.x - aside, y: at.y },
    ...[1, -1].flatMap((side) => [
      { x: at.x + side * half, y: at.y + up * away },
      { x: at.x + side * half, y: at.y - up * away },
    ]),
  ];
  const costs = spots.map((spot, rank) => rank + costOf(spot, half, taken, height));
  return spots[costs.indexOf(Math.min(...costs))] ?? at;
}

function costOf({ x, y }: Spot, half: number, taken: readonly Taken[], height: number): number {
  const outside =
    Math.max(0, Math.abs(x) + half - HALF) + 10 * Math.max(0, TALL / 2 - y, y + TALL / 2 - height);
  const covered = taken.map((other) => {
    const wide = half + other.radius - Math.abs(other.x - x);
    const tall = TALL / 2 + other.radius - Math.abs(other.y - y);
    return wide > 0 && tall > 0 ? Math.min(wide, tall) * 8 : 0;
  });
  return outside + covered.reduce((sum, cost) => sum + cost, 0);
}
