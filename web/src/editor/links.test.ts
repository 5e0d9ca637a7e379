import { expect, test } from "vitest";
import { run } from "./commands";
import { removeWhole } from "./edits";
import { likelyKind, linesOf, linked, linksAt, unlinked } from "./links";
import { played, small } from "./testing";

const LINKED = small({
  far: { type: "link", source: "look", target: "read" },
  back: { type: "link", source: "read", target: "pay", kind: "loop" },
  fro: { type: "link", source: "look", target: "pay", kind: "two-way" },
  lost: { type: "link", source: "look", target: "gone" },
});

test("a link between steps that are there is found at both, a two-way one leads on at both", () => {
  const { sheet } = played(LINKED).store.getSnapshot();
  const at = (step: string) =>
    linksAt(sheet, step).map(({ found, other, isOut }) => [found.id, other, isOut]);
  expect(sheet.links.map(({ id }) => id)).toEqual(["fro", "far", "back"]);
  expect(at("pay")).toEqual([
    ["fro", "look", true],
    ["back", "read", false],
  ]);
  expect(at("look")).toEqual([
    ["fro", "pay", true],
    ["far", "read", true],
  ]);
});

test("short lines hang high, and two that meet at a step hang apart", () => {
  const { sheet } = played(LINKED).store.getSnapshot();
  const { lines, tracks } = linesOf(sheet.links, sheet.columns);
  expect(tracks).toBe(3);
  expect(lines.map(({ found, track, isBack }) => [found.id, track, isBack])).toEqual([
    ["fro", 0, false],
    ["back", 1, true],
    ["far", 2, false],
  ]);
});

test("a line whose end is in a folded stage is not drawn", () => {
  const folded = small({
    use: { type: "stage", name: "Use", order: "a1", collapsed: true },
    far: { type: "link", source: "look", target: "read" },
  });
  const { sheet } = played(folded).store.getSnapshot();
  expect([sheet.links.length, linesOf(sheet.links, sheet.columns).lines]).toEqual([1, []]);
});

test("a link is made once of each kind, and back to an earlier step is a loop", () => {
  const play = played();
  const sheet = () => play.store.getSnapshot().sheet;
  expect([likelyKind(sheet(), "look", "read"), likelyKind(sheet(), "read", "look")]).toEqual([
    "next",
    "loop",
  ]);
  const made = linked(sheet(), "look", "pay", "branch", "late");
  play.around.edit(made.ops);
  play.around.edit(linked(sheet(), "look", "pay", "branch", "very late").ops);
  expect(sheet().links.map(({ link }) => link)).toEqual([
    { type: "link", source: "look", target: "pay", kind: "branch", condition: "very late" },
  ]);
  play.around.edit(unlinked(made.id));
  expect(sheet().links).toEqual([]);
});

test("a step that goes takes its links along", () => {
  const play = played(LINKED);
  play.around.edit(removeWhole(play.store.getSnapshot().sheet, "step", "read"));
  expect(["far", "back", "fro"].map((id) => play.records().has(id))).toEqual([false, false, true]);
});

test("a step is marked as optional and as repeatable, also from a card in its column", () => {
  const play = played();
  play.store.set({ at: { row: "actions", column: "look", card: "one" } });
  run("optional", play.around);
  play.store.set({ at: { row: "steps", column: "look", card: "" } });
  run("repeatable", play.around);
  expect(play.records().get("look")).toMatchObject({ optional: true, repeatable: true });
  run("optional", play.around);
  expect(play.records().get("look")).toMatchObject({ repeatable: true });
  expect(play.log).toEqual(["Look is optional", "Look may be repeated", "Look is not optional"]);
  play.store.set({ at: { row: "actions", column: "names", card: "" } });
  expect([run("optional", play.around), run("linkTo", play.around)]).toEqual([false, false]);
});
