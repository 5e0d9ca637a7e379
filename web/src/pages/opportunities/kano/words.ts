import { msg } from "@lingui/core/macro";
import { spoken } from "../../../editor/spoken";
import type { Letter } from "./kano";

// What the classes are called, and who gave which answers.

export const CLASS_WORDS: Readonly<Record<Letter, string>> = spoken({
  M: msg`must-be`,
  O: msg`performance`,
  A: msg`attractive`,
  I: msg`indifferent`,
  R: msg`reverse`,
  Q: msg`questionable`,
});

export const COUNTED_WORDS: Readonly<Record<string, string>> = spoken({
  M: msg`They expect it, and its lack would bother them.`,
  O: msg`They like it, and its lack would bother them.`,
  A: msg`They like it, and would not miss it.`,
  I: msg`They care neither way.`,
  R: msg`They would rather not have it.`,
  Q: msg`Their two answers contradict each other.`,
  better: msg`It would make them happier: attractive or performance.`,
  worse: msg`Its lack would make them unhappier: performance or must-be.`,
  refused: msg`One of their answers is none of the five: they are not counted.`,
  incomplete: msg`They answered one of the two questions alone: they are not counted.`,
});
