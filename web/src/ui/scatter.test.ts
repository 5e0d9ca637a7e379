import { describe, expect, it } from "vitest";
import {
  type Box,
  beside,
  decimalsOf,
  type Field,
  marks,
  place,
  rangeOf,
  type Spot,
  textWidth,
} from "./scatter";

const FIELD: Field = { width: 600, height: 400, x: [1, 5], y: [1, 5] };

function spot(id: string, x: number, y: number, more: Partial<Spot> = {}): Spot {
  return { id, name: id, x, y, ...more };
}

function meets(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

describe("the places of a matrix", () => {
  it("puts high values on top and to the end, and ends of intervals on the same axes", () => {
    const [one] = place([spot("food", 5, 1, { xBetween: [4, 5], yBetween: [1, 2] })], FIELD);
    expect({ ...one, label: null }).toEqual({
      spot: { id: "food", name: "food", x: 5, y: 1, xBetween: [4, 5], yBetween: [1, 2] },
      x: 600,
      y: 400,
      radius: 4.5,
      xEnds: [450, 600],
      yEnds: [300, 400],
      label: null,
      number: 0,
    });
  });

  it("runs the x axis from the right where the page does", () => {
    const [one] = place([spot("food", 2, 3, { xBetween: [1, 3] })], { ...FIELD, isMirrored: true });
    expect([one?.x, one?.xEnds]).toEqual([450, [300, 600]]);
  });

  it("keeps what lies beyond an axis at its end", () => {
    const [one] = place([spot("food", 9, -3)], FIELD);
    expect([one?.x, one?.y]).toEqual([600, 400]);
  });

  it("gives the largest size the largest disc, by area", () => {
    const radii = place([spot("a", 2, 2, { size: 1 }), spot("b", 4, 4, { size: 0.25 })], FIELD).map(
      (one) => one.radius,
    );
    expect(radii).toEqual([22, 11]);
  });

  it("sets points of one place around it, none upon another", () => {
    const placed = place(
      Array.from({ length: 7 }, (_, at) => spot(`${at}`, 3, 3)),
      FIELD,
    );
    for (const one of placed)
      for (const other of placed)
        if (one !== other)
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
  });
});

describe("the names of a matrix", () => {
  const crowd = Array.from({ length: 24 }, (_, at) =>
    spot(`Touchpoint number ${at}`, 2.6 + ((at * 7) % 10) / 10, 3 + ((at * 3) % 8) / 12, {
      xBetween: [2.5 + ((at * 7) % 10) / 10, 2.7 + ((at * 7) % 10) / 10],
    }),
  );

  it("cover no other name, no point, no interval and nothing that was there before", () => {
    const corner = { left: 0, top: 0, right: 160, bottom: 40 };
    const placed = place(crowd, FIELD, [corner]);
    const labels = placed.flatMap(({ label }) => (label.isOver ? [] : [label]));
    expect(labels.length).toBeGreaterThanOrEqual(8);
    for (const label of labels) {
      expect(labels.filter((other) => meets(label, other))).toEqual([label]);
      expect(placed.filter(({ x, y }) => meets(label, { left: x, top: y, right: x, bottom: y }))).toEqual([]);
      expect(meets(label, corner)).toBe(false);
      expect(label.left >= 0 && label.right <= 600 && label.top >= 0 && label.bottom <= 400).toBe(true);
    }
  });

  it("are whole beside their points, or have a number that the legend names", () => {
    const placed = place(crowd, FIELD);
    const numbered = placed.filter(({ number }) => number > 0);
    expect(numbered.map(({ number }) => number).sort((one, other) => one - other)).toEqual(
      Array.from({ length: numbered.length }, (_, at) => at + 1),
    );
    for (const { spot: one, label, number } of placed)
      expect(number > 0 ? label.text.split(" ")[0] : label.text).toBe(number > 0 ? `${number}` : one.name);
  });

  it("stand on the free side of a point at the edge", () => {
    const [one] = place([spot("Security check", 5, 3)], FIELD);
    expect(one?.label.right).toBeLessThan(600);
  });

  it("are shortened on a narrow screen, and marked points come first", () => {
    const narrow = { ...FIELD, width: 240, height: 240 };
    const [other, marked] = place(
      [spot("A name that is much too long", 3, 3), spot("Moment", 3.1, 3.02, { isMarked: true })],
      narrow,
    );
    expect([marked?.label.text, marked?.number]).toEqual(["Moment", 0]);
    expect([
      other?.number,
      other?.label.text.startsWith("1 A name"),
      other?.label.text.endsWith("…"),
    ]).toEqual([1, true, true]);
    expect(textWidth(other?.label.text ?? "")).toBeLessThanOrEqual(108);
  });
});

describe("arrow keys in a matrix", () => {
  const placed = place(
    [spot("middle", 3, 3), spot("right", 4, 3.1), spot("far", 5, 3), spot("top", 3.1, 4.5)],
    FIELD,
  );

  it("go to the nearest point in their direction", () => {
    expect(beside(placed, "middle", "ArrowRight")).toBe("right");
    expect(beside(placed, "right", "ArrowRight")).toBe("far");
    expect(beside(placed, "middle", "ArrowUp")).toBe("top");
    expect(beside(placed, "middle", "ArrowDown")).toBeNull();
    expect(beside(placed, "gone", "ArrowDown")).toBeNull();
  });

  it("reach every point from every other", () => {
    const some = place(
      Array.from({ length: 12 }, (_, at) => spot(`${at}`, 1 + ((at * 5) % 12) / 3, 1 + ((at * 7) % 12) / 3)),
      FIELD,
    );
    const seen = new Set(["0"]);
    for (const id of seen)
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const) {
        const next = beside(some, id, key);
        if (next) seen.add(next);
      }
    expect(seen.size).toBe(12);
  });
});

describe("the axes of a matrix", () => {
  it("are marked at round values", () => {
    expect(marks([1, 5])).toEqual([1, 2, 3, 4, 5]);
    expect(marks([0.13, 0.62])).toEqual([0.2, 0.3, 0.4, 0.5, 0.6]);
    expect(marks([5, 1])).toEqual([1, 2, 3, 4, 5]);
    expect(marks([2, 2])).toEqual([2]);
  });

  it("are written with as many decimals as their marks need", () => {
    expect([decimalsOf([1, 2, 3]), decimalsOf([0.2, 0.25]), decimalsOf([])]).toEqual([0, 2, 0]);
  });

  it("show all values with room around them, and nothing that cannot be", () => {
    expect(rangeOf([3, 4], [1, 5])).toEqual([2.88, 4.12]);
    expect(rangeOf([1, 5], [1, 5])).toEqual([1, 5]);
    expect(rangeOf([], [1, 5])).toEqual([1, 5]);
  });
});
