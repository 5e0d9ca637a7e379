import type { TranscriptBlock } from "../generated";

// A transcript as it is read and marked: sentences to walk over, and pieces between the ends of what is marked.
// Places are counted in characters as the server counts them (code points), not in the halves of JavaScript.

/** From one character up to another, of the whole transcript. */
export interface Stretch {
  start: number;
  end: number;
}

export interface Sentence extends Stretch {
  /** The place of its block. */
  block: number;
}

const HALVES = /[\ud800-\udfff]/;

/** How many characters a text has. */
export function lengthOf(text: string): number {
  return HALVES.test(text) ? [...text].length : text.length;
}

/** A text from one character up to another. */
export function sliceOf(text: string, start: number, end: number): string {
  return HALVES.test(text) ? [...text].slice(start, end).join("") : text.slice(start, end);
}

const SENTENCES = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** The sentences of all blocks, in order. */
export function sentencesOf(blocks: readonly TranscriptBlock[]): Sentence[] {
  return blocks.flatMap(({ start, text }, block) => {
    let at = start;
    return [...SENTENCES.segment(text)].map(({ segment }) => {
      const from = at;
      at += lengthOf(segment);
      return { block, start: from, end: from + lengthOf(segment.trimEnd()) };
    });
  });
}

export interface Piece<T> {
  start: number;
  text: string;
  /** What is marked here. */
  marked: readonly T[];
}

/** A stretch of a block, cut where something that is marked begins or ends. */
export function piecesOf<T extends Stretch>(
  block: TranscriptBlock,
  stretch: Stretch,
  marks: readonly T[],
): Piece<T>[] {
  const here = marks.filter((mark) => mark.start < stretch.end && mark.end > stretch.start);
  const cuts = new Set([stretch.start, stretch.end]);
  for (const { start, end } of here) {
    if (start > stretch.start) cuts.add(start);
    if (end < stretch.end) cuts.add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? stretch.end;
    const text = sliceOf(block.text, start - block.start, end - block.start);
    return { start, text, marked: here.filter((mark) => mark.start <= start && mark.end >= end) };
  });
}

/** Where one walks in a transcript: the sentence, and the one from which a stretch was drawn. */
export interface Walk {
  at: number;
  from: number;
}

export type Way = "sentence" | "paragraph" | "all";

/** One sentence or paragraph on, or to an end; with `extends`, what lies between stays chosen. */
export function walked(
  sentences: readonly Sentence[],
  { at, from }: Walk,
  way: Way,
  by: -1 | 1,
  isExtending: boolean,
): Walk {
  const last = sentences.length - 1;
  const to = Math.max(0, Math.min(last, goal(sentences, at, way, by)));
  return { at: to, from: isExtending ? from : to };
}

function goal(sentences: readonly Sentence[], at: number, way: Way, by: -1 | 1): number {
  if (way === "all") return by < 0 ? 0 : sentences.length - 1;
  if (way === "sentence") return at + by;
  const block = (sentences[at]?.block ?? 0) + by;
  const first = sentences.findIndex((one) => one.block === block);
  return first < 0 ? at : first;
}

/** All that lies between the two ends of a walk. */
export function stretchOf(sentences: readonly Sentence[], { at, from }: Walk): Stretch | null {
  const first = sentences[Math.min(at, from)];
  const last = sentences[Math.max(at, from)];
  return first && last ? { start: first.start, end: last.end } : null;
}
