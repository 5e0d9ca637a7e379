import { expect, test } from "vitest";
import type { TranscriptBlock } from "../generated";
import { lengthOf, piecesOf, type Sentence, sentencesOf, sliceOf, stretchOf, walked } from "./transcript";

const FIRST: TranscriptBlock = { start: 0, text: "It came. 😀 Late!" };
const BLOCKS: TranscriptBlock[] = [FIRST, { start: 16, text: "Then?" }];

test("characters are counted as the server counts them", () => {
  expect([lengthOf("a😀b"), sliceOf("a😀b", 1, 2), sliceOf("plain", 1, 3)]).toEqual([3, "😀", "la"]);
});

test("sentences have their places in the whole transcript", () => {
  const sentences = sentencesOf(BLOCKS);
  expect(sentences).toEqual([
    { block: 0, start: 0, end: 8 },
    { block: 0, start: 9, end: 16 },
    { block: 1, start: 16, end: 21 },
  ] satisfies Sentence[]);
});

test("a stretch is cut where marks begin and end, and overlapping marks share a piece", () => {
  const [waits, late] = [
    { id: "came", start: 3, end: 12 },
    { id: "late", start: 9, end: 21 },
  ];
  expect(piecesOf(FIRST, { start: 0, end: 15 }, [waits as never, late as never])).toEqual([
    { start: 0, text: "It ", marked: [] },
    { start: 3, text: "came. ", marked: [waits] },
    { start: 9, text: "😀 L", marked: [waits, late] },
    { start: 12, text: "ate", marked: [late] },
  ]);
});

test("one walks by sentences and paragraphs, and draws a stretch on the way", () => {
  const sentences = sentencesOf(BLOCKS);
  const start = { at: 0, from: 0 };
  expect(walked(sentences, start, "sentence", -1, false)).toEqual(start);
  expect(walked(sentences, start, "paragraph", 1, false)).toEqual({ at: 2, from: 2 });
  expect(walked(sentences, { at: 2, from: 2 }, "all", -1, false)).toEqual(start);
  const drawn = walked(sentences, start, "sentence", 1, true);
  expect([drawn, stretchOf(sentences, drawn)]).toEqual([
    { at: 1, from: 0 },
    { start: 0, end: 16 },
  ]);
});
