import { describe, expect, it } from "vitest";
import type { AnyRecord, SourceExcerpt } from "../generated";
import { apply, inOrder, recordsFrom } from "../model";
import {
  boardOf,
  citedToo,
  columnBeside,
  gradeOfInsight,
  moveExcerpt,
  newGroup,
  opportunityFrom,
  sourcesOf,
} from "./affinity";

const records = recordsFrom({
  s1: { type: "source", name: "Talk with Maya" },
  late: { type: "insight", name: "Late", excerpts: ["s1/a", "s2/gone"], order: "a0" },
  dear: { type: "insight", name: "Dear", excerpts: ["s1/b"], order: "a1" },
} as Record<string, AnyRecord>);
const insights = inOrder(records, "insight");
const excerpt = (id: string) => ({ source: "s1", id, text: id }) as SourceExcerpt;

describe("the affinity board", () => {
  it("shows each excerpt once, and counts members whose words are gone", () => {
    const { loose, groups } = boardOf(insights, [excerpt("a"), excerpt("b"), excerpt("c")]);
    expect(loose.map(({ id }) => id)).toEqual(["c"]);
    expect(groups.map(({ id, notes, gone }) => [id, notes.map((note) => note.id), gone])).toEqual([
      ["late", ["a"], 1],
      ["dear", ["b"], 0],
    ]);
  });

  it("moves an excerpt out of every other group, upon what stood there", () => {
    expect(moveExcerpt(records, "s1/a", "dear")).toEqual([
      { op: "set", id: "late", field: "excerpts", value: ["s2/gone"], base: ["s1/a", "s2/gone"] },
      { op: "set", id: "dear", field: "excerpts", value: ["s1/b", "s1/a"], base: ["s1/b"] },
    ]);
    expect(moveExcerpt(records, "s1/a", "late")).toEqual([]);
    expect(moveExcerpt(records, "s1/b", "")).toEqual([
      { op: "set", id: "dear", field: "excerpts", value: [], base: ["s1/b"] },
    ]);
  });

  it("makes a group of a note in one edit, after the last", () => {
    const { id, ops } = newGroup(records, "New group", "s1/b");
    const after = apply(records, ops);
    expect(
      boardOf(inOrder(after, "insight"), [excerpt("b")]).groups.map((one) => [one.id, one.notes.length]),
    ).toEqual([
      ["late", 0],
      ["dear", 0],
      [id, 1],
    ]);
  });

  it("walks from column to column and stays at the ends", () => {
    const { groups } = boardOf(insights, []);
    expect([
      columnBeside(groups, "", 1),
      columnBeside(groups, "late", -1),
      columnBeside(groups, "dear", 1),
    ]).toEqual(["late", "", "dear"]);
  });
});

describe("an insight", () => {
  const late = insights.get("late");
  if (!late) throw new Error("it is there");

  it("is heard while one of its sources is there", () => {
    expect(gradeOfInsight(late, new Set(["s1"]))).toBe("heard");
    expect(gradeOfInsight(late, new Set())).toBe("assumed");
    expect(gradeOfInsight({ ...late, excerpts: [] }, new Set(["s1"]))).toBe("assumed");
    expect(sourcesOf(late)).toEqual(["s1", "s2"]);
  });

  it("grows into an opportunity that cites its excerpts", () => {
    const { id, ops } = opportunityFrom(records, "late", late, "2026-01-02T03:04:05Z");
    expect(apply(records, ops).get(id)).toMatchObject({
      type: "opportunity",
      name: "Late",
      cause: "insight",
      insight: "late",
      evidence: [
        { source: "s1", excerpt: "a", at: "2026-01-02T03:04:05Z" },
        { source: "s2", excerpt: "gone", at: "2026-01-02T03:04:05Z" },
      ],
    });
  });

  it("is cited once by whoever cites it twice", () => {
    const once = citedToo([{ note: "Ben" }], late, "2026-01-02T03:04:05Z");
    expect(citedToo(once, late, "2027-01-02T03:04:05Z")).toEqual(once);
    expect(once).toHaveLength(3);
  });
});
