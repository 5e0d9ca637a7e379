import { expect, test } from "vitest";
import { isStyled, linesOf, linksIn, plainText, safeLink } from "./markdown";

const runs = (text: string) => linesOf(text)[0]?.runs;

test("bold, italic and links are told apart, also inside one another", () => {
  expect(runs("Pay **at _once_** or [later](https://a.example/x)")).toEqual([
    { text: "Pay " },
    { text: "at ", isBold: true },
    { text: "once", isBold: true, isItalic: true },
    { text: " or " },
    { text: "later", link: "https://a.example/x" },
  ]);
});

test("an address by itself leads there, without the full stop behind it", () => {
  expect(runs("See https://a.example/b?c=1.")).toEqual([
    { text: "See " },
    { text: "https://a.example/b?c=1", link: "https://a.example/b?c=1" },
    { text: "." },
  ]);
});

test.each(["[press](javascript:alert(1))", "[press](javascript:void)", "[x](data:text/html,<b>)"])(
  "%s stays as it was typed and leads nowhere",
  (text) => {
    expect(
      runs(text)
        ?.map((run) => run.text)
        .join(""),
    ).toBe(text);
    expect(linksIn(text)).toEqual([]);
  },
);

test("marks that style nothing stay: a sum, a name with underscores, a lonely star", () => {
  for (const text of ["2 * 3 * 4", "page_viewed_twice", "5* hotel", "<b>no</b>"])
    expect(runs(text)).toEqual([{ text }]);
});

test("lines that begin with a dash or a number are items of a list", () => {
  expect(linesOf("Needs\n- a phone\n2. *time*")).toEqual([
    { runs: [{ text: "Needs" }] },
    { runs: [{ text: "a phone" }], mark: "•" },
    { runs: [{ text: "time", isItalic: true }], mark: "2." },
  ]);
});

test("words without marks are read aloud", () => {
  expect(plainText("**Pay**\n- [here](https://a.example)")).toBe("Pay\n• here");
  expect(plainText("Nothing here")).toBe("Nothing here");
});

test("most texts have nothing to style", () => {
  expect(isStyled("Pays with iDEAL or card - at once")).toBe(false);
});

test("only http, https and mailto lead anywhere", () => {
  expect(["https://a", "HTTP://a", "mailto:a@b.nl", "ftp://a", "//a", ""].map(safeLink)).toEqual([
    "https://a",
    "HTTP://a",
    "mailto:a@b.nl",
    "",
    "",
    "",
  ]);
});
