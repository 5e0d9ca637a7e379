import { expect, test } from "vitest";
import { timeline } from "./timeline";

const moment = (day: number, channel: string) => ({ time: `2026-08-0${day}T00:00:00.000Z`, channel });

test("moments stand to scale, in a row for each channel", () => {
  const { dots, channels, marks } = timeline([moment(1, "web"), moment(2, "phone"), moment(5, "web")]);
  expect(channels).toEqual(["web", "phone"]);
  expect(dots.map(({ x, row }) => [x, row])).toEqual([
    [0, 0],
    [0.25, 1],
    [1, 0],
  ]);
  expect(marks.map(({ at }) => at.slice(0, 10))).toEqual([
    "2026-08-01",
    "2026-08-02",
    "2026-08-03",
    "2026-08-04",
    "2026-08-05",
  ]);
});

test("what happened all at once spreads by its order, and nothing has no marks", () => {
  expect(timeline([moment(1, "web"), moment(1, "web")]).dots.map(({ x }) => x)).toEqual([0.25, 0.75]);
  expect(timeline([])).toEqual({ dots: [], channels: [], marks: [] });
});
