import type { Actor } from "../generated";

// Speaking to somebody by name: an @ and the first letters of the name.

/** What is being typed after an @, and where it begins. */
export interface Begun {
  from: number;
  word: string;
}

const LONGEST = 40; // letters that a name being typed may have

/** The name that is being typed before the caret; null when none is. */
export function mentionBegun(text: string, caret: number): Begun | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from < 0 || /\S$/.test(before.slice(0, from))) return null;
  const word = before.slice(from + 1);
  return word.length > LONGEST || /[\n@]|\s$/.test(word) ? null : { from, word };
}

/** Who may be meant: a name, or a part of one, begins so. */
export function peopleFor(word: string, people: readonly Actor[]): Actor[] {
  const wanted = word.toLocaleLowerCase();
  return people.filter(({ name = "" }) => {
    const own = name.toLocaleLowerCase();
    return (
      own !== wanted && (own.startsWith(wanted) || own.split(/\s+/).some((part) => part.startsWith(wanted)))
    );
  });
}

/** The text with the name in full, and where the caret goes. */
export function mentioning(text: string, begun: Begun, name: string): { text: string; caret: number } {
  const head = `${text.slice(0, begun.from)}@${name} `;
  const tail = text.slice(begun.from + 1 + begun.word.length).replace(/^ /, "");
  return { text: head + tail, caret: head.length };
}

/** A remark in parts, so that the names of those who are spoken to stand out. */
export function spokenParts(text: string, names: readonly string[]): { text: string; isName: boolean }[] {
  const known = names.filter(Boolean).toSorted((a, b) => b.length - a.length);
  const parts: { text: string; isName: boolean }[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const name = text[at] === "@" ? known.find((one) => text.startsWith(one, at + 1)) : undefined;
    if (!name) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain) parts.push({ text: plain, isName: false });
    plain = "";
    parts.push({ text: `@${name}`, isName: true });
    at += name.length + 1;
  }
  return plain ? [...parts, { text: plain, isName: false }] : parts;
}
