import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnyRecord, Op } from "../generated";
import { apply, diff, invert, same } from "./changes";
import type { Records } from "./records";

interface Script {
  readonly name?: string;
  readonly before: Record<string, AnyRecord>;
  readonly ops: Op[];
  readonly after: Record<string, AnyRecord>;
  readonly inverse: Op[];
  readonly diff: Op[];
}

const FOLDER = join(import.meta.dirname, "../../../fixtures/changes");

function scripts(file: string): Script[] {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8"));
}

/** JSON with sorted keys: Vitest's own equality stumbles over a key named `__proto__`. */
function written(json: unknown): string {
  const plain = json instanceof Map ? Object.fromEntries(json) : json;
  return JSON.stringify(plain, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const records = (json: Script["before"]): Records => new Map(Object.entries(json));

describe("the exam", () => {
  const exam = [...scripts("edges.json"), ...scripts("random.json")].map((script, index) => ({
    ...script,
    name: script.name ?? `frozen ${index}`,
  }));

  test.each(exam)("apply: $name", (script) => {
    expect(written(apply(records(script.before), script.ops))).toBe(written(script.after));
  });

  test.each(exam)("invert: $name", (script) => {
    expect(written(invert(records(script.before), script.ops))).toBe(written(script.inverse));
  });

  test.each(exam)("diff: $name", (script) => {
    expect(written(diff(records(script.before), records(script.after)))).toBe(written(script.diff));
  });
});

// Few ids and fields, so that ops meet; among them names that mean something to JavaScript.
const id = fc.constantFrom("map", "c1", "c2", "10", "9", "__proto__", "constructor");
const field = fc.constantFrom("text", "score", "tags", "__proto__", "constructor");
const value = fc.jsonValue({ maxDepth: 2, noUnicodeString: false }).filter((each) => each !== null);
const record = fc
  .tuple(fc.constantFrom("card", "lane", "stage"), fc.array(fc.tuple(field, value), { maxLength: 4 }))
  .map(
    ([type, fields]) => Object.fromEntries([["type", type], ...fields]) as unknown as AnyRecord, // any JSON will do
  );
const document: fc.Arbitrary<Records> = fc.array(fc.tuple(id, record)).map((entries) => new Map(entries));
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ op: fc.constant("put" as const), id, record: record.map((each) => ({ ...each })) }),
  fc.record({ op: fc.constant("drop" as const), id }),
  fc.record({ op: fc.constant("set" as const), id, field, value: fc.option(value) }),
);
const ops = fc.array(op, { maxLength: 20 });

test("I1: a change and then its inverse give the first document back", () => {
  fc.assert(
    fc.property(document, ops, (before, change) => {
      expect(written(apply(apply(before, change), invert(before, change)))).toBe(written(before));
    }),
  );
});

test("D1: a diff leads from one document to the other, and nothing differs from itself", () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      expect(written(apply(before, diff(before, after)))).toBe(written(after));
      expect(diff(after, structuredClone(after))).toEqual([]);
    }),
  );
});

test("A4: apply, invert and diff leave their input as it was", () => {
  fc.assert(
    fc.property(document, ops, (before, change) => {
      const kept = [written(before), written(change)];
      diff(before, apply(before, change));
      invert(before, change);
      expect([written(before), written(change)]).toEqual(kept);
    }),
  );
});

test("same is equality of JSON, whatever the order of keys", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
      expect(same(a, b)).toBe(written(a) === written(b));
      expect(same(a, structuredClone(a))).toBe(true);
    }),
  );
});
