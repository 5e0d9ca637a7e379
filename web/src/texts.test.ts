import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const SLOW = 60_000; // milliseconds: the tool reads all sources, on a machine that does other work too
const WEB = join(import.meta.dirname, "..");
// Names of keys, names of languages in their own words, and a proposal that speaks the language of the map.
const NO_WORDS = ["editor/keymap.ts", "ui/language.ts", "editor/howMightWe.ts"];

function check(what: string): string {
  const lingui = join(WEB, "node_modules/@lingui/cli/dist/lingui-check.js");
  try {
    return execFileSync(process.execPath, [lingui, what, "--workers", "1", "--verbose"], {
      cwd: WEB,
      encoding: "utf8",
    });
  } catch (error) {
    return `npm run texts collects the texts of the sources. ${(error as { stderr: string }).stderr}`;
  }
}

test(
  "the catalogues hold the texts of the sources, no more and no fewer",
  () => {
    expect(check("sync")).toContain("PASS");
  },
  SLOW,
);

test(
  "every text has its words in each language",
  () => {
    expect(check("missing")).toContain("PASS");
  },
  SLOW,
);

const ROOMS = ["editor", "transport", "ui", "pages"];

function sources(): string[] {
  const names = ROOMS.flatMap((room) =>
    readdirSync(join(WEB, "src", room), { recursive: true, encoding: "utf8" }).map(
      (name) => `${room}/${name}`,
    ),
  );
  return names.filter((name) => /\.tsx?$/.test(name) && !/\.test\.|testing|fake-server/.test(name));
}

const SILENT =
  /^(className|d|style|id|key|keys|viewBox|preserveAspectRatio|placement|accept|to|href|src|role|rel|family|points)$/;
const CODE =
  /^(\w*Error|.*\b(querySelector|querySelectorAll|closest|matchMedia|plural|select|t|msg|walk|saveFile))$/;
const SAME = /(– )?Footfall|^(Ctrl|Shift)\+\w+$/;
const INNER = /^(look|marks|.*\.(name|download))$/;
const NEVER_READ: ((node: ts.Node) => boolean)[] = [
  ts.isTypeNode,
  ts.isImportDeclaration,
  ts.isExportDeclaration,
  ts.isTaggedTemplateExpression,
  ts.isCaseClause,
  ts.isElementAccessExpression,
];

/** What holds a string that is not for people to read, or one that goes through the catalogue. */
function excuses(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isJsxAttribute(parent)) return SILENT.test(parent.name.getText());
  if (ts.isJsxElement(parent)) return /^(Trans|Plural)$/.test(parent.openingElement.tagName.getText());
  if (ts.isPropertyAssignment(parent)) return parent.name === child || SILENT.test(parent.name.getText());
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return CODE.test(parent.expression.getText());
  if (ts.isVariableDeclaration(parent)) return INNER.test(parent.name.getText());
  if (ts.isBinaryExpression(parent))
    return /[!=]==/.test(parent.operatorToken.getText()) || INNER.test(parent.left.getText());
  return NEVER_READ.some((is) => is(parent));
}

function isExcused(node: ts.Node): boolean {
  for (let child = node; child.parent && !ts.isBlock(child.parent); child = child.parent)
    if (excuses(child.parent, child)) return true;
  return false;
}

/** The literal parts of a text; the product and the keys have the same names everywhere. */
function partsOf(node: ts.Node): string[] {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) return [node.text.replace(SAME, "")];
  if (!ts.isTemplateExpression(node)) return [];
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text.replace(SAME, ""))];
}

/** What reads as words: any small letters between tags, else a capital with letters, or two words of letters. */
function isWords(node: ts.Node): boolean {
  const parts = partsOf(node);
  if (ts.isJsxText(node)) return parts.some((part) => /[a-z]{2,}/.test(part));
  if (ts.isTemplateExpression(node)) return parts.some((part) => /(^|[^-\w/<])[A-Za-z]{2,}( |$)/.test(part));
  return parts.some((part) => /^[A-Z][a-z]+/.test(part.trim()) || /[A-Za-z]{2,} [a-z]{2,}/.test(part));
}

/** The words in a file that no catalogue knows. */
function hardCoded(name: string): string[] {
  const text = readFileSync(join(WEB, "src", name), "utf8");
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (isWords(node) && !isExcused(node)) found.push(`${name}: ${node.getText().trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test("no words stand in the pages that the catalogues do not know", () => {
  const scanned = sources().filter((name) => !NO_WORDS.includes(name));
  expect(scanned.flatMap(hardCoded)).toEqual([]);
});

test("no words are said while a module loads, when the language is not chosen yet", () => {
  const asked = sources().filter((name) => {
    const text = readFileSync(join(WEB, "src", name), "utf8");
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    return file.statements.some((statement) => saysAtOnce(statement));
  });
  expect(asked).toEqual([]);
});

/** Whether running this piece of code now, without any function in it, asks for words in the language of the moment. */
function saysAtOnce(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "t") return true;
  return ts.forEachChild(node, saysAtOnce) ?? false;
}
