import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// The rooms from below to above; a room imports itself and rooms below it.
const ROOMS = ["generated", "model", "editor", "transport", "ui", "pages"];
const FRAMEWORK = /^(react|react-dom|react-aria-components|react-router|@tanstack\/react-query)(\/|$)/;
const FREE_OF_FRAMEWORK = ["model", "editor", "transport"];

interface Import {
  file: string;
  room: string;
  target: string;
}

function sources(room: string): string[] {
  const folder = join(import.meta.dirname, room);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => `${room}/${name}`);
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(import.meta.dirname, file), "utf8");
  const found = text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return Array.from(found, (match) => ({ file, room: file.split("/", 1)[0] ?? "", target: match[1] ?? "" }));
}

const everyImport = ROOMS.filter((room) => room !== "generated")
  .flatMap(sources)
  .flatMap(importsOf);

function roomOf(found: Import): string | undefined {
  if (!found.target.startsWith(".")) return undefined;
  const folder = join("/", found.file, "..");
  return join(folder, found.target).split("/")[1];
}

function pointsUp(found: Import): boolean {
  return ROOMS.indexOf(roomOf(found) ?? "") > ROOMS.indexOf(found.room);
}

test("imports point down: no room knows a room above it", () => {
  expect(everyImport.filter(pointsUp)).toEqual([]);
});

test("model, editor and transport know no framework", () => {
  const guilty = everyImport.filter(
    (found) => FREE_OF_FRAMEWORK.includes(found.room) && FRAMEWORK.test(found.target),
  );
  expect(guilty).toEqual([]);
});

test("one file keeps files where downloads go", () => {
  const keeping = ROOMS.flatMap(sources).filter((file) =>
    readFileSync(join(import.meta.dirname, file), "utf8").includes(".download ="),
  );
  expect(keeping).toEqual(["ui/saving.ts"]);
});
