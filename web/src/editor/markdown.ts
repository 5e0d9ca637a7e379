// Light Markdown in the words of a card: bold, italic, links and lists; everything else stays as it was typed.
// The same dialect as src/footfall/render/markdown.py, where a list stays on paper as it was typed.

export interface Run {
  text: string;
  isBold?: boolean;
  isItalic?: boolean;
  link?: string;
}

export interface Line {
  runs: readonly Run[];
  /** What stands before the words of a list's item: a bullet or its number. */
  mark?: string;
}

type Style = Omit<Run, "text">;

const LETTER = "[\\p{L}\\p{N}_]";
const TOKEN = new RegExp(
  [
    "\\*\\*(?<bold>(?=\\S)[^\\n]{0,1000}?\\S)\\*\\*(?!\\*)",
    `(?<!${LETTER})__(?<bold2>(?=\\S)[^\\n]{0,1000}?\\S)__(?!${LETTER})`,
    "\\*(?<italic>(?=[^\\s*])[^*\\n]{0,1000}?(?<=\\S))\\*",
    `(?<!${LETTER})_(?<italic2>(?=[^\\s_])[^_\\n]{0,1000}?(?<=\\S))_(?!${LETTER})`,
    "\\[(?<word>[^\\[\\]\\n]{1,500})\\]\\((?<target>[^()\\s]{1,2000})\\)",
    '(?<bare>(?:https?://|mailto:)[^\\s<>"()\\[\\]]*[^\\s<>"()\\[\\].,;:!?\'])',
  ].join("|"),
  "gu",
);
const SAFE = /^(?:https?:\/\/[^\s<>"]+|mailto:[^\s<>"]+)$/i;
const ITEM = /^\s{0,3}(?:[-*•]|(\d{1,3})[.)])\s+(?=\S)/;
const STYLED = /[*_]|\]\(|:\/\/|mailto:|(?:^|\n)\s{0,3}(?:[-•]|\d{1,3}[.)])\s/;

/** The target when its scheme is http, https or mailto, else nothing. */
export function safeLink(target: string | undefined): string {
  return target && SAFE.test(target) ? target : "";
}

/** Whether a text has anything that is not shown as it was typed; most have not. */
export function isStyled(text: string): boolean {
  return STYLED.test(text);
}

/** The lines of a text. */
export function linesOf(text: string): Line[] {
  return text.split("\n").map((line) => {
    const item = ITEM.exec(line);
    if (!item) return { runs: runsOf(line, {}) };
    return { runs: runsOf(line.slice(item[0].length), {}), mark: item[1] ? `${item[1]}.` : "•" };
  });
}

/** The words without their marks: what is read aloud. */
export function plainText(text: string): string {
  if (!isStyled(text)) return text;
  const said = linesOf(text).map(({ runs, mark }) => [mark, runs.map((run) => run.text).join("")]);
  return said.map((parts) => parts.filter(Boolean).join(" ")).join("\n");
}

/** Where the links of a text lead, each once, with its words. */
export function linksIn(text: string): { link: string; text: string }[] {
  const found = new Map<string, string>();
  for (const { runs } of isStyled(text) ? linesOf(text) : [])
    for (const { link, text: word } of runs) if (link) found.set(link, (found.get(link) ?? "") + word);
  return [...found].map(([link, word]) => ({ link, text: word }));
}

function runsOf(text: string, style: Style): Run[] {
  const runs: Run[] = [];
  let last = 0;
  for (const found of text.matchAll(TOKEN)) {
    runs.push(...plainRun(text.slice(last, found.index), style), ...styled(found, style));
    last = found.index + found[0].length;
  }
  return [...runs, ...plainRun(text.slice(last), style)];
}

function plainRun(text: string, style: Style): Run[] {
  return text ? [{ text, ...style }] : [];
}

function styled(found: RegExpExecArray, style: Style): Run[] {
  const { bold, bold2, italic, italic2, word, target, bare } = found.groups ?? {};
  const [strong, slanted] = [bold ?? bold2, italic ?? italic2];
  if (strong) return runsOf(strong, { ...style, isBold: true });
  if (slanted) return runsOf(slanted, { ...style, isItalic: true });
  if (!word) return plainRun(bare ?? "", linked(style, bare));
  // A link that could do harm stays in sight as it was typed and leads nowhere.
  const isLink = safeLink(target) && !style.link;
  return isLink ? plainRun(word, linked(style, target)) : plainRun(found[0], style);
}

function linked(style: Style, target: string | undefined): Style {
  const link = style.link || safeLink(target);
  return link ? { ...style, link } : style;
}
