export interface Part {
  text: string;
  isHit: boolean;
  /** Where it begins in the text. */
  at: number;
}

/** A letter without its accent and capital, as the search sees it. */
function plainLetter(letter: string): string {
  return letter.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** A text in parts, those apart that hold a word which was sought, whatever its accents and capitals. */
export function partsOf(text: string, query: string): Part[] {
  const letters = [...text];
  const plain = letters.map(plainLetter);
  const hit = letters.map(() => false);
  for (const word of [...query].map(plainLetter).join("").split(/\s+/).filter(Boolean))
    markAll(plain, word, hit);
  const parts: Part[] = [];
  letters.forEach((letter, at) => {
    const last = parts.at(-1);
    if (last && last.isHit === hit[at]) last.text += letter;
    else parts.push({ text: letter, isHit: hit[at] ?? false, at });
  });
  return parts;
}

function markAll(plain: readonly string[], word: string, hit: boolean[]): void {
  const joined = plain.join("");
  const starts: number[] = []; // where each letter begins in the joined text
  let length = 0;
  for (const letter of plain) {
    starts.push(length);
    length += letter.length;
  }
  for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, at + word.length))
    starts.forEach((start, letter) => {
      if (start >= at && start < at + word.length) hit[letter] = true;
    });
}
