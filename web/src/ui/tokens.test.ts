import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// WCAG 2.2: 4.5 for text, 3.0 for shapes and the edges of fields.
const TEXT = 4.5;
const SHAPE = 3;
const GROUNDS = ["surface", "sunken", "bg", "hover", "raised"];
const TEXTS = ["ink", "ink-2", "ink-3", "accent", "good", "warn", "bad"];
const LANES = [
  "actions",
  "touchpoints",
  "emotion",
  "thoughts",
  "pain",
  "measures",
  "opportunities",
  "backstage",
];

type Tokens = Record<string, string>;

function block(css: string, selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf("}", start));
  const found = body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g);
  return Object.fromEntries(Array.from(found, (match) => [match[1], match[2]]));
}

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const themes: [string, Tokens][] = [
  ["light", block(css, ":root")],
  ["dark", block(css, ':root[data-theme="dark"]')],
];

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function tooFaint(tokens: Tokens, pairs: [string, string][], least: number): string[] {
  return pairs
    .map(([over, under]): [string, number] => [
      `${over} on ${under}`,
      contrast(tokens[over] ?? "#000000", tokens[under] ?? "#000000"),
    ])
    .filter(([, ratio]) => ratio < least)
    .map(([pair, ratio]) => `${pair}: ${ratio.toFixed(2)}`);
}

function crossed(overs: string[], unders: string[]): [string, string][] {
  return overs.flatMap((over) => unders.map((under): [string, string] => [over, under]));
}

const lanes = LANES.map((name) => `lane-${name}`);
const people = ["person-0", "person-1", "person-2"];
const SOFT: [string, string][] = ["accent", "good", "warn", "bad"].map((name) => [name, `${name}-soft`]);
const FILLED: [string, string][] = [
  ["on-fill", "accent-fill"],
  ["on-fill", "accent-fill-hover"],
  ["ink", "accent-soft"],
  ["ink-2", "accent-soft"],
];
const SHAPES = ["edge", "stage-0", "stage-1", "stage-2", "stage-3"];
// The two palest never stand alone: each flow says its time, and has a row in the table.
const FLOWS = ["flow-2", "flow-3", "flow-4"];
const MOODS = ["mood-m2", "mood-m1", "mood-0", "mood-p1", "mood-p2"];

test.each(themes)("every text has 4.5 on every ground in %s", (_, tokens) => {
  expect(tooFaint(tokens, crossed([...TEXTS, ...lanes, ...people], GROUNDS), TEXT)).toEqual([]);
});

test.each(themes)("every text has 4.5 on the fill made for it in %s", (_, tokens) => {
  expect(tooFaint(tokens, [...SOFT, ...FILLED], TEXT)).toEqual([]);
});

test.each(themes)("every shape and edge has 3.0 on every ground in %s", (_, tokens) => {
  expect(tooFaint(tokens, crossed(SHAPES, GROUNDS.slice(0, 4)), SHAPE)).toEqual([]);
  expect(tooFaint(tokens, crossed([...MOODS, ...FLOWS], ["surface", "sunken"]), SHAPE)).toEqual([]);
});

test("both themes name the same colours", () => {
  const [light, dark] = themes.map(([, tokens]) => Object.keys(tokens).sort());
  expect(light).toEqual(dark);
  expect(light?.length).toBeGreaterThan(40);
});
