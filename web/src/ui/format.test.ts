import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { difference, hours, interval, inUnit, plain, signed, when } from "./format";
import { speakIn } from "./language";
import { faceOf } from "./Marks";

interface Row {
  value: number;
  unit: string;
}
interface Exam {
  measures: (Row & { low: number; high: number; says: Record<"en" | "nl", string[]> })[];
  differences: (Row & { says: Record<"en" | "nl", string> })[];
  faces: [score: number, face: number][];
}
const EXAM = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../fixtures/numbers.json"), "utf8"),
) as Exam;

afterEach(() => speakIn("en"));

test.each(["en", "nl"] as const)("numbers are written as in pictures: %s", async (language) => {
  await speakIn(language);
  for (const { value, unit, low, high, says } of EXAM.measures)
    expect([inUnit(value, unit), interval(low, high, unit, value)]).toEqual(says[language]);
  expect(EXAM.differences.map(({ value, unit }) => difference(value, unit))).toEqual(
    EXAM.differences.map(({ says }) => says[language]),
  );
});

test("faces are those of pictures", () => {
  expect(EXAM.faces.map(([score]) => [score, faceOf(score) + 0])).toEqual(EXAM.faces);
});

test("numbers have a true minus, and never a minus zero", () => {
  expect([plain(-1234.5, 1), plain(-0.04, 1), signed(0.02), signed(1.46), signed(-1.5)]).toEqual([
    "−1,234.5",
    "0.0",
    "0.0",
    "+1.5",
    "−1.5",
  ]);
});

test("hours are said in the unit that people would choose", () => {
  expect([hours(0.07), hours(5.25), hours(19), hours(53), hours(720)]).toEqual([
    "4 min",
    "5.3 h",
    "19 h",
    "2.2 days",
    "30 days",
  ]);
});

test("a value and its interval follow the unit of the measure", () => {
  expect([inUnit(0.614, "share"), interval(0.607, 0.621, "share")]).toEqual(["61.4%", "60.7–62.1"]);
  expect([inUnit(-12.34, "points"), interval(-15, -9.9, "points")]).toEqual(["−12", "−15 to −10"]);
  expect(inUnit(18432, "customers")).toBe("18,432");
  expect([interval(14.31, 15.12, "hours"), interval(0.05, 0.07, "hours"), interval(40, 60, "hours")]).toEqual(
    ["14.3–15.1 h", "3.0–4.2 min", "1.7–2.5 days"],
  );
});

test("a moment is said as people say it", () => {
  const now = new Date(2026, 10, 23, 15, 0);
  expect(when(new Date(2026, 10, 23, 14, 2), now)).toBe("14:02");
  expect(when(new Date(2026, 10, 22, 23, 59), now)).toBe("yesterday");
  expect(when(new Date(2026, 7, 20), now)).toBe("20 August");
});

test("in Dutch, numbers, times and dates are written as the Dutch write them", async () => {
  await speakIn("nl");
  const now = new Date(2026, 10, 23, 15, 0);
  expect([plain(-1234.5, 1), inUnit(0.614, "share"), hours(5.25), hours(53)]).toEqual([
    "−1.234,5",
    "61,4%",
    "5,3 uur",
    "2,2 dagen",
  ]);
  expect([when(new Date(2026, 10, 22, 23, 59), now), when(new Date(2026, 7, 20), now)]).toEqual([
    "gisteren",
    "20 augustus",
  ]);
});
