import { expect, test } from "vitest";
import { draftOf, questionOf, TREND_KINDS, usualPeriod } from "./trends";

test("every number that a trend can show is asked as it is chosen", () => {
  for (const kind of TREND_KINDS) {
    const draft = {
      kind,
      first: "event:a",
      second: kind === "funnel" || kind.startsWith("flow") ? "event:b" : "",
    };
    expect(draftOf(questionOf(draft) ?? {})).toEqual(draft);
  }
  expect(questionOf({ kind: "flow", first: "event:a", second: "" })).toBeUndefined();
  expect(questionOf({ kind: "funnel", first: "event:a", second: "event:b" })).toEqual({
    kind: "funnel",
    places: [["event:a"], ["event:b"]],
  });
});

test("periods begin so long that there are neither few nor hundreds", () => {
  const of = (first: string, last: string) => usualPeriod({ first, last });
  expect(of("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")).toBe("day");
  expect(of("2026-01-01T00:00:00Z", "2026-10-01T00:00:00Z")).toBe("week");
  expect(of("2024-01-01T00:00:00Z", "2026-10-01T00:00:00Z")).toBe("month");
});
