import { describe, expect, test } from "vitest";
import type { AnyRecord } from "../generated";
import { copied, LONGEST, piecesFrom, tableFrom } from "./clipboard";
import { copy, paste } from "./pasting";
import { cardsAt } from "./sheet";
import { type Played, played, small } from "./testing";

const MORE: Record<string, AnyRecord> = {
  three: { type: "card", lane: "actions", step: "pay", text: 'Say "hi"', tags: ["a"], order: "a0" },
};

function standing(row: string, column: string, card = ""): Played {
  const play = played(small(MORE));
  play.store.set({ at: { row, column, card } });
  return play;
}

function texts({ store }: Played, row: string, column: string): (string | undefined)[] {
  return cardsAt(store.getSnapshot().sheet, row, column).map(({ card }) => card.text);
}

function text(words: string, html = "") {
  return { json: "", html, text: words };
}

describe("copying", () => {
  test("gives cards as JSON, as a table with tabs, and as HTML that holds the JSON too", () => {
    const { sheet } = standing("actions", "look").store.getSnapshot();
    const offered = copied(sheet, new Set(["one", "two", "mood", "three"]));
    expect(offered.text).toBe('"One\nTwo"\t"Say ""hi"""\n1\t');
    expect(offered.html.replace(/ data-footfall-cards="[^"]*"/, "")).toBe(
      "<table><tr><td>One<br>Two</td><td>Say &quot;hi&quot;</td></tr><tr><td>1</td><td></td></tr></table>",
    );
    const pieces = [
      { down: 0, right: 0, content: { text: "One" } },
      { down: 0, right: 0, content: { text: "Two" } },
      { down: 0, right: 1, content: { text: 'Say "hi"', tags: ["a"] } },
      { down: 1, right: 0, content: { score: 1 } },
    ];
    expect(piecesFrom(offered)).toEqual(pieces);
    expect(piecesFrom({ ...offered, json: "" })).toEqual(pieces);
  });

  test("one card is plain text, and an empty cell gives nothing", () => {
    const play = standing("actions", "look", "one");
    expect(copy(play.around)?.text).toBe("One");
    expect(copy(standing("pains", "pay").around)).toBe(null);
  });
});

describe("pasting", () => {
  test("cards land with all their fields, below the card in focus, and are selected", () => {
    const play = standing("actions", "look", "one");
    const offered = copied(play.store.getSnapshot().sheet, new Set(["three"]));
    paste(play.around, offered);
    expect(texts(play, "actions", "look")).toEqual(["One", 'Say "hi"', "Two"]);
    const [id = ""] = play.store.getSnapshot().selected;
    expect(play.records().get(id)).toMatchObject({ tags: ["a"], lane: "actions", step: "look" });
  });

  test("rows of a spreadsheet go down the lanes, columns to the right over the steps", () => {
    const play = standing("actions", "pay");
    paste(play.around, text("A\tB\n-1,5\tsad\nC\t\n"));
    expect([texts(play, "actions", "pay"), texts(play, "actions", "read")]).toEqual([
      ['Say "hi"', "A"],
      ["B"],
    ]);
    const points = ["pay", "read"].flatMap((step) =>
      cardsAt(play.store.getSnapshot().sheet, "emotion", step),
    );
    expect(points.map(({ card }) => [card.text, card.score])).toEqual([
      [undefined, -1.5],
      ["sad", 0],
    ]);
    expect([texts(play, "pains", "pay"), play.log]).toEqual([["C"], []]);
  });

  test("more columns than steps: it says how many did not fit, and adds steps when asked", () => {
    const play = standing("pains", "read");
    paste(play.around, text("A\tB\tC"));
    expect(play.log).toEqual(["2 columns did not fit: the map has no more steps there. [Add 2 steps]"]);
    play.offers.at(-1)?.act();
    const { sheet } = play.store.getSnapshot();
    const row = sheet.columns.map(({ id }) => texts(play, "pains", id));
    expect(row).toEqual([[], [], ["A"], ["B"], ["C"]]);
  });

  test("more rows than lanes: it says so", () => {
    const play = standing("pains", "look");
    paste(play.around, text("A\t\nB\t\nC\t"));
    expect(play.log).toEqual(["2 rows did not fit: the map has no more lanes there."]);
  });

  test("a text without tabs is one card; pasted plain, so is a range", () => {
    const play = standing("pains", "look");
    paste(play.around, text("First\nSecond\n"));
    paste(play.around, text("A\tB"), true);
    expect(texts(play, "pains", "look")).toEqual(["First\nSecond", "A\tB"]);
  });

  test("a text that no card can hold is refused in words, and the map stays as it is", () => {
    const play = standing("pains", "look");
    expect(paste(play.around, text("x".repeat(1_048_576)))).toBe(true);
    expect([play.records(), play.log]).toEqual([
      small(MORE),
      [
        `Nothing was pasted: there is room for ${LONGEST.toLocaleString("en")} characters, and this has 1,048,576. It is still on the clipboard.`,
      ],
    ]);
  });

  test("somebody else's JSON and fields that no card has do not come through", () => {
    const strange =
      '{"pieces":[{"down":0,"right":0,"content":{"text":"A","lane":"x","evil":1}},{"down":-1},7]}';
    expect(piecesFrom({ json: strange, html: "", text: "" })).toEqual([
      { down: 0, right: 0, content: { text: "A" } },
    ]);
    expect(piecesFrom({ json: "{", html: "", text: "T" })).toEqual([
      { down: 0, right: 0, content: { text: "T" } },
    ]);
  });
});

test("tables with quotes, line ends of all systems and empty cells are read", () => {
  expect(tableFrom('a\t"b\nb"\r\n\t"say ""x"""\r\n')).toEqual([
    ["a", "b\nb"],
    ["", 'say "x"'],
  ]);
  expect(tableFrom("")).toEqual([]);
});
