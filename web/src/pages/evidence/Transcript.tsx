import { t } from "@lingui/core/macro";
import { Eye, Quote } from "lucide-react";
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import {
  lengthOf,
  piecesOf,
  type Sentence,
  type Stretch,
  sentencesOf,
  stretchOf,
  type Walk,
  type Way,
  walked,
} from "../../editor/transcript";
import type { SourceExcerpt, TranscriptBlock } from "../../generated";
import { Button } from "../../ui/Button";
import { placeOfBlock } from "./words";

type Kind = SourceExcerpt["kind"];

interface TranscriptProps {
  blocks: readonly TranscriptBlock[];
  excerpts: readonly SourceExcerpt[];
  onMark: (stretch: Stretch, kind: Kind) => void;
  isReadOnly: boolean;
}

const NO_WALK: Walk = { at: 0, from: 0 };

/** What was said: a stretch of it is chosen with the pointer, or by walking over its sentences, and marked. */
export function Transcript({ blocks, excerpts, onMark, isReadOnly }: TranscriptProps) {
  const sentences = useMemo(() => sentencesOf(blocks), [blocks]);
  const byBlock = useMemo(() => grouped(sentences), [sentences]);
  const sections = useMemo(() => sectionsOf(blocks), [blocks]);
  const shown = useGrowing(sections.length);
  const marks = useMemo(() => marksOf(excerpts), [excerpts]);
  const [walk, setWalk] = useState<Walk>(NO_WALK);
  const [dragged, setDragged] = useState<Stretch | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useSoughtIn(sentences, excerpts, shown, setWalk);
  const last = sentences.at(-1)?.end ?? 0;
  const chosen = dragged ?? stretchOf(sentences, walk);
  const mark = (kind: Kind) => {
    if (!chosen || isReadOnly) return;
    onMark(chosen, kind);
    setDragged(null);
    getSelection()?.removeAllRanges();
  };
  const go = (next: Walk) => {
    setDragged(null);
    setWalk(next);
    document.getElementById(idOf(next.at))?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    const step = WAYS[event.key];
    if (step) go(walked(sentences, walk, event.ctrlKey ? "paragraph" : step.way, step.by, event.shiftKey));
    else if (event.key === "Enter") mark("quote");
    else if (event.key === "o" || event.key === "O") mark("observation");
    else return;
    event.preventDefault();
  };
  const point = () => setDragged(drawnIn(list.current, last));
  const tap = useCallback(
    (at: number) => {
      if (!drawnIn(list.current, last)) setWalk({ at, from: at });
    },
    [last],
  );
  return (
    <section className="transcript" aria-label={t`Transcript`}>
      <div className="transcript-bar" role="toolbar" aria-label={t`Mark what is chosen`}>
        <Button look="edged" size="small" onPress={() => mark("quote")} isDisabled={isReadOnly}>
          <Quote size={14} /> {t`Mark as quote`} <kbd>{t`Enter`}</kbd>
        </Button>
        <Button look="edged" size="small" onPress={() => mark("observation")} isDisabled={isReadOnly}>
          <Eye size={14} /> {t`Mark as observation`} <kbd>O</kbd>
        </Button>
        <span className="caption">{t`Select with the pointer, or walk with arrows; Shift extends, Ctrl takes paragraphs.`}</span>
      </div>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-multiselectable
        aria-label={t`Sentences of the transcript`}
        aria-activedescendant={idOf(walk.at)}
        className="transcript-text"
        onKeyDown={press}
        onPointerUp={point}
      >
        {sections.slice(0, shown).map((section) => (
          <Section
            key={section.first}
            section={section}
            blocks={blocks}
            sentences={byBlock}
            marks={touching(marks, section)}
            chosen={within(chosen, section)}
            at={isIn(section, sentences[walk.at]) ? walk.at : -1}
            onTap={tap}
          />
        ))}
      </div>
    </section>
  );
}

