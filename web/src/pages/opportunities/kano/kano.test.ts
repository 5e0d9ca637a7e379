import { describe, expect, it } from "vitest";
import type { KanoFound } from "../../../generated";
import { askedFor, classFor, evidenceOf } from "./kano";

const PAIR = { feature: "Wi-Fi", with_it: "Wi-Fi (with)", without_it: "Wi-Fi (without)" };
const FOUND: KanoFound = {
  kano: { counts: { M: 14, O: 0, A: 6, I: 0, R: 0, Q: 0 }, n: 20, too_few: false, letter: "M", sure: true },
  refused: 0,
  incomplete: 0,
};

describe("Kano", () => {
  it("asks for one wave, for two datasets, or for one before and after a day", () => {
    const looking = { dataset: "may", later: "", day: "", likeIs: 1 as const };
    const both = { pairs: [PAIR], like_is: 1 };
    expect(askedFor(looking, [PAIR])).toEqual({ waves: [{ dataset: "may" }], ...both });
    expect(askedFor({ ...looking, later: "june" }, [PAIR])).toEqual({
      waves: [{ dataset: "may" }, { dataset: "june" }],
      ...both,
    });
    expect(askedFor({ ...looking, later: "may", day: "2026-05-01" }, [PAIR])?.waves).toEqual([
      { dataset: "may", until: "2026-05-01T00:00:00Z" },
      { dataset: "may", since: "2026-05-01T00:00:00Z" },
    ]);
  });

  it("asks nothing while a day, a dataset or all pairs are missing", () => {
    const looking = { dataset: "may", later: "may", day: "", likeIs: 1 as const };
    expect([askedFor(looking, [PAIR]), askedFor({ ...looking, dataset: "" }, [PAIR])]).toEqual([null, null]);
    expect(askedFor({ ...looking, later: "" }, [])).toBeNull();
  });

  it("gives an opportunity the class that the answers say, and none where they are too few or contradict", () => {
    const classes = [FOUND.kano, { ...FOUND.kano, too_few: true }, { ...FOUND.kano, letter: "Q" as const }];
    expect(classes.map(classFor)).toEqual(["must-be", "", ""]);
  });

  it("cites how many said so, of how many", () => {
    expect(evidenceOf(FOUND, "may", "Kano: Wi-Fi", "2026-05-02T10:00:00Z")).toEqual({
      note: "Kano: Wi-Fi",
      dataset: "may",
      n: 20,
      at: "2026-05-02T10:00:00Z",
      value: 0.7,
      unit: "share",
    });
  });
});
