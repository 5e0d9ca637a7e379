import type { MarkedWords } from "../../../generated";

/** A piece of a text: marked with what it adds to the feeling, or plain (0). */
export interface Piece {
  text: string;
  strength: number;
}

/** A text cut at its marks. The server counts characters as Unicode does, so the text is cut between code points. */
export function pieces(text: string, marks: readonly MarkedWords[]): Piece[] {
  const letters = [...text];
  const found: Piece[] = [];
  let at = 0;
  for (const { start, end, strength } of [...marks].sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    found.push({ text: letters.slice(at, start).join(""), strength: 0 });
    found.push({ text: letters.slice(start, end).join(""), strength });
    at = end;
  }
  found.push({ text: letters.slice(at).join(""), strength: 0 });
  return found.filter((piece) => piece.text);
}