const WAYS: Readonly<Record<string, { way: Way; by: -1 | 1 }>> = {
  ArrowDown: { way: "sentence", by: 1 },
  ArrowRight: { way: "sentence", by: 1 },
  ArrowUp: { way: "sentence", by: -1 },
  ArrowLeft: { way: "sentence", by: -1 },
  PageDown: { way: "paragraph", by: 1 },
  PageUp: { way: "paragraph", by: -1 },
  Home: { way: "all", by: -1 },
  End: { way: "all", by: 1 },
};

interface Placed extends Sentence {
  place: number;
}

const NONE: readonly Placed[] = [];
type Mark = Stretch & { id: string; kind: Kind };
const NO_MARKS: readonly Mark[] = [];

/** So many blocks that are drawn together: a step of the walk draws one or two of them again. */
interface SectionOfText extends Stretch {
  first: number;
  end: number;
  blocks: number;
}

const AT_ONCE = 50;

function sectionsOf(blocks: readonly TranscriptBlock[]): SectionOfText[] {
  const firsts = Array.from({ length: Math.ceil(blocks.length / AT_ONCE) }, (_, place) => place * AT_ONCE);
  return firsts.map((first) => {
    const count = Math.min(AT_ONCE, blocks.length - first);
    const last = blocks[first + count - 1];
    return {
      first,
      blocks: count,
      start: blocks[first]?.start ?? 0,
      end: last ? last.start + lengthOf(last.text) : 0,
    };
  });
}

function isIn({ first, blocks }: SectionOfText, sentence: Sentence | undefined): boolean {
  return sentence !== undefined && sentence.block >= first && sentence.block < first + blocks;
}

/** How many sections are drawn: some at once, the rest in turns in which the page stays quick. */
function useGrowing(all: number): number {
  const [shown, setShown] = useState(2);
  useEffect(() => {
    if (shown >= all) return undefined;
    const timer = setTimeout(() => setShown(shown + 8));
    return () => clearTimeout(timer);
  }, [shown, all]);
  return shown;
}

/** The words of the excerpt that the address names are chosen and scrolled to, once they are drawn. */
function useSoughtIn(
  sentences: readonly Sentence[],
  excerpts: readonly SourceExcerpt[],
  shown: number,
  setWalk: (walk: Walk) => void,
): void {
  const [asked] = useSearchParams();
  const { start, end } = excerpts.find(({ id }) => id === asked.get("at"))?.place ?? {};
  const from = sentences.findIndex((one) => start != null && one.end > start);
  const at = sentences.findLastIndex((one) => end != null && one.start < end);
  const isDrawn = at >= 0 && sentences[at] !== undefined && sentences[at].block < shown * AT_ONCE;
  useEffect(() => {
    if (from < 0 || !isDrawn) return;
    setWalk({ at, from });
    document.getElementById(idOf(from))?.scrollIntoView({ block: "center" });
  }, [at, from, isDrawn, setWalk]);
}

interface SectionProps {
  section: SectionOfText;
  blocks: readonly TranscriptBlock[];
  sentences: ReadonlyMap<number, readonly Placed[]>;
  marks: readonly Mark[];
  /** What of it is chosen, as "start-end"; "" for nothing. */
  chosen: string;
  /** The sentence in it where one walks; -1: in another section. */
  at: number;
  onTap: (sentence: number) => void;
}

const Section = memo(function Section(props: SectionProps) {
  const { section, blocks, sentences, marks, chosen, at, onTap } = props;
  return blocks
    .slice(section.first, section.first + section.blocks)
    .map((block, place) => (
      <Block
        key={block.start}
        block={block}
        before={blocks[section.first + place - 1]}
        sentences={sentences.get(section.first + place) ?? NONE}
        marks={marks}
        chosen={chosen}
        at={at}
        onTap={onTap}
      />
    ));
}, isSame);

function isSame(before: SectionProps, after: SectionProps): boolean {
  const { marks, ...others } = before;
  return (
    Object.entries(others).every(([name, value]) => after[name as keyof SectionProps] === value) &&
    marks.length === after.marks.length &&
    marks.every((mark, place) => mark === after.marks[place])
  );
}

type BlockProps = Omit<SectionProps, "section" | "blocks" | "sentences"> & {
  block: TranscriptBlock;
  before: TranscriptBlock | undefined;
  sentences: readonly Placed[];
};

