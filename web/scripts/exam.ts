// Lets the TypeScript twin of apply, invert and diff answer change scripts: a JSON list of {before, ops} comes in on
// standard input, a list of {after, inverse, diff} goes out. Node runs it as it is: node scripts/exam.ts

import { readFileSync } from "node:fs";
import type { AnyRecord, Op } from "../src/generated/index.ts";
import { apply, diff, invert } from "../src/model/changes.ts";

interface Script {
  readonly before: Record<string, AnyRecord>;
  readonly ops: readonly Op[];
}

function answer({ before, ops }: Script) {
  const records = new Map(Object.entries(before));
  const after = apply(records, ops);
  return { after: Object.fromEntries(after), inverse: invert(records, ops), diff: diff(records, after) };
}

const scripts: readonly Script[] = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(scripts.map(answer)));
