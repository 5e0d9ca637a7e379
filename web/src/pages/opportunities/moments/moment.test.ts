import { describe, expect, it } from "vitest";
import type { MapMoment, SurveyMoment } from "../../../generated";
import { ofMap, ofSurvey, originFrom, shownOn } from "./moment";

const FOOD: SurveyMoment = {
  question: "Food",
  quality: { value: 3.6, low: 3.5, high: 3.7 },
  n: 90,
  customers: 90,
  importance: { value: 0.5, low: 0.4, high: 0.6 },
  pairs: 80,
  effective: 70,
  not_applicable: 3,
  blank: 1,
  scale: [1, 5],
  better: "high",
  place: { quarter: "improve", unsure: [] },
  why_not: "",
};

const PORCH: MapMoment = {
  card: "porch",
  name: "Porch",
  step: "Arrive",
  moment_of_truth: true,
  importance: { value: 5 },
  importance_is: "judged",
  quality_is: "",
  why_not: "no-quality",
};

describe("moments of truth", () => {
  it("of a survey have both intervals and both n", () => {
    expect(ofSurvey(FOOD)).toMatchObject({
      id: "Food",
      isBroken: true,
      n: { importance: 80, quality: 90 },
      quarter: "improve",
    });
    expect(ofSurvey({ ...FOOD, place: { quarter: "improve", unsure: ["quality"] } }).isBroken).toBe(false);
  });

  it("of a map without quality stand nowhere, and keep their importance", () => {
    expect(ofMap(PORCH, false)).toMatchObject({
      importance: { value: 5 },
      quality: null,
      quarter: null,
      whyNot: "no-quality",
      n: { importance: null, quality: null },
    });
  });

  it("of a map are drawn on the scale of their importance alone", () => {
    const place = { quarter: "improve", unsure: [] } as const;
    const quality = { value: 2.4, low: 2.2, high: 2.7 };
    const judged: MapMoment = { ...PORCH, quality, place: { quarter: "improve", unsure: [] } };
    const derived: MapMoment = {
      ...judged,
      importance_is: "derived",
      pairs: 90,
      place: { ...place, unsure: [] },
    };
    expect([ofMap(judged, true).isDrawn, ofMap(judged, false).isDrawn]).toEqual([false, true]);
    expect([ofMap(derived, true).isDrawn, ofMap(derived, true).n.importance]).toEqual([true, 90]);
  });

  it("of a broken promise stand beside those of all at the same card", () => {
    const late = ofMap({ ...PORCH, late: true }, true);
    expect([late.id, late.of?.card, late.name]).toEqual([
      "porch:late",
      "porch",
      "Porch, after the promised time",
    ]);
  });

  it("stretch an axis by what is drawn alone, and by its line", () => {
    const drawn = ofSurvey(FOOD);
    const not = ofSurvey({ ...FOOD, quality: { value: 1 }, place: null });
    expect(shownOn("quality", [drawn, not], 4)).toEqual([3.75, 4.25, 3.5, 3.6, 3.7]);
    expect(shownOn("quality", [not], 4)).toEqual([4, 4]);
  });

  it("come from where an address says", () => {
    expect(originFrom("survey:airport")).toEqual({ kind: "survey", id: "airport" });
    expect(originFrom("map:m1")).toEqual({ kind: "map", id: "m1" });
    expect([originFrom(null), originFrom("map:"), originFrom("elsewhere:x")]).toEqual([null, null, null]);
  });
});