function Block({ block, before, sentences, marks, chosen, at, onTap }: BlockProps) {
  const place = placeOfBlock(block);
  const isNewPlace = place && place !== placeOfBlock(before);
  return (
    <p className={`transcript-block is-${block.kind}`} dir="auto" role="none">
      {isNewPlace ? (
        <span className="transcript-place caption numbers" aria-hidden>
          {place}
        </span>
      ) : null}
      {sentences.map((sentence) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
        <span
          key={sentence.start}
          id={idOf(sentence.place)}
          role="option"
          aria-selected={holds(chosen, sentence)}
          className={`sentence ${sentence.place === at ? "is-at" : ""}`}
          data-at={sentence.start}
          onClick={() => onTap(sentence.place)}
        >
          <Words block={block} sentence={sentence} marks={marks} />
        </span>
      ))}
    </p>
  );
}

/** The words of a sentence, parted where a mark begins or ends; few sentences have one. */
function Words({ block, sentence, marks }: Pick<BlockProps, "block" | "marks"> & { sentence: Sentence }) {
  const pieces = piecesOf(block, sentence, marks);
  const [only] = pieces;
  if (only && pieces.length === 1 && only.marked.length === 0) return `${only.text} `;
  return (
    <>
      {pieces.map(({ start, text, marked }) => (
        <span
          key={start}
          data-at={start}
          data-excerpt={marked.at(-1)?.id}
          className={marked.length > 0 ? `marked is-${marked.at(-1)?.kind}` : undefined}
        >
          {text}
        </span>
      ))}
      <span data-at={sentence.end}> </span>
    </>
  );
}

function idOf(sentence: number): string {
  return `sentence-${sentence}`;
}

function grouped(sentences: readonly Sentence[]): ReadonlyMap<number, readonly Placed[]> {
  const found = new Map<number, Placed[]>();
  for (const [place, sentence] of sentences.entries()) {
    const block = found.get(sentence.block) ?? [];
    block.push({ ...sentence, place });
    found.set(sentence.block, block);
  }
  return found;
}

function marksOf(excerpts: readonly SourceExcerpt[]): readonly Mark[] {
  return excerpts.flatMap(({ id, kind, place: { start, end } }) =>
    start == null || end == null ? [] : [{ id, kind, start, end }],
  );
}

function touching(marks: readonly Mark[], { start, end }: Stretch): readonly Mark[] {
  const found = marks.filter((mark) => mark.start < end && mark.end > start);
  return found.length > 0 ? found : NO_MARKS;
}

function within(chosen: Stretch | null, { start, end }: Stretch): string {
  return !chosen || chosen.start >= end || chosen.end <= start ? "" : `${chosen.start}-${chosen.end}`;
}

function holds(chosen: string, { start, end }: Sentence): boolean {
  const [from = Number.NaN, to = Number.NaN] = chosen.split("-").map(Number);
  return from < end && to > start;
}

/** What the pointer has drawn in the text; null for nothing. What was drawn beyond an end goes to that end. */
function drawnIn(list: HTMLElement | null, last: number): Stretch | null {
  const selection = getSelection();
  if (!list || !selection || selection.isCollapsed || !selection.containsNode(list, true)) return null;
  const range = selection.getRangeAt(0);
  const isIn = (node: Node) => list.contains(node);
  const start = isIn(range.startContainer) ? characterAt(range.startContainer, range.startOffset) : 0;
  const end = isIn(range.endContainer) ? characterAt(range.endContainer, range.endOffset) : last;
  return start === null || end === null || end <= start ? null : { start, end };
}

/** The character of the transcript at a place in the page. */
function characterAt(node: Node, offset: number): number | null {
  const isText = node.nodeType === Node.TEXT_NODE;
  const child = isText ? node.parentNode : (node.childNodes[offset] ?? node);
  const here = child instanceof Element ? child : node.parentElement;
  const piece = here?.closest<HTMLElement>("[data-at]") ?? here?.querySelector<HTMLElement>("[data-at]");
  if (!piece) return null;
  return Number(piece.dataset.at) + (isText ? lengthOf((node.textContent ?? "").slice(0, offset)) : 0);
}
